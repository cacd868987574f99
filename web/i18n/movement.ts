/** Sentences about how areas move apart or together, and which parts make the whole uneven. */
import { dictionary } from './dictionary.ts'

export const movementWords = dictionary({
  notComparable: ['各期得分不能相互比较', 'Scores of different periods are not comparable'],
  notComparableText: [
    '这次评价用每一期各自的最高值和最低值标准化，得分只能在同一期内比较，因此不画趋势，也不检验。要看变化，请选一项指标看原始值，或改用跨期统一的界限（合并各期、标准值）重新评价。',
    'This evaluation scales every period by its own highest and lowest values, so scores compare within one period only: no trend is drawn or tested. To see change, choose an indicator to read raw values, or evaluate again with bounds shared by all periods (pooled or standards).',
  ],
  fewAreas: ['地区太少，不计算离散', 'Too few areas for dispersion'],
  fewAreasText: [
    '每期有数值的地区都不足三个，差距的变化没有统计意义。',
    'Every period has values of fewer than three areas; movement of dispersion would say nothing.',
  ],
  movement: ['各地是在靠近还是拉开', 'Are areas moving together or apart'],
  movementLead: (weighted: boolean) => [
    weighted ? '按人口加权。' : '各地区权重相同。',
    weighted ? 'Weighted by population.' : 'Every area counts the same.',
  ],
  dispersionOf: (name: string, isScore: boolean) => [
    isScore ? `${name} · 得分离散（变异系数）` : `${name} · 变异系数`,
    isScore ? `${name} · dispersion of scores (CV)` : `${name} · coefficient of variation`,
  ],
  scoreNote: [
    '得分没有真正的零点，得分离散只用来看同一套得分的变化，不等于均等化程度。',
    'Scores have no true zero: their dispersion shows change within one set of scores and is not the degree of equality.',
  ],
  sigma: ['σ 收敛', 'σ-convergence'],
  sigmaTitle: (from: string, to: string, first: string, last: string, way: string) => [
    `${from}至${to}，离散由 ${first} ${{ up: '升至', down: '降至' }[way] ?? '变为'} ${last}`,
    `From ${from} to ${to} dispersion ${{ up: 'rose', down: 'fell' }[way] ?? 'went'} from ${first} to ${last}`,
  ],
  sigmaNone: ['没有可以比较的离散', 'No dispersion to compare'],
  segmentFew: (from: string, to: string) => [
    `${from}至${to}：有数值的时期不足两个，没有变化可说。`,
    `${from} to ${to}: fewer than two periods have a value, so there is no change to tell.`,
  ],
  segmentShort: (from: string, to: string, first: string, last: string, steady: boolean, n: number) => [
    `${from}至${to}：由 ${first} 变为 ${last}${steady ? '，逐期同向' : '，中间有反复'}；只有 ${n} 个时期，不足五个，只描述，不检验。`,
    `${from} to ${to}: from ${first} to ${last}${steady ? ', steadily' : ', with turns'}; ${n} periods are fewer than five, so this is described and not tested.`,
  ],
  segmentTested: (
    from: string,
    to: string,
    verdict: 'up' | 'down' | 'none',
    p: string,
    slope: string,
    interval: string,
  ) => [
    `${from}至${to}：${{ up: '上升趋势显著', down: '下降趋势显著', none: '没有显著趋势' }[verdict]}（p ${p}）；每年约 ${slope}，95% 区间 ${interval}。`,
    `${from} to ${to}: ${{ up: 'a significant rise', down: 'a significant fall', none: 'no significant trend' }[verdict]} (p ${p}); about ${slope} a year, 95% interval ${interval}.`,
  ],
  noInterval: ['无', 'none'],
  breakAt: (period: string, note: string) => [
    `自${period}起口径变动：${note}。前后不作比较。`,
    `Definition changed from ${period}: ${note}. Before and after are not compared.`,
  ],
  kendall: ['Mann–Kendall 检验', 'Mann–Kendall test'],
  sen: ['Sen 斜率', 'Sen’s slope'],
  tested: ['检验与斜率：', 'Test and slope: '],
  beta: ['β 收敛', 'β-convergence'],
  betaNone: [
    '口径不变的最近一段不足两个时期，不能计算。',
    'The latest stretch under one definition has fewer than two periods.',
  ],
  betaReason: (reason: string) => [
    `没有结果：${{ 'non-positive-value': '有地区为零或负值', 'too-few-areas': '两期都有数值的地区不足三个', constant: '各地起点相同' }[reason] ?? reason}。`,
    `No result: ${{ 'non-positive-value': 'an area is zero or negative', 'too-few-areas': 'fewer than three areas have both values', constant: 'all areas start at one level' }[reason] ?? reason}.`,
  ],
  betaCatchUp: (from: string, to: string) => [
    `${from}至${to}，起点低的地区增长更快。`,
    `From ${from} to ${to} areas that started lower grew faster.`,
  ],
  betaDrift: (from: string, to: string) => [
    `${from}至${to}，起点高的地区增长更快，差距在拉大。`,
    `From ${from} to ${to} areas that started higher grew faster: they drift apart.`,
  ],
  betaUnclear: (from: string, to: string) => [
    `${from}至${to}，看不出起点高低与增长快慢的关系。`,
    `From ${from} to ${to} growth shows no relation with the starting level.`,
  ],
  betaHalf: (years: string) => [
    `照此速度，差距约 ${years} 年缩小一半。`,
    ` At this speed half the distance goes in about ${years} years.`,
  ],
  betaFigures: (beta: string, p: string, n: number) => [
    `β = ${beta}，p ${p}，n = ${n}`,
    `β = ${beta}, p ${p}, n = ${n}`,
  ],
  markov: ['等级的升降', 'Moves between grades'],
  markovTitle: ['马尔可夫转移矩阵', 'Markov transition matrix'],
  markovMoves: (n: number, stayed: string, up: string, down: string) => [
    `各地共 ${n} 次逐期变动：留在原等级 ${stayed}，上升 ${up}，下降 ${down}。`,
    `${n} moves from one period to the next: ${stayed} kept their grade, ${up} rose, ${down} fell.`,
  ],
  markovNone: ['没有地区在相邻两期都有得分。', 'No area has scores in two periods in a row.'],
  markovFrom: ['上期等级', 'Grade before'],
  markovCount: ['次数', 'Moves'],
  markovNever: ['没有地区', 'no area'],
  density: ['分布的形状', 'Shape of the distribution'],
  densityName: (name: string) => [`${name} · 核密度`, `${name} · kernel density`],
  densityTitle: (from: string, to: string, first: string, last: string) => [
    `分布最高处：${from}在 ${first}，${to}在 ${last}`,
    `The distribution peaks at ${first} in ${from} and at ${last} in ${to}`,
  ],
  densityNone: [
    '没有一个时期能画出分布：地区不足三个，或各地数值相同。',
    'No period has a distribution to draw: fewer than three areas, or all the same.',
  ],
  densityAt: ['数值', 'Value'],
  sources: ['哪些组成部分造成离散', 'Which parts make the dispersion'],
  sourcesLead: (name: string) => [
    `把“${name}”得分的地区离散分摊到它的下一级。负数表示这一部分抵消了别处的差异。`,
    `Splits the dispersion of “${name}” scores among areas by its children. A negative share offsets differences elsewhere.`,
  ],
  sourcesTitle: (part: string, share: string) => [
    `得分离散的 ${share} 来自“${part}”`,
    `${share} of the dispersion of scores comes from “${part}”`,
  ],
  sourcesCaption: (name: string, period: string) => [
    `${name}得分离散的来源，${period}`,
    `Sources of the dispersion of ${name} scores, ${period}`,
  ],
  part: ['组成部分', 'Part'],
  weight: ['权重', 'Weight'],
  shapley: ['变异系数份额', 'Share of the CV'],
  shapleySub: ['Shapley', 'Shapley'],
  giniShare: ['基尼系数份额', 'Share of the Gini'],
  giniSub: ['Lerman–Yitzhaki', 'Lerman–Yitzhaki'],
  partGini: ['自身基尼系数', 'Own Gini'],
  correlation: ['与总分的基尼相关', 'Gini correlation'],
  sourcesOne: [
    '指标没有下一级，请在上方选一个领域或综合得分。',
    'An indicator has no parts: choose a domain or the composite above.',
  ],
  sourcesNone: (reason: string) => [
    {
      'too-few-areas': '各部分得分齐全的地区不足三个，不作分摊。',
      'not-additive': '这次评价不是按加权算术平均合成的，得分不能拆成各部分之和，因此不作分摊。',
      'too-many-sources': '组成部分超过 16 个，不计算 Shapley 份额。',
      constant: '各地得分相同，没有离散可分。',
    }[reason] ?? '得分不在指数的定义域内（如均值为零），不作分摊。',
    {
      'too-few-areas': 'Fewer than three areas have scores for every part, so nothing is split.',
      'not-additive':
        'This evaluation does not combine by the weighted arithmetic mean: scores are no sum of parts and cannot be split.',
      'too-many-sources': 'More than 16 parts: no Shapley shares.',
      constant: 'All areas have the same score: there is no dispersion to split.',
    }[reason] ?? 'Scores are outside the domain of the index (for example a mean of zero), so nothing is split.',
  ],
  sourcesMissing: (n: number, missing: number, weighted: boolean) => [
    `${weighted ? '按人口加权' : '各地区权重相同'}；${n} 个地区得分齐全${missing > 0 ? `，${missing} 个有缺失，未计入` : ''}。`,
    `${weighted ? 'Weighted by population' : 'Every area counts the same'}; ${n} areas have every part${missing > 0 ? `; ${missing} lack some and are left out` : ''}.`,
  ],
})
