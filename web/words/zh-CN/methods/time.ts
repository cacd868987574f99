/** Change over periods. */
export default {
  sigmaConvergence: {
    name: 'σ 收敛',
    say: '各地差距（变异系数等指数）是否逐期缩小；五个时期起用 Mann–Kendall 精确检验，不足五期只作描述。',
  },
  mannKendall: {
    name: 'Mann–Kendall 趋势检验',
    say: '只看前后高低次序判断有无趋势，不要求直线。',
    formula: 'S = Σ_{s<t} sgn(xₜ − xₛ)；p = |S| 不小于所见值的排列所占比例',
    limits: '50 期以内为精确 p（并列值保留），更长用正态近似。少于五期不可能显著，因此不检验。',
    source: 'Mann 1945；Kendall 1975；R trend',
  },
  senSlope: {
    name: 'Sen 斜率',
    say: '任意两期变化率的中位数，即每年大约变动多少；另给 90% 与 95% 区间。',
    formula: 'median( (xₜ − xₛ) ÷ (t − s) )',
    limits: '时间按时期的实际位置计算（年、半年、季、月取中点），缺期不压缩。',
    source: 'Sen 1968；R trend sens.slope',
  },
  betaConvergence: {
    name: 'β 收敛',
    say: '起点低的地区是否增长更快，并给出追赶一半差距所需时间。',
    formula: 'ln(xₜ ÷ x₀) ÷ T = a + b ln x₀ + e；半程 = ln 2 ÷ 速度，速度 = −ln(1 + bT) ÷ T',
    limits: '至少 3 个地区、数值大于 0；b 不为负时没有半程。',
  },
  markov: {
    name: '马尔可夫转移矩阵',
    say: '处于某等级的地区下一期升、留、降的比例。',
  },
  kernelDensity: {
    name: '核密度',
    say: '各地水平分布的平滑曲线：是否向高处移动、变窄或出现双峰。',
    formula: '高斯核，Silverman 带宽',
  },
  levelDispersion: {
    name: '水平与离散的贡献',
    say: '得分的基尼系数的同比变化有多少来自整体水平、多少来自地区差异；这是得分离散，不是均等化程度。',
  },
  scoresOverTime: {
    name: '得分能否跨期比较',
    say: '得分按锚点、给定上下界或各期合并换算时可跨期比较；按当期样本换算时不可比，这时不画趋势，也不写“较上期”。',
    source: '平台约定',
  },
  seriesBreak: {
    name: '口径变动',
    say: '指标定义改变后，前后不可直接比较；趋势在变动处分段，各段分别描述和检验。',
  },
}
