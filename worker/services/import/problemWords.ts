/** The sentence of each problem after its place: what is wrong, what now. Chinese first, English beside it. */
import { IMPORT_LIMITS } from '../../routes/imports/schema.ts'
import type { Say } from '../say.ts'
import type { ProblemCode, RawProblem } from './problem.ts'

type Words = (problem: RawProblem, say: Say) => string
const fact = (p: RawProblem, name: string): string | number => p.facts?.[name] ?? ''
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const PROBLEM_WORDS: Readonly<Record<ProblemCode, Words>> = {
  'wrong-encoding': (_p, say) =>
    say(
      '文件不是 UTF-8、GB18030（GBK）或 UTF-16 编码的文本。请在电子表格中另存为“CSV UTF-8”后重新上传；',
      'The file is not text in UTF-8, GB18030 (GBK) or UTF-16. Save it as “CSV UTF-8” and upload again.',
    ),
  'nul-character': (_p, say) =>
    say(
      '含有空字符（NUL），文件可能已损坏。请重新导出为 CSV 后上传；',
      'A NUL character: the file may be damaged. Export it as CSV again and upload it.',
    ),
  'empty-file': (_p, say) =>
    say('文件是空的。请下载模板填写后上传；', 'The file is empty. Download a template, fill it in and upload it.'),
  'no-rows': (_p, say) =>
    say(
      '文件只有表头，没有数据行。请填写后重新上传；',
      'The file has a header and no rows below it. Fill it in and upload again.',
    ),
  'no-values': (_p, say) =>
    say(
      '文件中没有一个数值，全部为空或缺失。请填写后重新上传；',
      'The file holds no value at all: every cell is empty or missing. Fill it in and upload again.',
    ),
  'too-many-rows': (_p, say) =>
    say(
      `文件超过 ${grouped(IMPORT_LIMITS.rows)} 行的上限，其余部分没有读取。请按时期或指标拆成几个文件，分别上传；`,
      `The file has more than ${grouped(IMPORT_LIMITS.rows)} rows, the most one import takes; the rest was not read. Split it by period or by indicator and upload the parts.`,
    ),
  'too-many-values': (_p, say) =>
    say(
      `文件超过 ${grouped(IMPORT_LIMITS.values)} 个数值的上限，其余部分没有读取。请按时期或指标拆成几个文件，分别上传；`,
      `The file has more than ${grouped(IMPORT_LIMITS.values)} values, the most one import takes; the rest was not read. Split it by period or by indicator and upload the parts.`,
    ),
  'too-many-periods': (p, say) =>
    say(
      `文件含有超过 ${fact(p, 'limit')} 个时期，其余部分没有读取。请核对时期一列，或拆成几个文件；`,
      `The file names more than ${fact(p, 'limit')} periods; the rest was not read. Check the period column, or split the file.`,
    ),
  'unclosed-quote': (_p, say) =>
    say(
      '开始的引号没有结束，此后的内容无法分辨。请补上引号或重新导出；',
      'a quotation mark opens and never closes, so what follows cannot be told apart. Close it or export the file again.',
    ),
  'bad-quote': (_p, say) =>
    say(
      '引号的位置不对。请把内容里的引号写成两个（""），或重新导出；',
      'a quotation mark stands where it may not. Double those inside a cell (""), or export the file again.',
    ),
  'ragged-row': (p, say) =>
    say(
      `有 ${fact(p, 'cells')} 列，表头有 ${fact(p, 'header')} 列。请检查是否多了或少了逗号；`,
      `${fact(p, 'cells')} cells under a header of ${fact(p, 'header')}. Look for a comma too many or too few.`,
    ),
  'no-areas': (_p, say) =>
    say(
      '本市还没有地区。请先在“地区”中建立或上传地区，再导入数据；',
      'The city has no areas yet. Add or upload areas first, then import data.',
    ),
  'no-indicators': (_p, say) =>
    say(
      '本市还没有指标。请先采用一个评价框架，再导入数据；',
      'The city has no indicators yet. Adopt a framework first, then import data.',
    ),
  'unknown-layout': (_p, say) =>
    say(
      '没有认出任何指标，也没有“指标”与“值”两列。请下载模板，对照表头修改后重新上传；',
      'no indicator is recognised here, nor are there columns “indicator” and “value”. Compare the header with a template and upload again.',
    ),
  'missing-column': (p, say) =>
    say(
      `缺少“${fact(p, 'column')}”一列${fact(p, 'hint')}。请补上后重新上传；`,
      `the column “${fact(p, 'columnEn')}” is missing${fact(p, 'hintEn')}. Add it and upload again.`,
    ),
  'duplicate-column': (p, say) =>
    say(
      `与“${fact(p, 'other')}”重复。请只保留一列；`,
      `means the same as “${fact(p, 'other')}”. Keep one of the two columns.`,
    ),
  'unnamed-column': (p, say) =>
    say(
      `第 ${fact(p, 'number')} 列没有表头，却有内容。请补上指标名称，或删去这一列；`,
      `column ${fact(p, 'number')} has content and no header. Name its indicator, or delete the column.`,
    ),
  'unit-mismatch': (p, say) =>
    say(
      `的单位写作“${fact(p, 'stated')}”，指标的单位是“${fact(p, 'own')}”，不能换算。请换算后更正表头；`,
      `the unit is given as “${fact(p, 'stated')}”, the indicator’s is “${fact(p, 'own')}”, and one cannot be turned into the other. Convert the values and correct the header.`,
    ),
  'unknown-area': (p, say) =>
    say(
      `不是本市的地区：“${p.value}”。请改为模板中的代码或名称，或先在“地区”中建立；`,
      `“${p.value}” is not an area of this city. Use a code or name from the template, or add the area first.`,
    ),
  'ambiguous-area': (p, say) =>
    say(`有几个地区都叫“${p.value}”。请改用地区代码；`, `several areas are called “${p.value}”. Use the area code.`),
  'blank-area': (_p, say) => say('没有写地区。请补上地区代码或名称；', 'no area is given. Fill in its code or name.'),
  'unknown-indicator': (p, say) =>
    say(
      `不是本市框架中的指标：“${p.value}”。请改为模板中的代码或名称；`,
      `“${p.value}” is not an indicator of this city’s frameworks. Use a code or name from the template.`,
    ),
  'ambiguous-indicator': (p, say) =>
    say(
      `有几个指标都叫“${p.value}”。请改用指标代码；`,
      `several indicators are called “${p.value}”. Use the indicator code.`,
    ),
  'blank-indicator': (_p, say) =>
    say('没有写指标。请补上指标代码或名称；', 'no indicator is given. Fill in its code or name.'),
  'bad-period': (p, say) =>
    say(
      `不是可识别的时期：“${p.value}”。请写成 2024、2024-Q1、2024-H1 或 2024-01；`,
      `“${p.value}” is not a period. Write 2024, 2024-Q1, 2024-H1 or 2024-01.`,
    ),
  'blank-period': (_p, say) =>
    say('没有写时期。请补上，例如 2024；', 'no period is given. Fill it in, for example 2024.'),
  'not-a-number': (p, say) =>
    p.facts?.['suggestion'] === undefined
      ? say(
          `不是数字：“${p.value}”。请改为数字（缺失请留空）后重新上传，`,
          `“${p.value}” is not a number. Write a number, or leave the cell empty when there is none, and upload again.`,
        )
      : say(
          `不是数字：“${p.value}”。请改为 ${fact(p, 'suggestion')} 后重新上传，`,
          `“${p.value}” is not a number. Change it to ${fact(p, 'suggestion')} and upload again.`,
        ),
  'percent-not-allowed': (p, say) =>
    say(
      `带有“%”，但指标的单位是“${fact(p, 'unit')}”：“${p.value}”。请换算成该单位的数字；`,
      `“${p.value}” carries a per-cent sign, but the unit is “${fact(p, 'unit')}”. Write the number in that unit.`,
    ),
  'magnitude-not-allowed': (p, say) =>
    say(
      `带有“万”或“亿”，而表头没有写这样的单位：“${p.value}”。请改为 ${fact(p, 'suggestion')}（${fact(p, 'unit')}），或在表头写明单位；`,
      `“${p.value}” carries 万 or 亿, but the header states no such unit. Write ${fact(p, 'suggestion')} (${fact(p, 'unit')}), or state the unit in the header.`,
    ),
  'too-large-a-number': (p, say) =>
    say(`数值过大：“${p.value}”。请核对位数；`, `“${p.value}” is too large. Check the digits.`),
  'duplicate-key': (p, say) =>
    say(
      `与第 ${fact(p, 'first')} 行重复：${fact(p, 'area')} · ${fact(p, 'indicator')} · ${fact(p, 'period')}。请只保留一行；`,
      `repeats row ${fact(p, 'first')}: ${fact(p, 'area')} · ${fact(p, 'indicator')} · ${fact(p, 'period')}. Keep one of them.`,
    ),
  'outside-range': (p, say) =>
    say(
      `的值 ${p.value} 不在通常范围 ${fact(p, 'low')}–${fact(p, 'high')} 内。请核对；不影响写入。`,
      `${p.value} lies outside the usual range ${fact(p, 'low')}–${fact(p, 'high')}. Please check; it does not stop the import.`,
    ),
  'large-change': (p, say) =>
    say(
      `的值 ${p.value} 比 ${fact(p, 'before')} 的 ${fact(p, 'old')} 变化 ${fact(p, 'change')}%。请核对；不影响写入。`,
      `${p.value} differs by ${fact(p, 'change')} % from ${fact(p, 'old')} in ${fact(p, 'before')}. Please check; it does not stop the import.`,
    ),
  'area-with-children': (p, say) =>
    say(
      `“${p.value}”下还有下级地区，它的值会保存，但不参与地区间比较。`,
      `“${p.value}” has areas below it: its values are stored but not compared with those of other areas.`,
    ),
  'ignored-column': (_p, say) =>
    say('不是指标，也不是已知的列，没有读取。', 'is neither an indicator nor a known column and was not read.'),
}
