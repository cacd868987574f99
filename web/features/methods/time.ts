/** Change over periods. */
import type { MethodText } from './MethodText.ts'

export const timeMethods = {
  sigmaConvergence: {
    name: 'σ 收敛',
    nameEn: 'σ-convergence',
    say: '不均等指数是否逐年下降，用 Mann–Kendall 检验趋势。',
    sayEn: 'Whether the index falls over the years, tested for trend by Mann–Kendall.',
  },
  mannKendall: {
    name: 'Mann–Kendall 趋势检验',
    nameEn: 'Mann–Kendall test',
    say: '只看前后高低次序判断有无趋势，不要求直线。',
    sayEn: 'Tests for a trend by the order of values only; needs no straight line.',
    formula: 'S = Σ_{s<t} sgn(xₜ − xₛ)',
  },
  senSlope: {
    name: 'Sen 斜率',
    nameEn: 'Sen’s slope',
    say: '任意两期变化率的中位数，即每期平均变动多少。',
    sayEn: 'The median of the slopes between any two periods.',
    formula: 'median( (xₜ − xₛ) ÷ (t − s) )',
  },
  betaConvergence: {
    name: 'β 收敛',
    nameEn: 'β-convergence',
    say: '起点低的地区是否增长更快，并给出追赶一半差距所需时间。',
    sayEn: 'Whether areas that start low grow faster, and how long half the distance takes.',
    formula: 'ln(xₜ ÷ x₀) ÷ T = a + b ln x₀ + e',
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
    say: '指数的同比变化有多少来自整体水平、多少来自地区差异。',
    sayEn: 'How much of a year-on-year change comes from the level and how much from the spread.',
  },
  seriesBreak: {
    name: '口径变动',
    nameEn: 'Series break',
    say: '指标定义或体系版本改变，前后不可直接比较，图上以断线标出。',
    sayEn: 'A definition or framework changed: before and after are not comparable, and the line is broken.',
  },
} as const satisfies Record<string, MethodText>
