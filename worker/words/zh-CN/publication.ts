/** Why a publication is refused, and what would pass, in the words of the person who publishes. */
import { names } from './names.ts'
import type { Name } from '../param.types.ts'

export interface Refused {
  readonly code: 'area-set' | 'method' | 'exposed'
  readonly why: 'no-room' | 'too-large' | 'out-of-time' | 'unreadable'
  readonly periods: readonly string[]
  /** The first few of `count` areas or indicators. */
  readonly about: readonly Name[]
  readonly count: number
}

const BECAUSE: Readonly<Record<Refused['why'], string>> = {
  'no-room': '可能是地区太少、数据被更正过，或与此前公开的结果放在一起时余地太小',
  'too-large': '地区和指标太多，无法与此前公开的结果放在一起逐项检查，因此不予放行',
  'out-of-time': '在限定的计算时间内没有检查完，没有查明的一律视为有风险',
  unreadable: '此前一次公开的依据无法读取，不能与它放在一起检查',
}
const PASSES: Readonly<Record<Refused['code'], string>> = {
  'area-set': '可以：使用与此前相同的地区；或只公开此前没有公开过的时期；或同时公开这些指标的原始值',
  method: '可以：沿用此前的方法；或新方法只用于此前没有公开过的时期；或同时公开这些指标的原始值',
  exposed: '可以：同时公开这些指标的原始值；或只公开此前没有公开过的时期；或增加参评地区',
}

function refusal({ code, why, periods, about, count }: Refused): string {
  const when = periods.join('、')
  const named = about.map(names.of).join('、') + (count > about.length ? '…' : '')
  switch (code) {
    case 'area-set':
      return `与此前公开的结果相比，${when} 的参评地区只差 ${count} 个（${named}）。两次结果相减，就能算出这些地区不公开的原始值`
    case 'method':
      return `${when} 的同一批数据此前已按另一种方法（汇总、标准化、权重或目标值不同）公开。同一组得分按两种方法公开，可以联立解出不公开的原始值`
    case 'exposed':
      return `无法证明 ${when} 的这些不公开数值不会被推算出来：${named}。${BECAUSE[why]}`
  }
}

export const publication = {
  refusal,
  'would-pass': ({ code }: Pick<Refused, 'code'>) => PASSES[code],
  refused: (p: Refused) => `${refusal(p)}。${PASSES[p.code]}`,
  'already-published': '此评价已公开',
  'unknown-indicator': ({ code }: { readonly code: string }) => `评价框架中没有指标 ${code}`,
  'guard-busy': ({ seconds }: { readonly seconds: number }) =>
    `正在检查的公开申请较多，请在 ${seconds} 秒后重试；没有写入任何内容`,
  'guard-stopped': '检查已随请求取消，没有写入任何内容',
}
