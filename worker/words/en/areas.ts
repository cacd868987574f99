import type { areas as first } from '../zh-CN/areas.ts'

export const areas: typeof first = {
  'duplicate-code': (p) =>
    `Code “${p.code}” appears twice in this request (entries ${p.first} and ${p.second}). Keep one; nothing was written.`,
  'too-many-areas': ({ limit, count }) =>
    `A city holds at most ${limit} areas; this would make ${count}. Delete unused ones first; nothing was written.`,
  'unknown-parent': ({ code }) =>
    `There is no area with the parent code “${code}”. Add it first or in the same request; nothing was written.`,
  'too-deep': ({ name, limit }) =>
    `More than ${limit} levels lie above “${name}”. Check the parent codes; nothing was written.`,
  'parent-cycle': ({ name }) =>
    `The parents of “${name}” lead back to itself. Correct the parent code; nothing was written.`,
  'other-id': ({ code }) =>
    `The area with the code “${code}” has another id. To change a code add a new area; nothing was written.`,
  'one-of': ({ field }) => `Give “${field}” or “items”, one of the two; nothing was written.`,
  'unknown-area': ({ code }) => `There is no area with the code “${code}”. Add it first; nothing was written.`,
  'duplicate-population': ({ code, period }) =>
    `The population of “${code}” in ${period} appears twice. Keep one; nothing was written.`,
  'has-children': ({ name, count }) => `${count} areas lie below “${name}”. Delete or move them first.`,
  'has-observations': ({ name }) =>
    `Values are stored for “${name}”, so it cannot be deleted. Undo the imports that wrote them first.`,
  'changed-meanwhile': ({ name }) => `Somebody has just changed “${name}”; reload and try again.`,
}
