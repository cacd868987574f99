import { IMPORT_LIMITS } from '../../contract/importLimits.ts'
import { always, fact, grouped, hintOf, type Told, type ToldProblem } from '../importProblem.ts'
import { areaProblems } from './areaProblems.ts'
import { names } from './names.ts'
import type { importProblems as first } from '../zh-CN/importProblems.ts'

const manyValues =
  (text: string): Told =>
  (p) =>
    `${grouped(p.count)} values ${text}`
const split = always('Split it by period or by indicator and upload the parts')

const COLUMNS: Readonly<Record<string, string>> = {
  area: 'area_code',
  indicator: 'indicator_code',
  period: 'period',
  value: 'value',
  code: 'code',
  name: 'name',
}

function nearest(p: ToldProblem, otherwise: string): string {
  const near = p.suggestions ?? []
  const quoted = near.map((s) => `“${names.of(s)}”`)
  const [nearestOne] = near
  if (nearestOne === undefined) return otherwise
  if (near.length > 1) return `Near to it are ${quoted.join(', ')}. Write one of them and upload again`
  return nearestOne.isSafe
    ? `Nearest is ${quoted[0]}. If that is what is meant take it, otherwise correct the file and upload again`
    : `Nearest is ${quoted[0]}, which is not certain. Check it, correct the file and upload again`
}

function ranged(p: ToldProblem): string {
  const [low, high] = [fact(p, 'low'), fact(p, 'high')]
  if (low === '') return `at most ${high}`
  return high === '' ? `at least ${low}` : `${low}–${high}`
}

