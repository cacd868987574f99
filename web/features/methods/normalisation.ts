/** From a raw value to a score between 0 and 1, shown × 100. */
import type { OfferedNormalisation } from '../../../worker/engine/normalise/catalogue.ts'
import { dictionary, type Pair } from '../../i18n/dictionary.ts'
import type { MethodText } from './MethodText.ts'

export const normalisationMethods = {
  anchors: {
    name: '锚点：目标值与不允许值',
    nameEn: 'Anchors: target and floor',
    say: '得分按两个锚点换算：目标值 100 分，不允许值 60 分。每个锚点注明类别（标准、规划、估计）、依据和年份。',
    sayEn:
      'Scores are read between two anchors: the target scores 100, the floor 60. Each states its kind (standard, plan, estimate), document and year.',
    limits: '两个锚点都只是估计的指标，得分旁注明“仅估计锚点”；结果写明这类指标占多少权重。',
    limitsEn:
      'Where both are estimates, the score says so; a result states what share of its weight rests on such indicators.',
    source: '平台约定',
    sourceEn: 'platform convention',
  },
  efficacy: {
    name: '功效系数法（默认）',
    nameEn: 'Efficacy coefficient (default)',
    say: '不允许值记 60 分，目标值记 100 分，之间按比例；低于不允许值沿同一直线降到 0，超过目标封顶 100。',
    sayEn:
      'The floor scores 60, the target 100, in proportion between; below the floor the same line goes on down to 0, above the target 100 is the cap.',
    formula: 'u = 60 + 40 (x − 不允许值) ÷ (目标值 − 不允许值)，限于 0–100；正向、逆向同一公式',
    formulaEn: 'u = 60 + 40 (x − floor) ÷ (target − floor), kept within 0–100; one formula for benefits and costs',
    limits:
      '达到全部标准或规划目标的地区得 100 分，处于全部不允许值的得 60 分。也可用样本最低、最高值代替锚点，那时各期得分不可比。',
    limitsEn:
      'An area that meets every target scores 100, one at every floor 60. Sample extremes may stand in for anchors; scores of periods are then not comparable.',
    source: '功效系数法；平台约定',
    sourceEn: 'efficacy coefficient method; platform convention',
  },
  realization: {
    name: '实现度',
    nameEn: 'Realization',
    say: '有标准或规划目标的指标达到目标的程度，按权重合成；100% 表示这些目标全部达到。',
    sayEn:
      'How far indicators with a standard or planned target attain it, combined by weight; 100% means that all of these are met.',
    formula: '实现度 = Σ wⱼ · min(xⱼ ÷ Tⱼ, 1) ÷ Σ wⱼ；逆向为 min(Tⱼ ÷ xⱼ, 1)；区间内为 1',
    formulaEn: 'Σ wⱼ · min(xⱼ ÷ Tⱼ, 1) ÷ Σ wⱼ; for costs min(Tⱼ ÷ xⱼ, 1); 1 inside a range',
    limits:
      '估计的目标不计入。旁边写明覆盖的权重：有这类目标且有数值的指标占多少；低于评价框架规定的覆盖（默认 50%）就不给出。海盐、浙江公布的实现度没有公开完整公式，这里是本平台的定义。',
    limitsEn:
      'Estimated targets do not count. The weight covered (such a target and a value) stands beside it; below what the framework asks for (50% by default) none is stated. Haiyan and Zhejiang publish realization degrees without the full formula; this is the platform’s definition.',
    source: '平台约定',
    sourceEn: 'platform convention',
  },
  minmax: {
    name: '极差标准化',
    nameEn: 'Min–max',
    say: '按最低与最高值把原始值换算到 0–1；上下限可取当期、全部时期、给定的上下界或两个锚点。',
    sayEn:
      'Rescales to 0–1 between a lowest and a highest value: of the period, of all periods, given bounds or the two anchors.',
    formula: 'u = (x − lo) ÷ (hi − lo)；逆向 u = (hi − x) ÷ (hi − lo)',
    formulaEn: 'u = (x − lo) ÷ (hi − lo); for costs u = (hi − x) ÷ (hi − lo)',
    limits: '用当期上下限时，不同时期的得分不可比。各地相同的指标记 0.5 并提示。',
    limitsEn:
      'With limits of one period, scores are not comparable over time. A constant indicator scores 0.5 with a warning.',
    source: 'OECD/JRC Handbook step 5；COINr n_minmax',
  },
  zscore: {
    name: 'Z 分数',
    nameEn: 'z-score',
    say: '距平均值多少个标准差，正为好于平均。',
    sayEn: 'How many standard deviations from the mean; positive is better than average.',
    formula: 'u = (x − x̄) ÷ s，s 用 n − 1；逆向取相反数',
    formulaEn: 'u = (x − x̄) ÷ s, s with n − 1; negated for costs',
    source: 'COINr n_zscore',
  },
  target: {
    name: '达标法',
    nameEn: 'Attainment of a target',
    say: '与标准或规划值之比，达到即满分；默认超出不加分。',
    sayEn:
      'The ratio to the standard or planned value; reaching it is full score, and over-achievement does not count by default.',
    formula: '正向 u = min(x ÷ T, 1)；逆向 x ≤ T 时为 1，否则 T ÷ x；区间 [a, b] 内为 1',
    formulaEn: 'benefit u = min(x ÷ T, 1); cost 1 if x ≤ T, else T ÷ x; 1 inside a range [a, b]',
  },
  rank: {
    name: '排序法',
    nameEn: 'Rank',
    say: '只看名次不看差距大小，名次换算到 0–1，并列取平均名次。',
    sayEn: 'Uses the order only, not the distance; ranks rescaled to 0–1, ties share the average.',
  },
  winsorise: {
    name: '缩尾处理',
    nameEn: 'Winsorising',
    say: '偏度或峰度过大时，把最极端的至多 5 个值换成次极端的值，逐一列出。',
    sayEn: 'When skew and kurtosis are too large, at most 5 extreme values are set to the next one; each is listed.',
    formula: '|偏度| > 2 且 峰度 > 3.5 时执行',
    formulaEn: 'done when |skew| > 2 and kurtosis > 3.5',
    source: 'COINr qTreat',
  },
  impute: {
    name: '缺失值填补',
    nameEn: 'Imputation',
    say: '缺失默认保持缺失；只有选择了填补方式才填，且每个填补值都列出。',
    sayEn: 'Missing stays missing by default; values are filled only when asked for, and every filled cell is listed.',
    formula: '不填补 · 当期中位数 · 沿用上期值',
    formulaEn: 'none · period median · last value carried forward',
  },
} as const satisfies Record<string, MethodText> & Record<OfferedNormalisation, MethodText>

/** What a normalisation means, where one is chosen. */
export const normalisationHints = dictionary({
  minmax: [
    '按各期最高、最低换算到 0–100：相对位置清楚，但没有绝对标准。',
    'Scales highest and lowest to 0–100: clear relative positions, no absolute standard.',
  ],
  target: [
    '实际值 ÷ 目标值，封顶 100：看离标准还有多远。没有目标的指标不能用。',
    'Value ÷ target, capped at 100: how far the standard is. Indicators without a target cannot be used.',
  ],
  zscore: [
    '离均值几个标准差：不限于 0–100，得分离散可能无法计算；均等化程度按原始值计算，不受影响。',
    'Standard deviations from the mean: not bound to 0–100, so the dispersion of scores may have no value; the degree of equality comes from raw values and is untouched.',
  ],
  efficacy: [
    '不允许值得 60 分，目标值得 100 分，之间按比例；默认以目标值与不允许值为锚点。',
    'The floor scores 60, the target 100, in proportion between; by default between the two anchors.',
  ],
  rank: ['只看名次，不看差多少：不怕异常值。', 'Order only, not distance: insensitive to outliers.'],
} as const satisfies Record<OfferedNormalisation, Pair>)
