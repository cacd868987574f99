/** What can be wrong with a file of areas: the problems of an import that only areas have. */
import { always, fact, hintOf, type ProblemWords, type Told } from '../importProblem.ts'
import { names } from './names.ts'

const manyCells =
  (text: string): Told =>
  (p) =>
    `有 ${p.count} 格${text}`

export const areaProblems = {
  'unknown-area-column': {
    what: always('没有认出这一列，其余各列已照常检查'),
    todo: (p) => {
      const near = (p.suggestions ?? []).map((s) => `“${names.of(s)}”`)
      return near.length === 0
        ? '请对照模板修改表头，人口列写作“人口:2024”；不需要这一列请删去'
        : `相近的有${near.join('、')}。请对照模板修改表头；不需要这一列请删去`
    },
  },
  'bad-code': {
    what: (p) => `“${p.value ?? ''}”不是有效的代码`,
    many: manyCells('不是有效的代码'),
    todo: always('请用 1–32 位数字、字母、下划线或连字符'),
  },
  'blank-name': {
    what: always('没有写名称'),
    many: (p) => `有 ${p.count} 行没有写名称`,
    todo: always('请补上后重新上传'),
  },
  'too-long': {
    what: (p) => `超过 ${fact(p, 'limit')} 个字`,
    many: manyCells('太长'),
    todo: always('请缩短后重新上传'),
  },
  'bad-setting': {
    what: (p) => `“${p.value}”不是城乡属性`,
    many: manyCells('不是城乡属性'),
    todo: always('请写城镇或农村，没有请留空'),
  },
  'bad-population': {
    what: (p) => `不是人口数：“${p.value}”`,
    many: manyCells('不是人口数'),
    todo: always('请写 0 或以上的数，没有请留空'),
  },
  'duplicate-code': {
    what: (p) => `代码“${p.value}”与第 ${hintOf(p)} 行重复`,
    many: (p) => `有 ${p.count} 行的代码前面已有`,
    todo: always('一个地区只写一行，请删去多余的行'),
  },
  'unknown-parent': {
    what: (p) => `没有代码为“${p.value}”的上级地区`,
    many: (p) => `没有代码为“${p.value}”的上级地区，共 ${p.count} 行`,
    todo: always('请更正代码，或把上级地区也写进文件'),
  },
  'parent-cycle': {
    what: (p) => `“${fact(p, 'name')}”的上级最终又指回它自己`,
    many: (p) => `有 ${p.count} 个地区的上级又指回自己`,
    todo: always('请改正后重新上传'),
  },
  'too-deep': {
    what: (p) => `“${fact(p, 'name')}”上面超过 ${fact(p, 'limit')} 级`,
    many: (p) => `有 ${p.count} 个地区上面超过 ${fact(p, 'limit')} 级`,
    todo: always('请核对上级代码'),
  },
  'too-many-areas': {
    what: (p) => `一个城市最多 ${fact(p, 'limit')} 个地区，写入后会超过`,
    todo: always('请先删除不用的地区'),
  },
  'too-many-populations': {
    what: (p) => `人口数超过 ${fact(p, 'limit')} 个的上限，其余没有读取`,
    todo: always('请按时期拆成几个文件'),
  },
} satisfies Readonly<Record<string, ProblemWords>>
