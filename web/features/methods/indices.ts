/** The degree of equality and the dispersion indices: how unequal a set of areas is. Keys and names are those of the engine's
 * catalogue; a name given here is the longer one of this page. */
import { INDICES, type IndexKey } from '../../../worker/engine/indexCatalogue.ts'
import type { SideBySide } from './MethodText.ts'

type IndexText = Omit<SideBySide, 'name' | 'nameEn'> & Partial<SideBySide>
type OwnKey = 'degree' | 'scoreDispersion'

const TEXTS: Readonly<Record<IndexKey, IndexText> & Record<OwnKey, SideBySide>> = {
  degree: {
    name: '均等化程度',
    nameEn: 'Degree of equality',
    say: '各地有多均等：逐项指标用原始值、按它真正的量表计算离散，再按权重逐级合成为 0–100；100 表示各地完全相同。',
    sayEn:
      'How equally: from raw values, indicator by indicator on the scale they really have, then carried up by weight to 0–100; 100 means all areas are the same.',
    formula:
      'Dⱼ = 100 · max(0, 1 − Iⱼ)；节点 D = Σ wⱼ Dⱼ ÷ Σ wⱼ。比率量表：I = s ÷ μ（变异系数法）或 μG ÷ μ（基尼系数法）；有界量表 [a, b]：I = 2s ÷ (b − a) 或 4μG ÷ (b − a)',
    formulaEn:
      'Dⱼ = 100 · max(0, 1 − Iⱼ); node D = Σ wⱼ Dⱼ ÷ Σ wⱼ. Ratio scale: I = s ÷ μ (CV family) or μG ÷ μ (Gini family); bounded scale [a, b]: I = 2s ÷ (b − a) or 4μG ÷ (b − a)',
    limits:
      's 为总体标准差，μG 为平均差之半。有界指标（如覆盖率 0–100%）除以量表宽度，这样用覆盖率或缺口计算结果相同。旁边写明方法、加权、标准差口径和 n；不同口径不混在一条趋势里，也不相互比较。I 大于 1 按 0 计并列出；缺失的指标不计并列出；不足 3 个地区不给出。离散与它在 n 个地区下的上限一并给出（基尼系数为 1 − 1/n）。它从不由得分算出。',
    limitsEn:
      's is the population s.d., μG half the mean difference. A bounded indicator (coverage 0–100%) is measured against the width of its scale, so that coverage and shortfall agree. Family, weighting, s.d. convention and n stand beside it; conventions are never mixed in a series or compared. I above 1 counts as 0 and is listed; missing indicators are left out and listed; fewer than 3 areas give none. A dispersion is printed with its maximum under n (Gini: 1 − 1/n). It is never computed from scores.',
    source: '变异系数法见 GB/T 44898-2024 的非官方解读；有界形式见 Erreygers 2009；平台约定',
    sourceEn: 'CV: an unofficial reading of GB/T 44898-2024; bounded forms: Erreygers 2009; platform convention',
  },
  scoreDispersion: {
    name: '得分离散',
    nameEn: 'Dispersion of scores',
    say: '综合或领域得分在各地之间的离散，只用来看同一套得分内部的差别，不是均等化程度。',
    sayEn:
      'How overall or domain scores spread over areas: it shows differences within one set of scores and is no degree of equality.',
    limits: '得分没有真正的零点：把所有得分加上 10 分，变异系数就变小。得分的泰尔、基尼分解同样只是“得分的分解”。',
    limitsEn:
      'Scores have no true zero: adding 10 points to each makes the CV smaller. Theil and Gini decompositions of scores are parts of scores, too.',
    source: '平台约定',
    sourceEn: 'platform convention',
  },
  cv: {
    say: '各地数值偏离平均水平的典型幅度占平均水平的比例，越小越均等。',
    sayEn: 'How far areas typically lie from the mean, as a share of the mean; smaller is more equal.',
    formula: 'CV = √( Σ pᵢ (xᵢ − μ)² ) ÷ μ',
    limits: '要求均值大于 0。默认用总体标准差；用样本标准差（n − 1）时会写明。按人口加权时即威廉森系数。',
    limitsEn:
      'Needs a positive mean. Population s.d. by default; the sample form (n − 1) is named when used. Weighted by population it is Williamson’s index.',
    source: 'GB/T 44898-2024 的非官方解读；R ineq var.coeff',
    sourceEn: 'an unofficial reading of GB/T 44898-2024; R ineq var.coeff',
  },
  gini: {
    say: '任取两地，数值之差的平均与均值之比的一半：0 为完全均等，1 为全部集中于一地。',
    sayEn:
      'Half the mean difference between any two areas relative to the mean: 0 is full equality, 1 is everything in one area.',
    formula: 'G = (1 ÷ 2μ) Σᵢ Σₖ pᵢ pₖ |xᵢ − xₖ|',
    limits: '要求数值不为负、均值大于 0。`unbiased` 选项乘以 n/(n − 1)。',
    limitsEn: 'Needs non-negative values and a positive mean. The `unbiased` option multiplies by n/(n − 1).',
    source: 'R ineq Gini；PySAL inequality',
  },
  theilT: {
    say: '可分解为地区之间与地区之内两部分的不均等指数，对高值一端更敏感。',
    sayEn:
      'An inequality index that splits exactly into between-group and within-group parts; more sensitive at the top.',
    formula: 'T = Σ pᵢ (xᵢ ÷ μ) ln(xᵢ ÷ μ)，0 · ln 0 = 0',
    limits: '要求数值不为负。',
    limitsEn: 'Needs non-negative values.',
    source: 'R ineq Theil (0)；PySAL Theil',
  },
  theilL: {
    name: '泰尔指数 L（平均对数离差）',
    nameEn: 'Theil L (mean log deviation)',
    say: '平均水平与各地数值之比的对数的平均，对低值一端更敏感，同样可分解。',
    sayEn: 'The mean log ratio of the average to each area; more sensitive at the bottom, and decomposable too.',
    formula: 'L = Σ pᵢ ln(μ ÷ xᵢ)',
    limits: '要求数值全部大于 0：有一地为 0 时没有值，并给出原因。',
    limitsEn: 'Needs values above 0: one zero leaves it without a value, with the reason given.',
    source: 'R ineq Theil (1)',
  },
  ge: {
    say: '用参数 α 调节对高值或低值的敏感程度的一族指数；α = 0、1 即泰尔 L、T。',
    sayEn: 'A family of indices whose α sets the sensitivity to the top or the bottom; α = 0 and 1 give Theil L and T.',
    formula: 'GE(α) = Σ pᵢ [ (xᵢ ÷ μ)^α − 1 ] ÷ ( α (α − 1) )',
    limits: '要求数值不为负；α < 0 时须大于 0。',
    limitsEn: 'Needs non-negative values; above 0 when α < 0.',
    source: 'R IC2',
  },
  atkinson: {
    say: '为达到同样的社会福利，若完全均等可以节省的比例；ε 越大越看重低值地区。',
    sayEn: 'The share that full equality would save for the same welfare; a larger ε gives low areas more weight.',
    formula: 'A(ε) = 1 − ( Σ pᵢ xᵢ^(1−ε) )^(1/(1−ε)) ÷ μ；ε = 1 时为 1 − 几何平均 ÷ μ',
    formulaEn: 'A(ε) = 1 − ( Σ pᵢ xᵢ^(1−ε) )^(1/(1−ε)) ÷ μ; for ε = 1: 1 − geometric mean ÷ μ',
    limits: '要求数值大于 0。默认 ε = 0.5。',
    limitsEn: 'Needs values above 0. Default ε = 0.5.',
    source: 'R ineq Atkinson',
  },
  hoover: {
    say: '要使各地完全均等，需要从高处移到低处的比例。',
    sayEn: 'The share that would have to move from high to low areas for full equality.',
    formula: 'H = ½ Σ pᵢ |xᵢ − μ| ÷ μ',
    limits: '要求数值不为负、均值大于 0。',
    limitsEn: 'Needs non-negative values and a positive mean.',
    source: 'R ineq RS',
  },
  ratioMaxMin: {
    name: '极值比',
    nameEn: 'Max–min ratio',
    say: '最高地区是最低地区的多少倍。',
    sayEn: 'How many times the highest area is the lowest.',
    formula: 'max x ÷ min x',
    limits: '最低值为 0 时没有值。只看两端，一地异常即大变。',
    limitsEn: 'No value when the minimum is 0. Sees the two ends only: one outlier changes it.',
  },
  range: {
    say: '最高地区与最低地区相差多少，单位同指标。',
    sayEn: 'The difference between the highest and lowest area, in the indicator’s unit.',
    formula: 'max x − min x',
  },
  relativeRange: {
    say: '极差占平均水平的比例。',
    sayEn: 'The range as a share of the mean.',
    formula: '(max x − min x) ÷ μ',
    limits: '要求均值大于 0。',
    limitsEn: 'Needs a positive mean.',
  },
  p90p10: {
    say: '处于第 90 百分位的地区是第 10 百分位的多少倍，不受最极端地区影响。',
    sayEn: 'How many times the 90th percentile is the 10th; not moved by the most extreme areas.',
    formula: 'Q₀.₉ ÷ Q₀.₁',
    limits: '不加权用第 7 型分位数；加权用加权分布的反函数（第 1 型）。地区少时不稳。',
    limitsEn:
      'Unweighted quantiles are type 7; weighted ones invert the weighted distribution (type 1). Unstable with few areas.',
  },
  palma: {
    say: '最高一成所占份额是最低四成所占份额的多少倍。',
    sayEn: 'The share of the top tenth over the share of the bottom four tenths.',
    formula: 'S(最高 10%) ÷ S(最低 40%)',
    formulaEn: 'S(top 10%) ÷ S(bottom 40%)',
  },
  quintileRatio: {
    name: '五分位份额比（S80/S20）',
    nameEn: 'Quintile share ratio (S80/S20)',
    say: '最高五分之一地区拥有的总量是最低五分之一地区的多少倍。',
    sayEn: 'How many times the top fifth of areas together hold what the bottom fifth hold.',
    formula: 'Σ pᵢ xᵢ（xᵢ > Q₀.₈） ÷ Σ pᵢ xᵢ（xᵢ ≤ Q₀.₂）',
    formulaEn: 'Σ pᵢ xᵢ over xᵢ > Q₀.₈ ÷ Σ pᵢ xᵢ over xᵢ ≤ Q₀.₂',
    limits:
      '要求数值不为负、最低五分之一的总量大于 0。分位数不加权用第 7 型，加权用第 1 型；没有高于 Q₀.₈ 的值时，取等于它的值为最高一组。它不是两个分位数之比。',
    limitsEn:
      'Needs non-negative values and a bottom fifth above 0. Quantiles are type 7, weighted ones type 1; when nothing lies above Q₀.₈, the values equal to it are the top. It is not the ratio of the two quantiles.',
    source: 'Eurostat S80/S20；R laeken qsr',
  },
  urbanRuralRatio: {
    say: '城镇地区平均水平是乡村地区的多少倍，1 为没有城乡差别。',
    sayEn: 'How many times the urban mean is the rural mean; 1 is no difference.',
    formula: 'μ(城镇) ÷ μ(乡村)，按人口加权',
    formulaEn: 'μ(urban) ÷ μ(rural), population-weighted',
    limits: '两类地区都须有数据。',
    limitsEn: 'Both kinds of areas must have data.',
  },
  urbanRuralGap: {
    say: '城镇地区平均水平减去乡村地区平均水平，单位同指标。',
    sayEn: 'The urban mean minus the rural mean, in the indicator’s unit.',
    formula: 'μ(城镇) − μ(乡村)，按人口加权',
    formulaEn: 'μ(urban) − μ(rural), population-weighted',
  },
  lorenz: {
    say: '把地区由低到高排列，横轴为人口累计份额，纵轴为服务累计份额；越贴近对角线越均等。',
    sayEn:
      'Areas from low to high: cumulative share of people against cumulative share of the service; the closer to the diagonal, the more equal.',
    formula: 'L(Σ p) = Σ pᵢ xᵢ ÷ μ',
  },
  moran: {
    say: '相邻地区是否相似：正值为高低各自成片，接近 0 为随机，负值为高低相间。',
    sayEn: 'Whether neighbours are alike: positive means clusters, near 0 random, negative a chequered pattern.',
    formula: 'I = (n ÷ S₀) Σᵢ Σⱼ wᵢⱼ zᵢ zⱼ ÷ Σ zᵢ²',
    limits: '至少 3 个地区且数值不全相同；p 值由 999 次固定种子的置换得到。',
    limitsEn: 'At least 3 areas, not constant; p from 999 permutations with a fixed seed.',
    source: 'PySAL esda；R spdep',
  },
}

export const indexMethods: Readonly<Record<IndexKey | OwnKey, SideBySide>> = {
  ...TEXTS,
  ...named(),
}

/** Guarantee: every index of the catalogue. */
function named(): Record<IndexKey, SideBySide> {
  const entries = Object.entries(INDICES).map(([key, { name }]) => [
    key,
    { name: name[0], nameEn: name[1], ...TEXTS[key as IndexKey] },
  ])
  return Object.fromEntries(entries) as Record<IndexKey, SideBySide>
}
