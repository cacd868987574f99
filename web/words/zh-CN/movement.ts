/** Sentences about how areas move apart or together, and which parts make the whole uneven. */
export default {
  notComparable: '各期得分不能相互比较',
  notComparableText:
    '这次评价用每一期各自的最高值和最低值标准化，得分只能在同一期内比较，因此不画趋势，也不检验。要看变化，请选一项指标看原始值，或改用跨期统一的界限（合并各期、标准值）重新评价。',
  fewAreas: '地区太少，不计算离散',
  fewAreasText: '每期有数值的地区都不足三个，差距的变化没有统计意义。',
  movement: '各地是在靠近还是拉开',
  movementLead: (weighted: boolean) => (weighted ? '按人口加权。' : '各地区权重相同。'),
  dispersionOf: (name: string, isScore: boolean) => (isScore ? `${name} · 得分离散（变异系数）` : `${name} · 变异系数`),
  scoreNote: '得分没有真正的零点，得分离散只用来看同一套得分的变化，不等于均等化程度。',
  sigma: 'σ 收敛',
  sigmaTitle: (from: string, to: string, first: string, last: string, way: string) =>
    `${from}至${to}，离散由 ${first} ${{ up: '升至', down: '降至' }[way] ?? '变为'} ${last}`,
  sigmaNone: '没有可以比较的离散',
  segmentFew: (from: string, to: string) => `${from}至${to}：有数值的时期不足两个，没有变化可说。`,
  segmentShort: (from: string, to: string, first: string, last: string, steady: boolean, n: number) =>
    `${from}至${to}：由 ${first} 变为 ${last}${steady ? '，逐期同向' : '，中间有反复'}；只有 ${n} 个时期，不足五个，只描述，不检验。`,
  segmentTested: (
    from: string,
    to: string,
    verdict: 'up' | 'down' | 'none',
    p: string,
    slope: string,
    interval: string,
  ) =>
    `${from}至${to}：${{ up: '上升趋势显著', down: '下降趋势显著', none: '没有显著趋势' }[verdict]}（p ${p}）；每年约 ${slope}，95% 区间 ${interval}。`,
  noInterval: '无',
  breakAt: (period: string, note: string) => `自${period}起口径变动：${note}。前后不作比较。`,
  kendall: 'Mann–Kendall 检验',
  sen: 'Sen 斜率',
  tested: '检验与斜率：',
  beta: 'β 收敛',
  betaNone: '口径不变的最近一段不足两个时期，不能计算。',
  betaReason: (reason: string) =>
    `没有结果：${{ 'non-positive-value': '有地区为零或负值', 'too-few-areas': '两期都有数值的地区不足三个', constant: '各地起点相同' }[reason] ?? reason}。`,
  betaCatchUp: (from: string, to: string) => `${from}至${to}，起点低的地区增长更快。`,
  betaDrift: (from: string, to: string) => `${from}至${to}，起点高的地区增长更快，差距在拉大。`,
  betaUnclear: (from: string, to: string) => `${from}至${to}，看不出起点高低与增长快慢的关系。`,
  betaHalf: (years: string) => `照此速度，差距约 ${years} 年缩小一半。`,
  betaFigures: (beta: string, p: string, n: number) => `β = ${beta}，p ${p}，n = ${n}`,
  markov: '等级的升降',
  markovTitle: '马尔可夫转移矩阵',
  markovMoves: (n: number, stayed: string, up: string, down: string) =>
    `各地共 ${n} 次逐期变动：留在原等级 ${stayed}，上升 ${up}，下降 ${down}。`,
  markovNone: '没有地区在相邻两期都有得分。',
  markovFrom: '上期等级',
  markovCount: '次数',
  markovNever: '没有地区',
  density: '分布的形状',
  densityName: (name: string) => `${name} · 核密度`,
  densityTitle: (from: string, to: string, first: string, last: string) =>
    `分布最高处：${from}在 ${first}，${to}在 ${last}`,
  densityNone: '没有一个时期能画出分布：地区不足三个，或各地数值相同。',
  densityAt: '数值',
  sources: '哪些组成部分造成离散',
  sourcesLead: (name: string) => `把“${name}”得分的地区离散分摊到它的下一级。负数表示这一部分抵消了别处的差异。`,
  sourcesTitle: (part: string, share: string) => `得分离散的 ${share} 来自“${part}”`,
  sourcesCaption: (name: string, period: string) => `${name}得分离散的来源，${period}`,
  part: '组成部分',
  weight: '权重',
  shapley: '变异系数份额',
  shapleySub: 'Shapley',
  giniShare: '基尼系数份额',
  giniSub: 'Lerman–Yitzhaki',
  partGini: '自身基尼系数',
  correlation: '与总分的基尼相关',
  sourcesOne: '指标没有下一级，请在上方选一个领域或综合得分。',
  sourcesNone: (reason: string) =>
    (
      {
        'too-few-areas': '各部分得分齐全的地区不足三个，不作分摊。',
        'not-additive': '这次评价不是按加权算术平均合成的，得分不能拆成各部分之和，因此不作分摊。',
        'too-many-sources': '组成部分超过 16 个，不计算 Shapley 份额。',
        constant: '各地得分相同，没有离散可分。',
      } as Readonly<Record<string, string>>
    )[reason] ?? '得分不在指数的定义域内（如均值为零），不作分摊。',
  sourcesMissing: (n: number, missing: number, weighted: boolean) =>
    `${weighted ? '按人口加权' : '各地区权重相同'}；${n} 个地区得分齐全${missing > 0 ? `，${missing} 个有缺失，未计入` : ''}。`,
}
