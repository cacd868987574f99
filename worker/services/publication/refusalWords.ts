/** Why a publication is refused, and what would pass, in the words of the person who publishes. */
import type { Refusal } from '../disclosure/history.ts'
import type { Say } from '../../lib/say.ts'

export interface RefusalWords {
  readonly code: Refusal['code']
  readonly message: string
  readonly wouldPass: string
}

const MOST_NAMED = 5

const BECAUSE: Readonly<Record<NonNullable<Refusal['why']> | 'no-room', readonly [zh: string, en: string]>> = {
  'no-room': [
    '可能是地区太少、数据被更正过，或与此前公开的结果放在一起时余地太小',
    'There may be too few areas, corrected data, or too little room beside what was published before',
  ],
  'too-large': [
    '地区和指标太多，无法与此前公开的结果放在一起逐项检查，因此不予放行',
    'There are too many areas and indicators to check them together with what was published before, so it is not let through',
  ],
  'out-of-time': [
    '在限定的计算时间内没有检查完，没有查明的一律视为有风险',
    'The check did not end in the computing time allowed, and whatever it did not settle counts as a risk',
  ],
  unreadable: [
    '此前一次公开的依据无法读取，不能与它放在一起检查',
    'What an earlier publication was made from cannot be read, so nothing can be checked beside it',
  ],
}

export function refusalWords(
  { code, why, periods, codes }: Refusal,
  name: (code: string) => string,
  say: Say,
): RefusalWords {
  const when = periods.join('、')
  const named = codes.slice(0, MOST_NAMED).map(name).join('、') + (codes.length > MOST_NAMED ? '…' : '')
  switch (code) {
    case 'area-set':
      return {
        code,
        message: say(
          `与此前公开的结果相比，${when} 的参评地区只差 ${codes.length} 个（${named}）。两次结果相减，就能算出这些地区不公开的原始值`,
          `Compared with an earlier publication, the areas of ${when} differ by only ${codes.length} (${named}). Taking one result from the other gives away the withheld values of these areas`,
        ),
        wouldPass: say(
          '可以：使用与此前相同的地区；或只公开此前没有公开过的时期；或同时公开这些指标的原始值',
          'What would pass: the same areas as before; or only periods not published before; or publishing the raw values of these indicators',
        ),
      }
    case 'method':
      return {
        code,
        message: say(
          `${when} 的同一批数据此前已按另一种方法（汇总、标准化、权重或目标值不同）公开。同一组得分按两种方法公开，可以联立解出不公开的原始值`,
          `The same data of ${when} were published before under another method (aggregation, normalisation, weights or targets). The same scores under two methods can be solved for the withheld values`,
        ),
        wouldPass: say(
          '可以：沿用此前的方法；或新方法只用于此前没有公开过的时期；或同时公开这些指标的原始值',
          'What would pass: the method used before; or the new method for periods not published before; or publishing the raw values of these indicators',
        ),
      }
    case 'exposed':
      return {
        code,
        message: say(
          `无法证明 ${when} 的这些不公开数值不会被推算出来：${named}。${say(...BECAUSE[why ?? 'no-room'])}`,
          `It cannot be shown that these withheld values of ${when} stay safe: ${named}. ${say(...BECAUSE[why ?? 'no-room'])}`,
        ),
        wouldPass: say(
          '可以：同时公开这些指标的原始值；或只公开此前没有公开过的时期；或增加参评地区',
          'What would pass: publishing the raw values of these indicators; or only periods not published before; or more areas',
        ),
      }
  }
}
