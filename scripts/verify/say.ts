/** A verification in one line for a terminal, both languages in it. */
import type { Proof } from '../../worker/contract/record.ts'
import type { ProofFault } from '../../worker/record/proof.ts'
import type { Unreadable } from '../../worker/record/readBundle.ts'
import type { Check, Difference, Report } from '../../worker/record/report.types.ts'

export interface Said {
  readonly exit: 0 | 1 | 2
  readonly lines: readonly string[]
}

const MOST_SHOWN = 120

const UNABLE: Readonly<Record<NonNullable<Check['reason']>, string>> = {
  withheld: '原始值未公开，不能重算 · raw values are withheld, so it cannot be computed again',
  'other-engine': '由另一版本的引擎计算，请用该版本核验 · computed by another engine version: verify with that one',
  'no-seal': '公布时尚无封条 · published before publications were sealed',
  'earlier-release': '按较早规则公布，只有标题与综合得分 · of an earlier release: title and overall score alone',
  unsigned: '公布时没有签名 · it was published without a signature',
  'no-key': '文件没有带上城市的公钥，签名未核对 · the file brings no key of the city, so the signature was not checked',
  'no-signatures': '本机不能核对签名 · this host cannot check signatures',
}

export function sayReport({ publication, engine, verdict, checks, difference }: Report): Said {
  const what = `${publication.city.name} ${publication.city.nameEn} 《${publication.title}》 ${publication.id}`
  if (difference !== null) return { exit: 1, lines: [`不一致 · differs  ${what}: ${sayDifference(difference)}`] }
  const numbers = checks.reduce((most, c) => Math.max(most, c.count), 0)
  const unable = [...new Set(checks.flatMap((c) => (c.reason === null ? [] : [UNABLE[c.reason]])))]
  const key = publication.keyId === null ? '' : `, 签名 · signed ${publication.keyId}`
  const root = publication.root === null ? '' : `; ${publication.root}${key}`
  return {
    exit: 0,
    lines: [
      verdict === 'verified'
        ? `核验通过 · verified  ${what}: 重算一致 · computed anew and the same, ${numbers} 个数 · numbers, 引擎 · engine ${engine.own}${root}`
        : `彼此一致 · consistent  ${what}: ${numbers} 个数 · numbers${root}; ${unable.join('; ')}`,
    ],
  }
}

function sayDifference({ part, path, period, area, node, field, stated, computed }: Difference): string {
  const place = [period ?? '', named(area), named(node), field].filter((word) => word !== '').join(' · ')
  return `${place}: 文件中为 · the file says ${show(stated)}, 应为 · it should be ${show(computed)}  [${part} ${path}]`
}

const named = (thing: Difference['node']): string =>
  thing === null ? '' : thing.name === thing.nameEn ? thing.name : `${thing.name} ${thing.nameEn}`

function show(value: unknown): string {
  const text = value === undefined ? '（无 · nothing）' : JSON.stringify(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

export function sayProof({ publication, leaf, root }: Proof, fault: ProofFault): Said {
  const what = `${publication} ${leaf.period} ${leaf.area ?? '全市 · city'} ${leaf.node} ${JSON.stringify(leaf.numbers)}`
  if (fault !== null) return { exit: 1, lines: [`证明不成立 · the proof fails at its ${fault}: ${what} [${root}]`] }
  return {
    exit: 0,
    lines: [
      `证明成立 · the proof holds: ${what}; 请与公开结果首页的封条核对 · compare with the root in the publication’s head: ${root}`,
    ],
  }
}

const WHY: Readonly<Record<Unreadable['code'], string>> = {
  'not-json': '不是 JSON 文件；请重新下载核验包 · this is no JSON; download the bundle again',
  'no-format':
    '没有格式标记；需要的是核验包，不是其他下载文件 · it has no format tag: the bundle is wanted, not another download',
  'unknown-format': '格式比本程序新；请取用新版核验程序 · the format is newer than this verifier: fetch a newer one',
  shape: '不符合核验包的格式；文件可能不完整 · it is not shaped as a bundle; the file may be incomplete',
}

export const sayUnreadable = (from: string, { code, path, found }: Unreadable): Said => ({
  exit: 2,
  lines: [
    `${from}: ${WHY[code]}${path === '' && found === '' ? '' : `  [${[path, found].filter((t) => t !== '').join(': ')}]`}`,
  ],
})
