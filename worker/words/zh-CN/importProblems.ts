/** The words of each problem of an imported file after its place: what is wrong (once, and for many cells), what now. */
import { IMPORT_LIMITS } from '../../contract/importLimits.ts'
import { always, fact, grouped, hintOf, type ProblemWords, type Told, type ToldProblem } from '../importProblem.ts'
import { areaProblems } from './areaProblems.ts'
import { names } from './names.ts'

const manyValues =
  (text: string): Told =>
  (p) =>
    `有 ${grouped(p.count)} 个值${text}`
const split = always('请按时期或指标拆成几个文件，分别上传')

/** Columns that a file must have. */
const COLUMNS: Readonly<Record<string, string>> = {
  area: '地区代码',
  indicator: '指标代码',
  period: '时期',
  value: '值',
  code: '代码',
  name: '名称',
}

/** The end of a sentence about an unknown name: the nearest one, the tied ones, or where to look. */
function nearest(p: ToldProblem, otherwise: string): string {
  const near = p.suggestions ?? []
  const quoted = near.map((s) => `“${names.of(s)}”`)
  const [first] = near
  if (first === undefined) return otherwise
  if (near.length > 1) return `相近的有${quoted.join('、')}。请改为其中之一后重新上传`
  return first.isSafe
    ? `最接近的是${quoted[0]}。确是它就采用这个名称，不是就改正后重新上传`
    : `最接近的是${quoted[0]}，但不能确定。请核对，在文件中改好后重新上传`
}

function ranged(p: ToldProblem): string {
  const [low, high] = [fact(p, 'low'), fact(p, 'high')]
  if (low === '') return `不大于 ${high}`
  return high === '' ? `不小于 ${low}` : `${low}–${high}`
}

/** 在 0–100 之间 / 不小于 0: the sentence's end for a hard bound. */
const bounded = (p: ToldProblem): string =>
  fact(p, 'low') !== '' && fact(p, 'high') !== '' ? `在 ${ranged(p)} 之间` : ranged(p)

