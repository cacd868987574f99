/** Why a result is as it is: decompositions, obstacles and gaps. */
import type { MethodText } from './MethodText.ts'

export const diagnosisMethods = {
  shortBoard: {
    name: '短板',
    nameEn: 'Short board',
    say: '离标准或目标最远、影响人数最多的指标与地区。',
    sayEn: 'The indicator and area farthest from the standard, with the most people affected.',
  },
  gap: {
    name: '差距清单',
    nameEn: 'Gap list',
    say: '逐地逐项列出与标准的差、涉及人口，以及补齐后指数会变成多少。',
    sayEn:
      'For each area and indicator: the distance to the standard, the people affected and what closing it does to the index.',
    formula: 'x − T；指数重新计算，不作线性近似',
    formulaEn: 'x − T; the index is recomputed, not linearised',
  },
  theilDecomposition: {
    name: '泰尔分解',
    nameEn: 'Theil decomposition',
    say: '把总不均等分成组间（如城乡之间）与组内两部分，两者之和等于总量。',
    sayEn:
      'Splits inequality into between groups (urban and rural, say) and within groups; the parts add up to the total.',
    formula: 'T = Σ_g s_g ln(s_g ÷ p_g) + Σ_g s_g T_g',
  },
  dagum: {
    name: 'Dagum 基尼分解',
    nameEn: 'Dagum’s Gini decomposition',
    say: '把基尼系数分成组内、组间净差距与交叠三部分。',
    sayEn: 'Splits the Gini into within, net between and overlap.',
    formula: 'G = G_w + G_nb + G_t',
  },
  lermanYitzhaki: {
    name: 'Lerman–Yitzhaki 分解',
    nameEn: 'Lerman–Yitzhaki decomposition',
    say: '总分的不均等由哪些领域造成：份额 × 领域基尼 × 与总分的关联。',
    sayEn: 'Which domains make the total unequal: share × the domain’s Gini × its correlation with the total.',
    formula: 'G = Σₖ Sₖ Gₖ Rₖ',
  },
  shapley: {
    name: '沙普利分解',
    nameEn: 'Shapley decomposition',
    say: '把变异系数公平地分摊到各领域：对所有加入顺序取平均。',
    sayEn: 'Shares the CV among domains fairly: the mean over all orders of joining.',
    formula: 'φₖ = Σ_S |S|! (m − |S| − 1)! ÷ m! × ( CV(S ∪ k) − CV(S) )',
    limits: '只用于按加权平均合成的得分，至少 3 个地区，最多 16 个部分；某一部分可以为负，即抵消了别处的差异。',
    limitsEn:
      'Only for scores that are weighted means; at least 3 areas, at most 16 parts. A part may be negative: it offsets differences elsewhere.',
    source: 'Shorrocks 2013',
  },
  obstacle: {
    name: '障碍度',
    nameEn: 'Obstacle degree',
    say: '一个地区的失分中有多大比例来自某项指标。',
    sayEn: 'The share of an area’s lost points that comes from one indicator.',
    formula: 'oᵢⱼ = wⱼ (1 − uᵢⱼ) ÷ Σⱼ wⱼ (1 − uᵢⱼ)',
  },
  coupling: {
    name: '耦合协调度',
    nameEn: 'Coupling coordination degree',
    say: '几个维度是否既水平较高又彼此相称，分十级。',
    sayEn: 'Whether several dimensions are both high and balanced with each other; ten classes.',
    formula: 'C = k (Π U)^(1/k) ÷ Σ U，T = Σ a U，D = √(C · T)',
  },
} as const satisfies Record<string, MethodText>
