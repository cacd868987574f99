/** The words of each problem after its place: what is wrong (once, and for many cells), what now. Chinese first, English beside it. */
import { IMPORT_LIMITS } from '../../contract/imports.ts'
import { AREA_WORDS } from '../area/areaWords.ts'
import type { Say } from '../../lib/say.ts'
import type { ProblemCode, RawProblem } from './problem.ts'

type Sentence = (problem: RawProblem, say: Say) => string
export interface Words {
  readonly what: Sentence
  /** When it holds for many cells; their places are listed after it. */
  readonly many?: Sentence
  readonly todo: Sentence
}
export const fact = (p: RawProblem, name: string): string | number => p.facts?.[name] ?? ''
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
/** Same words whatever the problem holds. */
export const both =
  (zh: string, en: string): Sentence =>
  (_p, say) =>
    say(zh, en)
const manyValues =
  (zh: string, en: string): Sentence =>
  (p, say) =>
    say(`有 ${grouped(p.count)} 个值${zh}`, `${grouped(p.count)} values ${en}`)
const SPLIT = both('请按时期或指标拆成几个文件，分别上传', 'Split it by period or by indicator and upload the parts')

/** The end of a sentence about an unknown name: the nearest one, the tied ones, or where to look. */
function nearestSentence(p: RawProblem, say: Say, otherwise: string): string {
  const near = p.suggestions ?? []
  const quoted = near.map((s) => `“${say(s.name, s.nameEn === '' ? s.name : s.nameEn)}”`)
  const [first] = near
  if (first === undefined) return otherwise
  if (near.length > 1)
    return say(
      `相近的有${quoted.join('、')}。请改为其中之一后重新上传`,
      `Near to it are ${quoted.join(', ')}. Write one of them and upload again`,
    )
  if (first.isSafe)
    return say(
      `最接近的是${quoted[0]}。确是它就采用这个名称，不是就改正后重新上传`,
      `Nearest is ${quoted[0]}. If that is what is meant take it, otherwise correct the file and upload again`,
    )
  return say(
    `最接近的是${quoted[0]}，但不能确定。请核对，在文件中改好后重新上传`,
    `Nearest is ${quoted[0]}, which is not certain. Check it, correct the file and upload again`,
  )
}

const ranged = (p: RawProblem, say: Say): string => {
  const [low, high] = [fact(p, 'low'), fact(p, 'high')]
  if (low === '') return say(`不大于 ${high}`, `at most ${high}`)
  return high === '' ? say(`不小于 ${low}`, `at least ${low}`) : `${low}–${high}`
}

