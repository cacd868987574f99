/** From a raw value to a score between 0 and 1, shown × 100. */
import type { MethodText } from './MethodText.ts'

export const normalisationMethods = {
  realization: {
    name: '实现度',
    nameEn: 'Realization degree',
    say: '各项指标达到标准或规划目标的程度按权重合成，100% 表示全部达标。',
    sayEn: 'How far the indicators meet their standards or planned targets, weighted together; 100% means all are met.',
    formula: '实现度 = Σ wⱼ · min(xⱼ ÷ Tⱼ, 1)（正向）；逆向为 min(Tⱼ ÷ xⱼ, 1)',
    formulaEn: 'Σ wⱼ · min(xⱼ ÷ Tⱼ, 1) for benefits; min(Tⱼ ÷ xⱼ, 1) for costs',
    limits: '海盐、浙江公布的实现度没有公开完整公式；这里是本平台的定义，是可选的方法参数。',
    limitsEn:
      'Haiyan and Zhejiang publish realization degrees without the full formula; this is the platform’s definition and a method parameter.',
    source: '平台约定',
    sourceEn: 'platform convention',
  },
  minmax: {
    name: '极差标准化',
    nameEn: 'Min–max',
    say: '按最低与最高值把原始值换算到 0–1；上下限可取当期、全部时期或固定目标。',
    sayEn:
      'Rescales to 0–1 between the lowest and highest value; the limits come from the period, all periods or fixed goalposts.',
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
  efficacy: {
    name: '功效系数法',
    nameEn: 'Efficacy coefficient',
    say: '不允许值记 60 分，满意值记 100 分，之间按比例。',
    sayEn: 'The unacceptable value scores 60, the satisfactory value 100, in proportion between.',
    formula: '60 + 40 (x − lo) ÷ (hi − lo)，lo 为不允许值，hi 为满意值',
    formulaEn: '60 + 40 (x − lo) ÷ (hi − lo), lo the unacceptable and hi the satisfactory value',
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
} as const satisfies Record<string, MethodText>
