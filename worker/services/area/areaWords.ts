/** What can be wrong with a file of areas, in words: the part of the import's problems that only areas have. */
import type { Say } from '../../lib/say.ts'
import type { RawProblem } from '../import/problem.ts'

const fact = (p: RawProblem, name: string): string | number => p.facts?.[name] ?? ''
const both =
  (zh: string, en: string) =>
  (_p: RawProblem, say: Say): string =>
    say(zh, en)
const AGAIN = both('请改正后重新上传', 'Correct it and upload again')
const manyCells =
  (zh: string, en: string) =>
  (p: RawProblem, say: Say): string =>
    say(`有 ${p.count} 格${zh}`, `${p.count} cells ${en}`)

export const AREA_WORDS = {
  'unknown-area-column': {
    what: both(
      '没有认出这一列，其余各列已照常检查',
      'this column is not recognised; the others were checked all the same',
    ),
    todo: (p: RawProblem, say: Say) => {
      const near = (p.suggestions ?? []).map((s) => `“${say(s.name, s.nameEn)}”`)
      return near.length === 0
        ? say(
            '请对照模板修改表头，人口列写作“人口:2024”；不需要这一列请删去',
            'Compare the header with the template; a population is headed “population:2024”. Delete the column if it is not needed',
          )
        : say(
            `相近的有${near.join('、')}。请对照模板修改表头；不需要这一列请删去`,
            `Near to it: ${near.join(', ')}. Correct the header, or delete the column if it is not needed`,
          )
    },
  },
  'bad-code': {
    what: (p: RawProblem, say: Say) => say(`“${p.value ?? ''}”不是有效的代码`, `“${p.value ?? ''}” is not a code`),
    many: manyCells('不是有效的代码', 'are not codes'),
    todo: both('请用 1–32 位数字、字母、下划线或连字符', 'Use 1–32 digits, letters, underscores or hyphens'),
  },
  'blank-name': {
    what: both('没有写名称', 'the name is missing'),
    many: (p: RawProblem, say: Say) => say(`有 ${p.count} 行没有写名称`, `${p.count} rows give no name`),
    todo: both('请补上后重新上传', 'Fill it in and upload again'),
  },
  'too-long': {
    what: (p: RawProblem, say: Say) =>
      say(`超过 ${fact(p, 'limit')} 个字`, `longer than ${fact(p, 'limit')} characters`),
    many: manyCells('太长', 'are too long'),
    todo: both('请缩短后重新上传', 'Shorten it and upload again'),
  },
  'bad-setting': {
    what: (p: RawProblem, say: Say) => say(`“${p.value}”不是城乡属性`, `“${p.value}” is neither urban nor rural`),
    many: manyCells('不是城乡属性', 'are neither urban nor rural'),
    todo: both('请写城镇或农村，没有请留空', 'Write urban or rural, or leave it empty'),
  },
  'bad-population': {
    what: (p: RawProblem, say: Say) => say(`不是人口数：“${p.value}”`, `“${p.value}” is not a population`),
    many: manyCells('不是人口数', 'are not populations'),
    todo: both('请写 0 或以上的数，没有请留空', 'Write a number of 0 or more, or leave it empty'),
  },
  'duplicate-code': {
    what: (p: RawProblem, say: Say) =>
      say(
        `代码“${p.value}”与第 ${p.places[0]?.hint ?? ''} 行重复`,
        `the code “${p.value}” stands in row ${p.places[0]?.hint ?? ''} already`,
      ),
    many: (p: RawProblem, say: Say) =>
      say(`有 ${p.count} 行的代码前面已有`, `the codes of ${p.count} rows stand above already`),
    todo: both('一个地区只写一行，请删去多余的行', 'Give each area one row; delete the others'),
  },
  'unknown-parent': {
    what: (p: RawProblem, say: Say) =>
      say(`没有代码为“${p.value}”的上级地区`, `there is no parent area with the code “${p.value}”`),
    many: (p: RawProblem, say: Say) =>
      say(
        `没有代码为“${p.value}”的上级地区，共 ${p.count} 行`,
        `there is no parent area with the code “${p.value}”, in ${p.count} rows`,
      ),
    todo: both('请更正代码，或把上级地区也写进文件', 'Correct the code, or put the parent area into the file too'),
  },
  'parent-cycle': {
    what: (p: RawProblem, say: Say) =>
      say(`“${fact(p, 'name')}”的上级最终又指回它自己`, `the parents of “${fact(p, 'name')}” lead back to itself`),
    many: (p: RawProblem, say: Say) =>
      say(`有 ${p.count} 个地区的上级又指回自己`, `the parents of ${p.count} areas lead back to themselves`),
    todo: AGAIN,
  },
  'too-deep': {
    what: (p: RawProblem, say: Say) =>
      say(
        `“${fact(p, 'name')}”上面超过 ${fact(p, 'limit')} 级`,
        `more than ${fact(p, 'limit')} levels lie above “${fact(p, 'name')}”`,
      ),
    many: (p: RawProblem, say: Say) =>
      say(
        `有 ${p.count} 个地区上面超过 ${fact(p, 'limit')} 级`,
        `more than ${fact(p, 'limit')} levels lie above ${p.count} areas`,
      ),
    todo: both('请核对上级代码', 'Check the parent codes'),
  },
  'too-many-areas': {
    what: (p: RawProblem, say: Say) =>
      say(
        `一个城市最多 ${fact(p, 'limit')} 个地区，写入后会超过`,
        `A city holds at most ${fact(p, 'limit')} areas; this would make more`,
      ),
    todo: both('请先删除不用的地区', 'Delete unused areas first'),
  },
  'too-many-populations': {
    what: (p: RawProblem, say: Say) =>
      say(
        `人口数超过 ${fact(p, 'limit')} 个的上限，其余没有读取`,
        `More than ${fact(p, 'limit')} populations; the rest was not read`,
      ),
    todo: both('请按时期拆成几个文件', 'Split the file by period'),
  },
} as const
