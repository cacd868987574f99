/** Why a result is as it is: decompositions, obstacles and gaps. */
export default {
  shortBoard: {
    name: '短板',
    say: '按“权重 × 差距占锚点区间的比例”排序，最缺的在前；不按地区人口多少排序。',
    formula: '有效权重 × |目标 − x| ÷ |目标 − 不允许值|',
    limits: '没有不允许值的指标没有这一比例，排在后面。',
    source: '平台约定',
  },
  gap: {
    name: '差距清单',
    say: '逐地逐项列出与目标的差、目标的类别与依据，以及占锚点区间的比例。百分比之差以百分点计。',
    formula: '差距 = |x − T|（只列未达到的）',
  },
  peopleAffected: {
    name: '差距涉及的人口',
    say: '指标是常住人口的比例时，给出未覆盖的常住人口；其他指标只写所在地区常住人口，它不是受差距影响的人数。',
    formula: '常住人口 × 差距 ÷ 量表宽度',
    source: '平台约定',
  },
  theilDecomposition: {
    name: '泰尔分解',
    say: '把总不均等分成组间（如城乡之间）与组内两部分，两者之和等于总量。',
    formula: 'T = Σ_g s_g ln(s_g ÷ p_g) + Σ_g s_g T_g',
    limits: '默认分解比率量表指标的原始值；对得分的分解另标“得分的分解”，不是均等化程度的构成。',
  },
  dagum: {
    name: 'Dagum 基尼分解',
    say: '把基尼系数分成组内、组间净差距与交叠三部分。',
    formula: 'G = G_w + G_nb + G_t',
  },
  lermanYitzhaki: {
    name: 'Lerman–Yitzhaki 分解',
    say: '总分的不均等由哪些领域造成：份额 × 领域基尼 × 与总分的关联。',
    formula: 'G = Σₖ Sₖ Gₖ Rₖ',
  },
  shapley: {
    name: '沙普利分解',
    say: '把变异系数公平地分摊到各领域：对所有加入顺序取平均。',
    formula: 'φₖ = Σ_S |S|! (m − |S| − 1)! ÷ m! × ( CV(S ∪ k) − CV(S) )',
    limits: '只用于按加权平均合成的得分，至少 3 个地区，最多 16 个部分；某一部分可以为负，即抵消了别处的差异。',
    source: 'Shorrocks 2013',
  },
  obstacle: {
    name: '障碍度',
    say: '一个地区的失分中有多大比例来自某项指标。',
    formula: 'oᵢⱼ = wⱼ (1 − uᵢⱼ) ÷ Σⱼ wⱼ (1 − uᵢⱼ)',
  },
  coupling: {
    name: '耦合协调度',
    say: '几个维度是否既水平较高又彼此相称，分十级。',
    formula: 'C = k (Π U)^(1/k) ÷ Σ U，T = Σ a U，D = √(C · T)',
  },
}