export const importProblems: typeof first = {
  ...areaProblems,
  'wrong-encoding': {
    what: always('The file is not text in UTF-8, GB18030 (GBK) or UTF-16'),
    todo: always('Save it as “CSV UTF-8” and upload again'),
  },
  'nul-character': {
    what: always('a NUL character: the file may be damaged'),
    todo: always('Export it as CSV again and upload it'),
  },
  'empty-file': {
    what: always('The file is empty'),
    todo: always('Download a template, fill it in and upload it'),
  },
  'no-rows': {
    what: always('The file has a header and no rows below it'),
    todo: always('Fill it in and upload again'),
  },
  'no-values': {
    what: always('The file holds no value at all: every cell is empty or missing'),
    todo: always('Fill it in and upload again'),
  },
  'too-many-rows': {
    what: () =>
      `The file has more than ${grouped(IMPORT_LIMITS.rows)} rows, the most one import takes; the rest was not read`,
    todo: split,
  },
  'too-many-values': {
    what: () =>
      `The file has more than ${grouped(IMPORT_LIMITS.values)} values, the most one import takes; the rest was not read`,
    todo: split,
  },
  'too-many-periods': {
    what: (p) => `More than ${fact(p, 'limit')} periods are named; the rest was not read`,
    todo: always('Check the period column, or split the file'),
  },
  'unclosed-quote': {
    what: always('a quotation mark opens and never closes, so what follows cannot be told apart'),
    todo: always('Close it or export the file again'),
  },
  'bad-quote': {
    what: always('a quotation mark stands where it may not'),
    many: always('a quotation mark stands where it may not'),
    todo: always('Double those inside a cell (""), or export the file again'),
  },
  'ragged-row': {
    what: (p) => `${fact(p, 'cells')} cells under a header of ${fact(p, 'header')}`,
    many: (p) => `not as many cells as the header (${fact(p, 'header')})`,
    todo: always('Look for a comma too many or too few'),
  },
  'no-areas': {
    what: always('The city has no areas yet'),
    todo: always('Add or upload areas first, then import data'),
  },
  'no-indicators': {
    what: always('The city has no indicators yet'),
    todo: always('Adopt a framework first, then import data'),
  },
  'unknown-layout': {
    what: always('no area, period or indicator is recognised here'),
    todo: always('Compare the header with a template and upload again'),
  },
  'missing-column': {
    what: (p) => {
      const missing = String(fact(p, 'missing'))
      return missing === ''
        ? `the column “${fact(p, 'columnEn')}” is missing${fact(p, 'hintEn')}`
        : `the column “${COLUMNS[missing] ?? missing}” is missing${missing === 'period' ? ', and no period was chosen for the upload' : ''}`
    },
    todo: always('Add it and upload again'),
  },
  'duplicate-column': {
    what: (p) => `means the same as “${fact(p, 'other')}”`,
    todo: always('Keep one of the two columns and upload again'),
  },
  'unknown-column': {
    what: always('this column is not recognised; the others were checked all the same'),
    todo: (p) => nearest(p, 'Use a name from the template, or delete the column if it is not needed'),
  },
  'unnamed-column': {
    what: (p) => `column ${fact(p, 'number')} has content and no header`,
    many: (p) => `column ${fact(p, 'number')} has no header and ${grouped(p.count)} cells`,
    todo: always('Name its indicator, or delete the column'),
  },
  'unit-mismatch': {
    what: (p) =>
      `the unit is given as “${fact(p, 'stated')}”, the indicator’s is “${fact(p, 'own')}”, and one cannot be turned into the other`,
    todo: always('Convert the values, correct the unit and upload again'),
  },
  'unknown-area': {
    what: (p) => `“${p.value}” is not an area of this city`,
    many: (p) => `“${p.value}” is not an area of this city, in ${grouped(p.count)} rows`,
    todo: (p) => nearest(p, 'Use a code or name from the template, or add the area first'),
  },
  'ambiguous-area': { what: (p) => `several areas are called “${p.value}”`, todo: always('Use the area code') },
  'blank-area': {
    what: always('no area is given'),
    many: (p) => `${grouped(p.count)} rows give no area`,
    todo: always('Fill in its code or name'),
  },
  'unknown-indicator': {
    what: (p) => `“${p.value}” is not an indicator of this city’s frameworks`,
    many: (p) => `“${p.value}” is not an indicator of this city’s frameworks, in ${grouped(p.count)} rows`,
    todo: (p) => nearest(p, 'Use a code or name from the template'),
  },
  'ambiguous-indicator': {
    what: (p) => `several indicators are called “${p.value}”`,
    todo: always('Use the indicator code'),
  },
  'blank-indicator': {
    what: always('no indicator is given'),
    many: (p) => `${grouped(p.count)} rows give no indicator`,
    todo: always('Fill in its code or name'),
  },
  'bad-period': {
    what: (p) => `“${p.value}” is not a period`,
    many: (p) => `the period of ${grouped(p.count)} rows cannot be read`,
    todo: always('Write 2024, 2024-Q1, 2024-H1 or 2024-01'),
  },
  'blank-period': {
    what: always('no period is given'),
    many: (p) => `${grouped(p.count)} rows give no period`,
    todo: always('Fill it in, for example 2024'),
  },
  'not-a-number': {
    what: (p) => `“${p.value}” is not a number`,
    many: manyValues('are not numbers'),
    todo: (p) =>
      p.count === 1 && hintOf(p) !== ''
        ? `Change it to ${hintOf(p)} and upload again`
        : 'Write a number, or leave the cell empty when there is none, and upload again',
  },
  'percent-not-allowed': {
    what: (p) => `“${p.value}” carries a per-cent sign, but the unit is “${fact(p, 'unit')}”`,
    many: (p) => `${grouped(p.count)} values carry a per-cent sign, but the unit is not %`,
    todo: always('Write the number in the indicator’s unit'),
  },
  'magnitude-not-allowed': {
    what: (p) => `“${p.value}” carries 万 or 亿, but the header states no such unit`,
    many: manyValues('carry 万 or 亿, but the header states no such unit'),
    todo: (p) =>
      p.count > 1
        ? 'Write plain numbers, or state the unit in the header'
        : `Write ${hintOf(p)} (${fact(p, 'unit')}), or state the unit in the header`,
  },
  'too-large-a-number': {
    what: (p) => `“${p.value}” is too large`,
    many: manyValues('are too large'),
    todo: always('Check the digits'),
  },
  'outside-bounds': {
    what: (p) => `${p.value} is impossible: this indicator can only be ${ranged(p)}`,
    many: (p) =>
      p.column === null
        ? manyValues('lie outside what their indicators can be')(p)
        : `${grouped(p.count)} values are impossible: this indicator can only be ${ranged(p)}`,
    todo: always('Check the decimal point and the unit, correct it and upload again'),
  },
  'duplicate-row': {
    what: (p) => {
      const of = [
        fact(p, 'areaEn') || fact(p, 'area'),
        ...(fact(p, 'cells') === 1 ? [fact(p, 'indicatorEn') || fact(p, 'indicator')] : []),
        fact(p, 'period'),
      ].join(' · ')
      const repeats = `repeats row ${hintOf(p)}: ${of}`
      if (fact(p, 'cells') === 1)
        return `${repeats}${fact(p, 'differing') === 0 ? ', with the same value' : ', with another value'}`
      return fact(p, 'differing') === 0
        ? `${repeats}, all ${fact(p, 'cells')} values alike`
        : `${repeats}; of ${fact(p, 'cells')} repeated values ${fact(p, 'differing')} differ`
    },
    many: (p) =>
      fact(p, 'differing') === 0
        ? `${grouped(p.count)} rows repeat earlier ones, with the same values`
        : `${grouped(p.count)} rows repeat earlier ones, with other values`,
    todo: (p) =>
      fact(p, 'differing') === 0
        ? 'Delete the repeated rows and upload again'
        : 'Find out which row is right, keep that one and upload again',
  },
  'outside-range': {
    what: (p) => `${p.value} lies outside the usual range ${ranged(p)}`,
    many: (p) =>
      p.column === null
        ? manyValues('lie outside the usual ranges of their indicators')(p)
        : `${grouped(p.count)} values lie outside the usual range ${ranged(p)}`,
    todo: always('If it is wrong, correct it and upload again; if it is right, say why and write it'),
  },
  'large-change': {
    what: (p) => `${p.value} differs by ${fact(p, 'change')} % from ${fact(p, 'old')} in ${fact(p, 'before')}`,
    many: manyValues('differ by more than 50 % from the year before'),
    todo: always('Please check; it does not stop the import'),
  },
  'area-with-children': {
    what: (p) => `“${p.value}” has areas below it`,
    many: (p) => `${grouped(p.count)} areas have areas below them`,
    todo: always('Its values are stored but not compared with those of other areas'),
  },
  'ignored-column': {
    what: always('is neither an indicator nor a known column and was not read'),
    todo: always('It does not stop the import; correct the header if the column is needed'),
  },
}
