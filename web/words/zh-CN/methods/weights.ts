/** Where weights come from. */
export default {
  equal: {
    name: '等权',
    say: '同一层级下各项权重相同。',
    formula: 'wⱼ = 1 ÷ m',
  },
  given: {
    name: '给定权重',
    say: '由专家或文件直接给出，同层归一。',
  },
  effectiveWeight: {
    name: '有效权重',
    say: '一项指标对总分的实际权重，即从上到下各层权重的乘积。',
    formula: 'w = Π w(层)',
  },
  delphi: {
    name: '德尔菲法',
    say: '专家多轮打分取平均，并报告意见是否集中（变异系数）与一致（肯德尔 W）。',
    formula: 'W = 12 S ÷ [ k² (n³ − n) − k ΣT ]，χ² = k (n − 1) W',
    limits: '打分相同的项已作并列校正。',
  },
  ahp: {
    name: '层次分析法',
    say: '由两两比较得出权重，并检验判断是否前后一致；CR 大于 0.1 报告为不一致，并指出最矛盾的一处。',
    formula: 'A w = λmax w，CI = (λmax − n) ÷ (n − 1)，CR = CI ÷ RI',
    source: 'Saaty',
  },
  entropy: {
    name: '熵值法',
    say: '地区间差异越大的指标信息越多、权重越大；只反映差异，不反映重要程度。',
    formula: 'eⱼ = −Σᵢ pᵢⱼ ln pᵢⱼ ÷ ln n，wⱼ ∝ 1 − eⱼ',
  },
  critic: {
    name: 'CRITIC 法',
    say: '既看差异又看与其他指标的重复程度：差异大、重复少的权重大。',
    formula: 'wⱼ ∝ sⱼ Σₖ (1 − rⱼₖ)',
  },
  pca: {
    name: '主成分法',
    say: '取相关矩阵第一主成分载荷的平方作权重。',
    formula: 'wⱼ = vⱼ²；`absolute` 时 |vⱼ| ÷ Σ|v|',
    source: 'OECD/JRC Handbook',
  },
  scatter: {
    name: '纵横向拉开档次法',
    say: '使各地各期的综合得分尽量拉开的一组权重，适用于多期面板。',
    formula: 'w = Σₜ UₜᵀUₜ 的主特征向量',
  },
  combined: {
    name: '组合权重',
    say: '把主观与客观两套权重相乘或按比例相加后归一。',
    formula: 'w ∝ wₐ · w_b 或 θ wₐ + (1 − θ) w_b',
  },
}