export const PROBLEM_WORDS: Readonly<Record<ProblemCode, Words>> = {
  ...AREA_WORDS,
  'wrong-encoding': {
    what: both(
      '文件不是 UTF-8、GB18030（GBK）或 UTF-16 编码的文本',
      'The file is not text in UTF-8, GB18030 (GBK) or UTF-16',
    ),
    todo: both('请在电子表格中另存为“CSV UTF-8”后重新上传', 'Save it as “CSV UTF-8” and upload again'),
  },
  'nul-character': {
    what: both('含有空字符（NUL），文件可能已损坏', 'a NUL character: the file may be damaged'),
    todo: both('请重新导出为 CSV 后上传', 'Export it as CSV again and upload it'),
  },
  'empty-file': {
    what: both('文件是空的', 'The file is empty'),
    todo: both('请下载模板填写后上传', 'Download a template, fill it in and upload it'),
  },
  'no-rows': {
    what: both('文件只有表头，没有数据行', 'The file has a header and no rows below it'),
    todo: both('请填写后重新上传', 'Fill it in and upload again'),
  },
  'no-values': {
    what: both('文件中没有一个数值，全部为空或缺失', 'The file holds no value at all: every cell is empty or missing'),
    todo: both('请填写后重新上传', 'Fill it in and upload again'),
  },
  'too-many-rows': {
    what: (_p, say) =>
      say(
        `文件超过 ${grouped(IMPORT_LIMITS.rows)} 行的上限，其余部分没有读取`,
        `The file has more than ${grouped(IMPORT_LIMITS.rows)} rows, the most one import takes; the rest was not read`,
      ),
    todo: SPLIT,
  },
  'too-many-values': {
    what: (_p, say) =>
      say(
        `文件超过 ${grouped(IMPORT_LIMITS.values)} 个数值的上限，其余部分没有读取`,
        `The file has more than ${grouped(IMPORT_LIMITS.values)} values, the most one import takes; the rest was not read`,
      ),
    todo: SPLIT,
  },
  'too-many-periods': {
    what: (p, say) =>
      say(
        `文件含有超过 ${fact(p, 'limit')} 个时期，其余部分没有读取`,
        `More than ${fact(p, 'limit')} periods are named; the rest was not read`,
      ),
    todo: both('请核对时期一列，或拆成几个文件', 'Check the period column, or split the file'),
  },
  'unclosed-quote': {
    what: both(
      '开始的引号没有结束，此后的内容无法分辨',
      'a quotation mark opens and never closes, so what follows cannot be told apart',
    ),
    todo: both('请补上引号或重新导出', 'Close it or export the file again'),
  },
  'bad-quote': {
    what: both('引号的位置不对', 'a quotation mark stands where it may not'),
    many: both('引号的位置不对', 'a quotation mark stands where it may not'),
    todo: both(
      '请把内容里的引号写成两个（""），或重新导出',
      'Double those inside a cell (""), or export the file again',
    ),
  },
  'ragged-row': {
    what: (p, say) =>
      say(
        `有 ${fact(p, 'cells')} 列，表头有 ${fact(p, 'header')} 列`,
        `${fact(p, 'cells')} cells under a header of ${fact(p, 'header')}`,
      ),
    many: (p, say) =>
      say(`列数与表头（${fact(p, 'header')} 列）不同`, `not as many cells as the header (${fact(p, 'header')})`),
    todo: both('请检查是否多了或少了逗号', 'Look for a comma too many or too few'),
  },
  'no-areas': {
    what: both('本市还没有地区', 'The city has no areas yet'),
    todo: both('请先在“地区”中建立或上传地区，再导入数据', 'Add or upload areas first, then import data'),
  },
  'no-indicators': {
    what: both('本市还没有指标', 'The city has no indicators yet'),
    todo: both('请先采用一个评价框架，再导入数据', 'Adopt a framework first, then import data'),
  },
  'unknown-layout': {
    what: both('没有认出地区、时期或任何指标', 'no area, period or indicator is recognised here'),
    todo: both('请下载模板，对照表头修改后重新上传', 'Compare the header with a template and upload again'),
  },
  'missing-column': {
    what: (p, say) =>
      say(
        `缺少“${fact(p, 'column')}”一列${fact(p, 'hint')}`,
        `the column “${fact(p, 'columnEn')}” is missing${fact(p, 'hintEn')}`,
      ),
    todo: both('请补上后重新上传', 'Add it and upload again'),
  },
  'duplicate-column': {
    what: (p, say) => say(`与“${fact(p, 'other')}”是同一列`, `means the same as “${fact(p, 'other')}”`),
    todo: both('请只保留一列后重新上传', 'Keep one of the two columns and upload again'),
  },
  'unknown-column': {
    what: both(
      '没有认出这一列，其余各列已照常检查',
      'this column is not recognised; the others were checked all the same',
    ),
    todo: (p, say) =>
      nearestSentence(
        p,
        say,
        say(
          '请改为模板中的指标名称；不需要这一列请删去',
          'Use a name from the template, or delete the column if it is not needed',
        ),
      ),
  },
  'unnamed-column': {
    what: (p, say) =>
      say(`第 ${fact(p, 'number')} 列没有表头，却有内容`, `column ${fact(p, 'number')} has content and no header`),
    many: (p, say) =>
      say(
        `第 ${fact(p, 'number')} 列没有表头，却有 ${grouped(p.count)} 格内容`,
        `column ${fact(p, 'number')} has no header and ${grouped(p.count)} cells`,
      ),
    todo: both('请补上指标名称，或删去这一列', 'Name its indicator, or delete the column'),
  },
  'unit-mismatch': {
    what: (p, say) =>
      say(
        `单位写作“${fact(p, 'stated')}”，指标的单位是“${fact(p, 'own')}”，不能换算`,
        `the unit is given as “${fact(p, 'stated')}”, the indicator’s is “${fact(p, 'own')}”, and one cannot be turned into the other`,
      ),
    todo: both('请换算数值并更正单位后重新上传', 'Convert the values, correct the unit and upload again'),
  },
  'unknown-area': {
    what: (p, say) => say(`“${p.value}”不是本市的地区`, `“${p.value}” is not an area of this city`),
    many: (p, say) =>
      say(
        `“${p.value}”不是本市的地区，共 ${grouped(p.count)} 行`,
        `“${p.value}” is not an area of this city, in ${grouped(p.count)} rows`,
      ),
    todo: (p, say) =>
      nearestSentence(
        p,
        say,
        say(
          '请改为模板中的代码或名称，或先在“地区”中建立',
          'Use a code or name from the template, or add the area first',
        ),
      ),
  },
  'ambiguous-area': {
    what: (p, say) => say(`有几个地区都叫“${p.value}”`, `several areas are called “${p.value}”`),
    todo: both('请改用地区代码', 'Use the area code'),
  },
  'blank-area': {
    what: both('没有写地区', 'no area is given'),
    many: (p, say) => say(`有 ${grouped(p.count)} 行没有写地区`, `${grouped(p.count)} rows give no area`),
    todo: both('请补上地区代码或名称', 'Fill in its code or name'),
  },
  'unknown-indicator': {
    what: (p, say) =>
      say(`“${p.value}”不是本市评价框架中的指标`, `“${p.value}” is not an indicator of this city’s frameworks`),
    many: (p, say) =>
      say(
        `“${p.value}”不是本市评价框架中的指标，共 ${grouped(p.count)} 行`,
        `“${p.value}” is not an indicator of this city’s frameworks, in ${grouped(p.count)} rows`,
      ),
    todo: (p, say) => nearestSentence(p, say, say('请改为模板中的代码或名称', 'Use a code or name from the template')),
  },
  'ambiguous-indicator': {
    what: (p, say) => say(`有几个指标都叫“${p.value}”`, `several indicators are called “${p.value}”`),
    todo: both('请改用指标代码', 'Use the indicator code'),
  },
  'blank-indicator': {
    what: both('没有写指标', 'no indicator is given'),
    many: (p, say) => say(`有 ${grouped(p.count)} 行没有写指标`, `${grouped(p.count)} rows give no indicator`),
    todo: both('请补上指标代码或名称', 'Fill in its code or name'),
  },
  'bad-period': {
    what: (p, say) => say(`“${p.value}”不是可识别的时期`, `“${p.value}” is not a period`),
    many: (p, say) =>
      say(`有 ${grouped(p.count)} 行的时期不能识别`, `the period of ${grouped(p.count)} rows cannot be read`),
    todo: both('请写成 2024、2024-Q1、2024-H1 或 2024-01', 'Write 2024, 2024-Q1, 2024-H1 or 2024-01'),
  },
  'blank-period': {
    what: both('没有写时期', 'no period is given'),
    many: (p, say) => say(`有 ${grouped(p.count)} 行没有写时期`, `${grouped(p.count)} rows give no period`),
    todo: both('请补上，例如 2024', 'Fill it in, for example 2024'),
  },
  'not-a-number': {
    what: (p, say) => say(`不是数字：“${p.value}”`, `“${p.value}” is not a number`),
    many: manyValues('不是数字', 'are not numbers'),
    todo: (p, say) => {
      const hint = p.count === 1 ? p.places[0]?.hint : undefined
      return hint === undefined
        ? say(
            '请改为数字（缺失请留空）后重新上传',
            'Write a number, or leave the cell empty when there is none, and upload again',
          )
        : say(`请改为 ${hint} 后重新上传`, `Change it to ${hint} and upload again`)
    },
  },
  'percent-not-allowed': {
    what: (p, say) =>
      say(
        `“${p.value}”带有“%”，但指标的单位是“${fact(p, 'unit')}”`,
        `“${p.value}” carries a per-cent sign, but the unit is “${fact(p, 'unit')}”`,
      ),
    many: (p, say) =>
      say(
        `有 ${grouped(p.count)} 个值带有“%”，但指标的单位不是 %`,
        `${grouped(p.count)} values carry a per-cent sign, but the unit is not %`,
      ),
    todo: both('请换算成指标单位的数字', 'Write the number in the indicator’s unit'),
  },
  'magnitude-not-allowed': {
    what: (p, say) =>
      say(
        `“${p.value}”带有“万”或“亿”，而表头没有写这样的单位`,
        `“${p.value}” carries 万 or 亿, but the header states no such unit`,
      ),
    many: manyValues('带有“万”或“亿”，而表头没有写这样的单位', 'carry 万 or 亿, but the header states no such unit'),
    todo: (p, say) =>
      p.count > 1
        ? say('请写成数字，或在表头写明单位', 'Write plain numbers, or state the unit in the header')
        : say(
            `请改为 ${p.places[0]?.hint ?? ''}（${fact(p, 'unit')}），或在表头写明单位`,
            `Write ${p.places[0]?.hint ?? ''} (${fact(p, 'unit')}), or state the unit in the header`,
          ),
  },
  'too-large-a-number': {
    what: (p, say) => say(`数值过大：“${p.value}”`, `“${p.value}” is too large`),
    many: manyValues('过大', 'are too large'),
    todo: both('请核对位数', 'Check the digits'),
  },
  'outside-bounds': {
    what: (p, say) =>
      say(
        `${p.value} 不可能：这项指标只能${bounded(p, say)}`,
        `${p.value} is impossible: this indicator can only be ${bounded(p, say)}`,
      ),
    many: (p, say) =>
      p.column === null
        ? manyValues('超出指标可能的范围', 'lie outside what their indicators can be')(p, say)
        : say(
            `有 ${grouped(p.count)} 个值不可能：这项指标只能${bounded(p, say)}`,
            `${grouped(p.count)} values are impossible: this indicator can only be ${bounded(p, say)}`,
          ),
    todo: both(
      '请核对小数点和单位，改正后重新上传',
      'Check the decimal point and the unit, correct it and upload again',
    ),
  },
  'duplicate-row': {
    what: (p, say) => {
      const of = [
        say(String(fact(p, 'area')), String(fact(p, 'areaEn') || fact(p, 'area'))),
        ...(fact(p, 'cells') === 1
          ? [say(String(fact(p, 'indicator')), String(fact(p, 'indicatorEn') || fact(p, 'indicator')))]
          : []),
        fact(p, 'period'),
      ].join(' · ')
      const repeats = say(`与第 ${p.places[0]?.hint} 行重复：${of}`, `repeats row ${p.places[0]?.hint}: ${of}`)
      if (fact(p, 'cells') === 1)
        return (
          repeats +
          (fact(p, 'differing') === 0
            ? say('，值相同', ', with the same value')
            : say('，值不同', ', with another value'))
        )
      return fact(p, 'differing') === 0
        ? say(`${repeats}，${fact(p, 'cells')} 个值全部相同`, `${repeats}, all ${fact(p, 'cells')} values alike`)
        : say(
            `${repeats}，重复的 ${fact(p, 'cells')} 个值中有 ${fact(p, 'differing')} 个不同`,
            `${repeats}; of ${fact(p, 'cells')} repeated values ${fact(p, 'differing')} differ`,
          )
    },
    many: (p, say) =>
      fact(p, 'differing') === 0
        ? say(
            `有 ${grouped(p.count)} 行与前面的行重复，值全部相同`,
            `${grouped(p.count)} rows repeat earlier ones, with the same values`,
          )
        : say(
            `有 ${grouped(p.count)} 行与前面的行重复，值却不同`,
            `${grouped(p.count)} rows repeat earlier ones, with other values`,
          ),
    todo: (p, say) =>
      fact(p, 'differing') === 0
        ? say('请删去重复的行后重新上传', 'Delete the repeated rows and upload again')
        : say(
            '请核对哪一行是对的，只保留一行后重新上传',
            'Find out which row is right, keep that one and upload again',
          ),
  },
  'outside-range': {
    what: (p, say) =>
      say(`${p.value} 不在通常范围 ${ranged(p, say)} 内`, `${p.value} lies outside the usual range ${ranged(p, say)}`),
    many: (p, say) =>
      p.column === null
        ? manyValues('不在指标的通常范围内', 'lie outside the usual ranges of their indicators')(p, say)
        : say(
            `有 ${grouped(p.count)} 个值不在通常范围 ${ranged(p, say)} 内`,
            `${grouped(p.count)} values lie outside the usual range ${ranged(p, say)}`,
          ),
    todo: both(
      '写错了请改正后重新上传；没有写错请说明原因再写入',
      'If it is wrong, correct it and upload again; if it is right, say why and write it',
    ),
  },
  'large-change': {
    what: (p, say) =>
      say(
        `${p.value} 比 ${fact(p, 'before')} 的 ${fact(p, 'old')} 变化 ${fact(p, 'change')}%`,
        `${p.value} differs by ${fact(p, 'change')} % from ${fact(p, 'old')} in ${fact(p, 'before')}`,
      ),
    many: manyValues('比上年同期变化超过 50%', 'differ by more than 50 % from the year before'),
    todo: both('请核对；不影响写入', 'Please check; it does not stop the import'),
  },
  'area-with-children': {
    what: (p, say) => say(`“${p.value}”下还有下级地区`, `“${p.value}” has areas below it`),
    many: (p, say) =>
      say(`有 ${grouped(p.count)} 个地区下还有下级地区`, `${grouped(p.count)} areas have areas below them`),
    todo: both('它的值会保存，但不参与地区间比较', 'Its values are stored but not compared with those of other areas'),
  },
  'ignored-column': {
    what: both('不是指标，也不是已知的列，没有读取', 'is neither an indicator nor a known column and was not read'),
    todo: both(
      '不影响写入；需要这一列请改正表头',
      'It does not stop the import; correct the header if the column is needed',
    ),
  },
}

/** 在 0–100 之间 / 不小于 0: the sentence's end for a hard bound. */
function bounded(p: RawProblem, say: Say): string {
  const both = fact(p, 'low') !== '' && fact(p, 'high') !== ''
  return both ? say(`在 ${ranged(p, say)} 之间`, ranged(p, say)) : ranged(p, say)
}