export const importProblems = {
  ...areaProblems,
  'wrong-encoding': {
    what: always('文件不是 UTF-8、GB18030（GBK）或 UTF-16 编码的文本'),
    todo: always('请在电子表格中另存为“CSV UTF-8”后重新上传'),
  },
  'nul-character': {
    what: always('含有空字符（NUL），文件可能已损坏'),
    todo: always('请重新导出为 CSV 后上传'),
  },
  'empty-file': { what: always('文件是空的'), todo: always('请下载模板填写后上传') },
  'no-rows': { what: always('文件只有表头，没有数据行'), todo: always('请填写后重新上传') },
  'no-values': {
    what: always('文件中没有一个数值，全部为空或缺失'),
    todo: always('请填写后重新上传'),
  },
  'too-many-rows': {
    what: () => `文件超过 ${grouped(IMPORT_LIMITS.rows)} 行的上限，其余部分没有读取`,
    todo: split,
  },
  'too-many-values': {
    what: () => `文件超过 ${grouped(IMPORT_LIMITS.values)} 个数值的上限，其余部分没有读取`,
    todo: split,
  },
  'too-many-periods': {
    what: (p) => `文件含有超过 ${fact(p, 'limit')} 个时期，其余部分没有读取`,
    todo: always('请核对时期一列，或拆成几个文件'),
  },
  'unclosed-quote': {
    what: always('开始的引号没有结束，此后的内容无法分辨'),
    todo: always('请补上引号或重新导出'),
  },
  'bad-quote': {
    what: always('引号的位置不对'),
    many: always('引号的位置不对'),
    todo: always('请把内容里的引号写成两个（""），或重新导出'),
  },
  'ragged-row': {
    what: (p) => `有 ${fact(p, 'cells')} 列，表头有 ${fact(p, 'header')} 列`,
    many: (p) => `列数与表头（${fact(p, 'header')} 列）不同`,
    todo: always('请检查是否多了或少了逗号'),
  },
  'no-areas': {
    what: always('本市还没有地区'),
    todo: always('请先在“地区”中建立或上传地区，再导入数据'),
  },
  'no-indicators': {
    what: always('本市还没有指标'),
    todo: always('请先采用一个评价框架，再导入数据'),
  },
  'unknown-layout': {
    what: always('没有认出地区、时期或任何指标'),
    todo: always('请下载模板，对照表头修改后重新上传'),
  },
  'missing-column': {
    // An import of an earlier release holds the column and the end of its sentence in words.
    what: (p) => {
      const missing = String(fact(p, 'missing'))
      return missing === ''
        ? `缺少“${fact(p, 'column')}”一列${fact(p, 'hint')}`
        : `缺少“${COLUMNS[missing] ?? missing}”一列${missing === 'period' ? '，上传时也没有选择时期' : ''}`
    },
    todo: always('请补上后重新上传'),
  },
  'duplicate-column': {
    what: (p) => `与“${fact(p, 'other')}”是同一列`,
    todo: always('请只保留一列后重新上传'),
  },
  'unknown-column': {
    what: always('没有认出这一列，其余各列已照常检查'),
    todo: (p) => nearest(p, '请改为模板中的指标名称；不需要这一列请删去'),
  },
  'unnamed-column': {
    what: (p) => `第 ${fact(p, 'number')} 列没有表头，却有内容`,
    many: (p) => `第 ${fact(p, 'number')} 列没有表头，却有 ${grouped(p.count)} 格内容`,
    todo: always('请补上指标名称，或删去这一列'),
  },
  'unit-mismatch': {
    what: (p) => `单位写作“${fact(p, 'stated')}”，指标的单位是“${fact(p, 'own')}”，不能换算`,
    todo: always('请换算数值并更正单位后重新上传'),
  },
  'unknown-area': {
    what: (p) => `“${p.value}”不是本市的地区`,
    many: (p) => `“${p.value}”不是本市的地区，共 ${grouped(p.count)} 行`,
    todo: (p) => nearest(p, '请改为模板中的代码或名称，或先在“地区”中建立'),
  },
  'ambiguous-area': { what: (p) => `有几个地区都叫“${p.value}”`, todo: always('请改用地区代码') },
  'blank-area': {
    what: always('没有写地区'),
    many: (p) => `有 ${grouped(p.count)} 行没有写地区`,
    todo: always('请补上地区代码或名称'),
  },
  'unknown-indicator': {
    what: (p) => `“${p.value}”不是本市评价框架中的指标`,
    many: (p) => `“${p.value}”不是本市评价框架中的指标，共 ${grouped(p.count)} 行`,
    todo: (p) => nearest(p, '请改为模板中的代码或名称'),
  },
  'ambiguous-indicator': { what: (p) => `有几个指标都叫“${p.value}”`, todo: always('请改用指标代码') },
  'blank-indicator': {
    what: always('没有写指标'),
    many: (p) => `有 ${grouped(p.count)} 行没有写指标`,
    todo: always('请补上指标代码或名称'),
  },
  'bad-period': {
    what: (p) => `“${p.value}”不是可识别的时期`,
    many: (p) => `有 ${grouped(p.count)} 行的时期不能识别`,
    todo: always('请写成 2024、2024-Q1、2024-H1 或 2024-01'),
  },
  'blank-period': {
    what: always('没有写时期'),
    many: (p) => `有 ${grouped(p.count)} 行没有写时期`,
    todo: always('请补上，例如 2024'),
  },
  'not-a-number': {
    what: (p) => `不是数字：“${p.value}”`,
    many: manyValues('不是数字'),
    todo: (p) =>
      p.count === 1 && hintOf(p) !== '' ? `请改为 ${hintOf(p)} 后重新上传` : '请改为数字（缺失请留空）后重新上传',
  },
  'percent-not-allowed': {
    what: (p) => `“${p.value}”带有“%”，但指标的单位是“${fact(p, 'unit')}”`,
    many: (p) => `有 ${grouped(p.count)} 个值带有“%”，但指标的单位不是 %`,
    todo: always('请换算成指标单位的数字'),
  },
  'magnitude-not-allowed': {
    what: (p) => `“${p.value}”带有“万”或“亿”，而表头没有写这样的单位`,
    many: manyValues('带有“万”或“亿”，而表头没有写这样的单位'),
    todo: (p) =>
      p.count > 1 ? '请写成数字，或在表头写明单位' : `请改为 ${hintOf(p)}（${fact(p, 'unit')}），或在表头写明单位`,
  },
  'too-large-a-number': {
    what: (p) => `数值过大：“${p.value}”`,
    many: manyValues('过大'),
    todo: always('请核对位数'),
  },
  'outside-bounds': {
    what: (p) => `${p.value} 不可能：这项指标只能${bounded(p)}`,
    many: (p) =>
      p.column === null
        ? manyValues('超出指标可能的范围')(p)
        : `有 ${grouped(p.count)} 个值不可能：这项指标只能${bounded(p)}`,
    todo: always('请核对小数点和单位，改正后重新上传'),
  },
  'duplicate-row': {
    what: (p) => {
      const of = [fact(p, 'area'), ...(fact(p, 'cells') === 1 ? [fact(p, 'indicator')] : []), fact(p, 'period')].join(
        ' · ',
      )
      const repeats = `与第 ${hintOf(p)} 行重复：${of}`
      if (fact(p, 'cells') === 1) return `${repeats}${fact(p, 'differing') === 0 ? '，值相同' : '，值不同'}`
      return fact(p, 'differing') === 0
        ? `${repeats}，${fact(p, 'cells')} 个值全部相同`
        : `${repeats}，重复的 ${fact(p, 'cells')} 个值中有 ${fact(p, 'differing')} 个不同`
    },
    many: (p) =>
      fact(p, 'differing') === 0
        ? `有 ${grouped(p.count)} 行与前面的行重复，值全部相同`
        : `有 ${grouped(p.count)} 行与前面的行重复，值却不同`,
    todo: (p): string =>
      fact(p, 'differing') === 0 ? '请删去重复的行后重新上传' : '请核对哪一行是对的，只保留一行后重新上传',
  },
  'outside-range': {
    what: (p) => `${p.value} 不在通常范围 ${ranged(p)} 内`,
    many: (p) =>
      p.column === null
        ? manyValues('不在指标的通常范围内')(p)
        : `有 ${grouped(p.count)} 个值不在通常范围 ${ranged(p)} 内`,
    todo: always('写错了请改正后重新上传；没有写错请说明原因再写入'),
  },
  'large-change': {
    what: (p) => `${p.value} 比 ${fact(p, 'before')} 的 ${fact(p, 'old')} 变化 ${fact(p, 'change')}%`,
    many: manyValues('比上年同期变化超过 50%'),
    todo: always('请核对；不影响写入'),
  },
  'area-with-children': {
    what: (p) => `“${p.value}”下还有下级地区`,
    many: (p) => `有 ${grouped(p.count)} 个地区下还有下级地区`,
    todo: always('它的值会保存，但不参与地区间比较'),
  },
  'ignored-column': {
    what: always('不是指标，也不是已知的列，没有读取'),
    todo: always('不影响写入；需要这一列请改正表头'),
  },
} satisfies Readonly<Record<string, ProblemWords>>
