import { always, fact, hintOf, type Told } from '../importProblem.ts'
import type { areaProblems as first } from '../zh-CN/areaProblems.ts'

const manyCells =
  (text: string): Told =>
  (p) =>
    `${p.count} cells ${text}`

export const areaProblems: typeof first = {
  'unknown-area-column': {
    what: always('this column is not recognised; the others were checked all the same'),
    todo: (p) => {
      const near = (p.suggestions ?? []).map((s) => `“${s.nameEn}”`)
      return near.length === 0
        ? 'Compare the header with the template; a population is headed “population:2024”. Delete the column if it is not needed'
        : `Near to it: ${near.join(', ')}. Correct the header, or delete the column if it is not needed`
    },
  },
  'bad-code': {
    what: (p) => `“${p.value ?? ''}” is not a code`,
    many: manyCells('are not codes'),
    todo: always('Use 1–32 digits, letters, underscores or hyphens'),
  },
  'blank-name': {
    what: always('the name is missing'),
    many: (p) => `${p.count} rows give no name`,
    todo: always('Fill it in and upload again'),
  },
  'too-long': {
    what: (p) => `longer than ${fact(p, 'limit')} characters`,
    many: manyCells('are too long'),
    todo: always('Shorten it and upload again'),
  },
  'bad-setting': {
    what: (p) => `“${p.value}” is neither urban nor rural`,
    many: manyCells('are neither urban nor rural'),
    todo: always('Write urban or rural, or leave it empty'),
  },
  'bad-population': {
    what: (p) => `“${p.value}” is not a population`,
    many: manyCells('are not populations'),
    todo: always('Write a number of 0 or more, or leave it empty'),
  },
  'duplicate-code': {
    what: (p) => `the code “${p.value}” stands in row ${hintOf(p)} already`,
    many: (p) => `the codes of ${p.count} rows stand above already`,
    todo: always('Give each area one row; delete the others'),
  },
  'unknown-parent': {
    what: (p) => `there is no parent area with the code “${p.value}”`,
    many: (p) => `there is no parent area with the code “${p.value}”, in ${p.count} rows`,
    todo: always('Correct the code, or put the parent area into the file too'),
  },
  'parent-cycle': {
    what: (p) => `the parents of “${fact(p, 'name')}” lead back to itself`,
    many: (p) => `the parents of ${p.count} areas lead back to themselves`,
    todo: always('Correct it and upload again'),
  },
  'too-deep': {
    what: (p) => `more than ${fact(p, 'limit')} levels lie above “${fact(p, 'name')}”`,
    many: (p) => `more than ${fact(p, 'limit')} levels lie above ${p.count} areas`,
    todo: always('Check the parent codes'),
  },
  'too-many-areas': {
    what: (p) => `A city holds at most ${fact(p, 'limit')} areas; this would make more`,
    todo: always('Delete unused areas first'),
  },
  'too-many-populations': {
    what: (p) => `More than ${fact(p, 'limit')} populations; the rest was not read`,
    todo: always('Split the file by period'),
  },
}
