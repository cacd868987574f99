import type { releases as first } from '../zh-CN/releases.ts'

export const releases: typeof first = {
  'own-work':
    'This city’s rule: an evaluation is reviewed and approved by others than who ran it. Ask a colleague with that permission.',
  'no-person': 'This city’s rule: a person reviews and approves, signed in; a key cannot.',
  'not-approved':
    'This city’s rule: an evaluation is reviewed and approved before it is published. Have it reviewed and approved first.',
  'wrong-state': ({ state }) =>
    `This evaluation is ${state} now, which does not allow it. Reload to see what can be done with it.`,
  'withdrawn-already': 'This publication has been withdrawn already.',
  'nothing-to-withdraw': 'This evaluation is not published; there is nothing to withdraw. A draft can be deleted.',
  embargo: ({ days }) =>
    `The date of publication lies in the future and at most ${days} days ahead. Leave it out to publish at once.`,
  'no-such': 'This city has no such publication.',
  'is-withdrawn': 'That publication was withdrawn and needs no correction; publish the new result on its own.',
  'not-public-yet': 'That publication is not public yet. Withdraw it, then publish the new result.',
  'corrected-already': ({ by }) => `That publication was corrected by ${by} already; correct that one.`,
  'other-series':
    'A correction belongs to the series of what it corrects: the same template, or the same framework. Choose a result of that series, or publish this one on its own.',
  'why-withdrawn': ({ reason }) => `Reason: ${reason}`,
}
