/** From indicator scores to domains, dimensions and the whole. */
export default {
  score: {
    name: '综合得分',
    say: '水平有多高：各指标得分按权重逐级合成，只说水平，不说均等。',
    limits: '得分没有真正的零点，因此不能从综合得分读出均等化程度；其地区离散叫作“得分离散”。',
    source: '平台约定',
  },
  arithmetic: {
    name: '算术平均',
    say: '强项可以完全补足弱项。',
    formula: 'S = Σ wⱼ uⱼ',
  },
  geometric: {
    name: '几何平均',
    say: '强项只能部分补足弱项，短板拉低总分。',
    formula: 'S = Π uⱼ^wⱼ',
    limits: '低于满分 1% 的得分（含 0）按满分的 1% 计并提示，不会被丢掉。',
  },
  harmonic: {
    name: '调和平均',
    say: '对短板最严格的合成方式。',
    formula: 'S = 1 ÷ Σ (wⱼ ÷ uⱼ)',
    limits: '低于满分 1% 的得分（含 0）按满分的 1% 计并提示。',
  },
  topsis: {
    name: 'TOPSIS',
    say: '离最好情形越近、离最差情形越远，得分越高。',
    formula: 'C = D⁻ ÷ (D⁺ + D⁻)',
  },
  minCoverage: {
    name: '最低覆盖率',
    say: '一个节点之下有数值的指标（数到末级指标，不数中间层）的有效权重不足这一比例时，不给分；默认三分之二。',
    limits: '“重新归一”把现有指标的权重放大；“严格”则一项缺失即不给分。',
  },
  grade: {
    name: '等级',
    say: '按得分划分：优秀 ≥ 90，良好 ≥ 80，中等 ≥ 70，合格 ≥ 60，以下为不合格。',
  },
}
