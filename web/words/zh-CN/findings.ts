/** Sentences that state what a chart shows. web/charts/findings.ts finds who, what and how much; numbers arrive written, with their units. */
interface Place {
  readonly label: string
  readonly value: string
}

/** How many of how many miss the target; null where there is none. */
type Target = { readonly missed: number; readonly of: number } | null

export default {
  rankingNone: (what: string) => `没有地区有“${what}”的数值`,
  rankingOne: (what: string, { label, value }: Place) => `${what}：${label} ${value}`,
  rankingSame: (what: string, value: string) => `${what}：各地区相同，均为 ${value}`,
  ranking: (what: string, top: Place, low: Place, gap: string, target: Target) => {
    const tail =
      target === null
        ? ''
        : target.missed === 0
          ? '；均达到目标'
          : `；${target.of} 个地区中 ${target.missed} 个未达到目标`
    return `${what}：${top.label}最高（${top.value}），${low.label}最低（${low.value}），相差 ${gap}${tail}`
  },
  /** `why`: a colon and the reason, or nothing. */
  noDegree: (why: string) => `无均等化程度${why}`,
  indexWithoutDegree: (index: string, value: string, why: string) => `${index}为 ${value}；无均等化程度${why}`,
  degree: (value: string, convention: string) => `均等化程度 ${value}（${convention}）`,
  degreeSame: (head: string, period: string) => `${head}，与${period}持平`,
  degreeMoved: (head: string, period: string, isUp: boolean, size: string) =>
    `${head}，较${period}${isUp ? '提高' : '下降'} ${size}`,
  trendNone: (what: string) => `${what}：这些时期没有数值`,
  trendOne: (what: string, period: string, value: string) => `${what}：${period} ${value}`,
  trendSame: (what: string, from: string, to: string, value: string) => `${what}：${from}至${to}持平，为 ${value}`,
  /** Places are periods here. */
  trend: (what: string, from: Place, to: Place, isUp: boolean, hasUnit: boolean) =>
    `${what}：由${from.label}的 ${from.value}${hasUnit ? '' : ' '}${isUp ? '升至' : '降至'}${to.label}的 ${to.value}`,
  quadrantNone: '没有同时具备得分与均等化程度的对象',
  quadrants: (n: number, best: number, worst: number) =>
    `${n} 个中，得分与均等化都高于这 ${n} 个均值的有 ${best} 个，都低于的有 ${worst} 个`,
  partsNone: (index: string, grouping: string) => `${index}无法按${grouping}分解`,
  parts: (index: string, grouping: string, between: string, within: string) =>
    `按${grouping}分解${index}：${between} 来自组间，${within} 来自组内`,
  profileNone: (who: string) => `${who}：有得分的领域太少`,
  profile: (who: string, top: Place, low: Place) =>
    `${who}：${top.label}最强（${top.value}），${low.label}最弱（${low.value}）`,
  changeNone: '没有地区在两个时期都有数值',
  rose: (n: number) => `${n} 个上升`,
  fell: (n: number) => `${n} 个下降`,
  stayed: (n: number) => `${n} 个持平`,
  change: (counts: string, largest: Place) => `${counts}；变化最大的是${largest.label}（${largest.value}）`,
  intervalNone: '没有名次区间',
  intervalsFirm: (varied: string, n: number) => `变动${varied}：${n} 个地区的名次在 90% 的试算中都不变`,
  intervals: (varied: string, n: number, firm: number, widest: string, low: number, high: number) =>
    `变动${varied}：${n} 个地区中 ${firm} 个的名次在 90% 的试算中不变；最不确定的是${widest}（第 ${low}–${high} 名）`,
  lorenzNone: (what: string) => `${what}：无法画洛伦兹曲线`,
  lorenz: (what: string, share: string, gini: string | null) =>
    `${gini === null ? '' : `基尼系数 ${gini}：`}最低的 40% 占有“${what}”总量的 ${share}`,
  /** A change of definition inside the span shown. */
  breakOf: (what: string, period: string, note: string) => `${what}自${period}起（${note}）`,
}
