/** Change over periods. */
import type { MethodText } from './MethodText.ts'

export const timeMethods = {
  sigmaConvergence: {
    name: 'σ 收敛',
    nameEn: 'σ-convergence',
    say: '各地差距（变异系数等指数）是否逐期缩小；五个时期起用 Mann–Kendall 精确检验，不足五期只作描述。',
    sayEn:
      'Whether the dispersion among areas shrinks over the periods; tested by Mann–Kendall’s exact test from five periods on, described only before that.',
  },
  mannKendall: {
    name: 'Mann–Kendall 趋势检验',
    nameEn: 'Mann–Kendall test',
    say: '只看前后高低次序判断有无趋势，不要求直线。',
    sayEn: 'Tests for a trend by the order of values only; needs no straight line.',
    formula: 'S = Σ_{s<t} sgn(xₜ − xₛ)；p = |S| 不小于所见值的排列所占比例',
    formulaEn: 'S = Σ_{s<t} sgn(xₜ − xₛ); p = the share of orderings with |S| at least as large',
    limits: '50 期以内为精确 p（并列值保留），更长用正态近似。少于五期不可能显著，因此不检验。',
    limitsEn:
      'Exact p up to 50 periods, ties kept; the normal approximation beyond. Fewer than five periods can never be significant and are not tested.',
    source: 'Mann 1945；Kendall 1975；R trend',
  },
  senSlope: {
    name: 'Sen 斜率',
    nameEn: 'Sen’s slope',
    say: '任意两期变化率的中位数，即每年大约变动多少；另给 90% 与 95% 区间。',
    sayEn: 'The median of the slopes between any two periods, per year, with its 90% and 95% intervals.',
    formula: 'median( (xₜ − xₛ) ÷ (t − s) )',
    limits: '时间按时期的实际位置计算（年、半年、季、月取中点），缺期不压缩。',
    limitsEn: 'Time is true to time: each period stands at its middle, and missing periods are not closed up.',
    source: 'Sen 1968；R trend sens.slope',
  },
  betaConvergence: {
    name: 'β 收敛',
    nameEn: 'β-convergence',
    say: '起点低的地区是否增长更快，并给出追赶一半差距所需时间。',
    sayEn: 'Whether areas that start low grow faster, and how long half the distance takes.',
    formula: 'ln(xₜ ÷ x₀) ÷ T = a + b ln x₀ + e；半程 = ln 2 ÷ 速度，速度 = −ln(1 + bT) ÷ T',
    formulaEn: 'ln(xₜ ÷ x₀) ÷ T = a + b ln x₀ + e; half-life = ln 2 ÷ speed, speed = −ln(1 + bT) ÷ T',
    limits: '至少 3 个地区、数值大于 0；b 不为负时没有半程。',
    limitsEn: 'At least 3 areas with values above 0; no half-life unless b is negative.',
  },
  markov: {
    name: '马尔可夫转移矩阵',
    nameEn: 'Markov transition matrix',
    say: '处于某等级的地区下一期升、留、降的比例。',
    sayEn: 'The shares of areas in a grade that rise, stay or fall by the next period.',
  },
  kernelDensity: {
    name: '核密度',
    nameEn: 'Kernel density',
    say: '各地水平分布的平滑曲线：是否向高处移动、变窄或出现双峰。',
    sayEn: 'A smooth picture of the distribution: whether it moves up, narrows or splits in two.',
    formula: '高斯核，Silverman 带宽',
    formulaEn: 'Gaussian kernel, Silverman’s bandwidth',
  },
  levelDispersion: {
    name: '水平与离散的贡献',
    nameEn: 'Level and dispersion',
    say: '得分的基尼系数的同比变化有多少来自整体水平、多少来自地区差异；这是得分离散，不是均等化程度。',
    sayEn:
      'How much of a year-on-year change of the Gini of scores comes from the level and how much from the spread; it is dispersion of scores and no degree of equality.',
  },
  scoresOverTime: {
    name: '得分能否跨期比较',
    nameEn: 'Scores over time',
    say: '得分按锚点、给定上下界或各期合并换算时可跨期比较；按当期样本换算时不可比，这时不画趋势，也不写“较上期”。',
    sayEn:
      'Scores between anchors, given bounds or pooled extremes compare over time; within each period’s own sample they do not: then no trend is drawn and nothing is said of the period before.',
    source: '平台约定',
    sourceEn: 'platform convention',
  },
  seriesBreak: {
    name: '口径变动',
    nameEn: 'Series break',
    say: '指标定义改变后，前后不可直接比较；趋势在变动处分段，各段分别描述和检验。',
    sayEn:
      'After a change of definition before and after are not comparable: a trend is cut there, each stretch described and tested alone.',
  },
} as const satisfies Record<string, MethodText>
