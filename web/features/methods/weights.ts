/** Where weights come from. */
import type { MethodText } from './MethodText.ts'

export const weightMethods = {
  equal: {
    name: '等权',
    nameEn: 'Equal weights',
    say: '同一层级下各项权重相同。',
    sayEn: 'All siblings weigh the same.',
    formula: 'wⱼ = 1 ÷ m',
  },
  given: {
    name: '给定权重',
    nameEn: 'Given weights',
    say: '由专家或文件直接给出，同层归一。',
    sayEn: 'Set by experts or by a document, normalised among siblings.',
  },
  effectiveWeight: {
    name: '有效权重',
    nameEn: 'Effective weight',
    say: '一项指标对总分的实际权重，即从上到下各层权重的乘积。',
    sayEn: 'What an indicator weighs in the total: the product of the weights down its path.',
    formula: 'w = Π w(层)',
    formulaEn: 'w = Π w(level)',
  },
  delphi: {
    name: '德尔菲法',
    nameEn: 'Delphi',
    say: '专家多轮打分取平均，并报告意见是否集中（变异系数）与一致（肯德尔 W）。',
    sayEn:
      'Mean of several rounds of expert scores, with how concentrated (CV) and how concordant (Kendall’s W) they are.',
    formula: 'W = 12 S ÷ [ k² (n³ − n) − k ΣT ]，χ² = k (n − 1) W',
    limits: '打分相同的项已作并列校正。',
    limitsEn: 'Corrected for ties.',
  },
  ahp: {
    name: '层次分析法',
    nameEn: 'AHP',
    say: '由两两比较得出权重，并检验判断是否前后一致；CR 大于 0.1 报告为不一致，并指出最矛盾的一处。',
    sayEn:
      'Weights from pairwise comparisons, with a check of consistency; CR above 0.1 is reported together with the judgement that contributes most.',
    formula: 'A w = λmax w，CI = (λmax − n) ÷ (n − 1)，CR = CI ÷ RI',
    source: 'Saaty',
  },
  entropy: {
    name: '熵值法',
    nameEn: 'Entropy weights',
    say: '地区间差异越大的指标信息越多、权重越大；只反映差异，不反映重要程度。',
    sayEn: 'Indicators that differ more between areas weigh more; this reflects variation, not importance.',
    formula: 'eⱼ = −Σᵢ pᵢⱼ ln pᵢⱼ ÷ ln n，wⱼ ∝ 1 − eⱼ',
  },
  critic: {
    name: 'CRITIC 法',
    nameEn: 'CRITIC',
    say: '既看差异又看与其他指标的重复程度：差异大、重复少的权重大。',
    sayEn: 'Considers variation and overlap: indicators that vary much and repeat others little weigh more.',
    formula: 'wⱼ ∝ sⱼ Σₖ (1 − rⱼₖ)',
  },
  pca: {
    name: '主成分法',
    nameEn: 'Principal component',
    say: '取相关矩阵第一主成分载荷的平方作权重。',
    sayEn: 'Squared loadings of the first component of the correlation matrix.',
    formula: 'wⱼ = vⱼ²；`absolute` 时 |vⱼ| ÷ Σ|v|',
    formulaEn: 'wⱼ = vⱼ²; with `absolute` |vⱼ| ÷ Σ|v|',
    source: 'OECD/JRC Handbook',
  },
  scatter: {
    name: '纵横向拉开档次法',
    nameEn: 'Scatter-degree',
    say: '使各地各期的综合得分尽量拉开的一组权重，适用于多期面板。',
    sayEn: 'The weights that spread areas and periods as far apart as possible; for panels of several periods.',
    formula: 'w = Σₜ UₜᵀUₜ 的主特征向量',
    formulaEn: 'w = principal eigenvector of Σₜ UₜᵀUₜ',
  },
  combined: {
    name: '组合权重',
    nameEn: 'Combined weights',
    say: '把主观与客观两套权重相乘或按比例相加后归一。',
    sayEn: 'Two sets of weights, multiplied or mixed in proportion, then normalised.',
    formula: 'w ∝ wₐ · w_b 或 θ wₐ + (1 − θ) w_b',
    formulaEn: 'w ∝ wₐ · w_b or θ wₐ + (1 − θ) w_b',
  },
} as const satisfies Record<string, MethodText>
