/** From a raw value to a score between 0 and 1, shown × 100. */
import type { OfferedNormalisation } from '../../../../worker/engine/normalise/catalogue.ts'
import type { ChosenMethod, MethodText } from '../../../features/methods/MethodText.ts'

export default {
  anchors: {
    name: '锚点：目标值与不允许值',
    say: '得分按两个锚点换算：目标值 100 分，不允许值 60 分。每个锚点注明类别（标准、规划、估计）、依据和年份。',
    limits: '两个锚点都只是估计的指标，得分旁注明“仅估计锚点”；结果写明这类指标占多少权重。',
    source: '平台约定',
  },
  efficacy: {
    name: '功效系数法（默认）',
    say: '不允许值记 60 分，目标值记 100 分，之间按比例；低于不允许值沿同一直线降到 0，超过目标封顶 100。',
    formula: 'u = 60 + 40 (x − 不允许值) ÷ (目标值 − 不允许值)，限于 0–100；正向、逆向同一公式',
    limits:
      '达到全部标准或规划目标的地区得 100 分，处于全部不允许值的得 60 分。也可用样本最低、最高值代替锚点，那时各期得分不可比。',
    source: '功效系数法；平台约定',
    hint: '不允许值得 60 分，目标值得 100 分，之间按比例；默认以目标值与不允许值为锚点。',
  },
  realization: {
    name: '实现度',
    say: '有标准或规划目标的指标达到目标的程度，按权重合成；100% 表示这些目标全部达到。',
    formula: '实现度 = Σ wⱼ · min(xⱼ ÷ Tⱼ, 1) ÷ Σ wⱼ；逆向为 min(Tⱼ ÷ xⱼ, 1)；区间内为 1',
    limits:
      '估计的目标不计入。旁边写明覆盖的权重：有这类目标且有数值的指标占多少；低于评价框架规定的覆盖（默认 50%）就不给出。海盐、浙江公布的实现度没有公开完整公式，这里是本平台的定义。',
    source: '平台约定',
  },
  minmax: {
    name: '极差标准化',
    say: '按最低与最高值把原始值换算到 0–1；上下限可取当期、全部时期、给定的上下界或两个锚点。',
    formula: 'u = (x − lo) ÷ (hi − lo)；逆向 u = (hi − x) ÷ (hi − lo)',
    limits: '用当期上下限时，不同时期的得分不可比。各地相同的指标记 0.5 并提示。',
    source: 'OECD/JRC Handbook step 5；COINr n_minmax',
    hint: '按各期最高、最低换算到 0–100：相对位置清楚，但没有绝对标准。',
  },
  zscore: {
    name: 'Z 分数',
    say: '距平均值多少个标准差，正为好于平均。',
    formula: 'u = (x − x̄) ÷ s，s 用 n − 1；逆向取相反数',
    source: 'COINr n_zscore',
    hint: '离均值几个标准差：不限于 0–100，得分离散可能无法计算；均等化程度按原始值计算，不受影响。',
  },
  target: {
    name: '达标法',
    say: '与标准或规划值之比，达到即满分；默认超出不加分。',
    formula: '正向 u = min(x ÷ T, 1)；逆向 x ≤ T 时为 1，否则 T ÷ x；区间 [a, b] 内为 1',
    hint: '实际值 ÷ 目标值，封顶 100：看离标准还有多远。没有目标的指标不能用。',
  },
  rank: {
    name: '排序法',
    say: '只看名次不看差距大小，名次换算到 0–1，并列取平均名次。',
    hint: '只看名次，不看差多少：不怕异常值。',
  },
  winsorise: {
    name: '缩尾处理',
    say: '偏度或峰度过大时，把最极端的至多 5 个值换成次极端的值，逐一列出。',
    formula: '|偏度| > 2 且 峰度 > 3.5 时执行',
    source: 'COINr qTreat',
  },
  impute: {
    name: '缺失值填补',
    say: '缺失默认保持缺失；只有选择了填补方式才填，且每个填补值都列出。',
    formula: '不填补 · 当期中位数 · 沿用上期值',
  },
} satisfies Record<string, MethodText> & Record<OfferedNormalisation, ChosenMethod>
