import { names } from './names.ts'
import type { publication as first, Refused } from '../zh-CN/publication.ts'

const BECAUSE: Readonly<Record<Refused['why'], string>> = {
  'no-room': 'There may be too few areas, corrected data, or too little room beside what was published before',
  'too-large':
    'There are too many areas and indicators to check them together with what was published before, so it is not let through',
  'out-of-time': 'The check did not end in the computing time allowed, and whatever it did not settle counts as a risk',
  unreadable: 'What an earlier publication was made from cannot be read, so nothing can be checked beside it',
}
const PASSES: Readonly<Record<Refused['code'], string>> = {
  'area-set':
    'What would pass: the same areas as before; or only periods not published before; or publishing the raw values of these indicators',
  method:
    'What would pass: the method used before; or the new method for periods not published before; or publishing the raw values of these indicators',
  exposed:
    'What would pass: publishing the raw values of these indicators; or only periods not published before; or more areas',
}

function refusal({ code, why, periods, about, count }: Refused): string {
  const when = periods.join(', ')
  const named = about.map(names.of).join(', ') + (count > about.length ? '…' : '')
  switch (code) {
    case 'area-set':
      return `Compared with an earlier publication, the areas of ${when} differ by only ${count} (${named}). Taking one result from the other gives away the withheld values of these areas`
    case 'method':
      return `The same data of ${when} were published before under another method (aggregation, normalisation, weights or targets). The same scores under two methods can be solved for the withheld values`
    case 'exposed':
      return `It cannot be shown that these withheld values of ${when} stay safe: ${named}. ${BECAUSE[why]}`
  }
}

export const publication: typeof first = {
  refusal,
  'would-pass': ({ code }) => PASSES[code],
  refused: (p) => `${refusal(p)}. ${PASSES[p.code]}`,
  'already-published': 'This evaluation is published already',
  'unknown-indicator': ({ code }) => `The framework has no indicator ${code}`,
  'guard-busy': ({ seconds }) => `Many publications are being checked; try again in ${seconds} s. Nothing was written`,
  'guard-stopped': 'The check ended with its request; nothing was written',
}
