/** From indicator scores to domains, dimensions and the whole. */
import type { MethodText } from './MethodText.ts'

export const aggregationMethods = {
  score: {
    name: '综合得分',
    nameEn: 'Overall score',
    say: '水平有多高：各指标得分按权重逐级合成，只说水平，不说均等。',
    sayEn:
      'How good: indicator scores combined by weight, level by level. It tells the level and nothing about equality.',
    limits: '得分没有真正的零点，因此不能从综合得分读出均等化程度；其地区离散叫作“得分离散”。',
    limitsEn:
      'Scores have no true zero, so no degree of equality is read from them; their spread over areas is called dispersion of scores.',
    source: '平台约定',
    sourceEn: 'platform convention',
  },
  arithmetic: {
    name: '算术平均',
    nameEn: 'Arithmetic mean',
    say: '强项可以完全补足弱项。',
    sayEn: 'Strengths fully make up for weaknesses.',
    formula: 'S = Σ wⱼ uⱼ',
  },
  geometric: {
    name: '几何平均',
    nameEn: 'Geometric mean',
    say: '强项只能部分补足弱项，短板拉低总分。',
    sayEn: 'Strengths make up for weaknesses only in part.',
    formula: 'S = Π uⱼ^wⱼ',
    limits: '低于满分 1% 的得分（含 0）按满分的 1% 计并提示，不会被丢掉。',
    limitsEn:
      'A score below one hundredth of the scale, 0 included, counts as that hundredth with a warning; it is never dropped.',
  },
  harmonic: {
    name: '调和平均',
    nameEn: 'Harmonic mean',
    say: '对短板最严格的合成方式。',
    sayEn: 'The strictest towards weak points.',
    formula: 'S = 1 ÷ Σ (wⱼ ÷ uⱼ)',
    limits: '低于满分 1% 的得分（含 0）按满分的 1% 计并提示。',
    limitsEn: 'A score below one hundredth of the scale, 0 included, counts as that hundredth with a warning.',
  },
  topsis: {
    name: 'TOPSIS',
    nameEn: 'TOPSIS',
    say: '离最好情形越近、离最差情形越远，得分越高。',
    sayEn: 'The nearer to the best and the farther from the worst, the higher.',
    formula: 'C = D⁻ ÷ (D⁺ + D⁻)',
  },
  minCoverage: {
    name: '最低覆盖率',
    nameEn: 'Minimum coverage',
    say: '一个节点之下有数值的指标（数到末级指标，不数中间层）的有效权重不足这一比例时，不给分；默认三分之二。',
    sayEn:
      'A node has no score when the effective weight of the indicators below it that have a value is under this share, counting leaves and not levels; two thirds by default.',
    limits: '“重新归一”把现有指标的权重放大；“严格”则一项缺失即不给分。',
    limitsEn: '“Renormalise” scales up the available weights; “strict” gives no score when anything is missing.',
  },
  grade: {
    name: '等级',
    nameEn: 'Grade',
    say: '按得分划分：优秀 ≥ 90，良好 ≥ 80，中等 ≥ 70，合格 ≥ 60，以下为不合格。',
    sayEn: 'By score: excellent ≥ 90, good ≥ 80, fair ≥ 70, pass ≥ 60, below that fail.',
  },
} as const satisfies Record<string, MethodText>
