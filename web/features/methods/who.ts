/** WHO's summary measures, in WHO's own scaling. Ordered groups: income, education; unordered: area, ethnicity. */
import type { MethodText } from './MethodText.ts'

const source = 'WHO healthequal；HEAT technical notes'

export const whoMethods = {
  D: { name: '差值 D', nameEn: 'Difference D', say: '两个组（最优与最差，或最高与最低）之差。', sayEn: 'The difference between two groups, best and worst or most and least advantaged.', formula: 'D = y_high − y_low', source },
  R: { name: '比值 R', nameEn: 'Ratio R', say: '两个组之比。', sayEn: 'The ratio of two groups.', formula: 'R = y_high ÷ y_low', source },
  ACI: { name: '绝对集中指数 ACI', nameEn: 'Absolute concentration index', say: '有序组中服务偏向优势一端的绝对程度。', sayEn: 'How far the service leans to the advantaged end, in absolute terms.', formula: 'ACI = Σ pⱼ (2Xⱼ − 1) yⱼ', source },
  RCI: { name: '相对集中指数 RCI', nameEn: 'Relative concentration index', say: '绝对集中指数与平均水平之比。', sayEn: 'ACI relative to the mean.', formula: 'RCI = ACI ÷ μ × 100', source },
  SII: { name: '斜率指数 SII', nameEn: 'Slope index of inequality', say: '由回归得到的最优势与最劣势者之差。', sayEn: 'The regression difference between the most and least advantaged.', formula: 'SII = v₁ − v₀', source },
  RII: { name: '相对斜率指数 RII', nameEn: 'Relative index of inequality', say: '由回归得到的最优势与最劣势者之比。', sayEn: 'The regression ratio of the most and least advantaged.', formula: 'RII = v₁ ÷ v₀', source },
  BGV: { name: '组间方差 BGV', nameEn: 'Between-group variance', say: '各组与总体平均之差的平方的加权平均。', sayEn: 'The weighted mean squared distance from the average.', formula: 'BGV = Σ pⱼ (yⱼ − μ)²', source },
  BGSD: { name: '组间标准差 BGSD', nameEn: 'Between-group standard deviation', say: '组间方差的平方根，单位同指标。', sayEn: 'The square root of BGV, in the indicator’s unit.', formula: 'BGSD = √BGV', source },
  COV: { name: '组间变异系数 COV', nameEn: 'Between-group coefficient of variation', say: '组间标准差占平均水平的百分比。', sayEn: 'BGSD as a percentage of the mean.', formula: 'COV = BGSD ÷ μ × 100', source },
  MDBU: { name: '与最优组的平均差（不加权）', nameEn: 'Mean difference from best, unweighted', say: '各组与最优组之差的简单平均。', sayEn: 'The plain mean distance from the best group.', formula: 'Σ |yⱼ − y_best| ÷ n', source },
  MDBW: { name: '与最优组的平均差（加权）', nameEn: 'Mean difference from best, weighted', say: '各组与最优组之差按人口的平均。', sayEn: 'The population-weighted mean distance from the best group.', formula: 'Σ pⱼ |yⱼ − y_best|', source },
  MDMU: { name: '与平均的平均差（不加权）', nameEn: 'Mean difference from mean, unweighted', say: '各组与平均水平之差的简单平均。', sayEn: 'The plain mean distance from the average.', formula: 'Σ |yⱼ − μ| ÷ n', source },
  MDMW: { name: '与平均的平均差（加权）', nameEn: 'Mean difference from mean, weighted', say: '各组与平均水平之差按人口的平均。', sayEn: 'The population-weighted mean distance from the average.', formula: 'Σ pⱼ |yⱼ − μ|', source },
  MDRU: { name: '与参照组的平均差（不加权）', nameEn: 'Mean difference from reference, unweighted', say: '各组与指定参照组之差的简单平均。', sayEn: 'The plain mean distance from a chosen reference group.', formula: 'Σ |yⱼ − y_ref| ÷ n', source },
  MDRW: { name: '与参照组的平均差（加权）', nameEn: 'Mean difference from reference, weighted', say: '各组与指定参照组之差按人口的平均。', sayEn: 'The population-weighted mean distance from a chosen reference group.', formula: 'Σ pⱼ |yⱼ − y_ref|', source },
  IDISU: { name: '差距指数（不加权）', nameEn: 'Index of disparity, unweighted', say: '各组与平均之差的简单平均占平均水平的百分比。', sayEn: 'The plain mean distance from the average, in percent of it.', formula: 'MDMU ÷ μ × 100', source },
  IDISW: { name: '差距指数（加权）', nameEn: 'Index of disparity, weighted', say: '各组与平均之差按人口的平均占平均水平的百分比。', sayEn: 'The weighted mean distance from the average, in percent of it.', formula: 'MDMW ÷ μ × 100', source },
  TI: { name: '泰尔指数 TI', nameEn: 'Theil index', say: '组间泰尔指数，按世卫组织的尺度乘以 1000。', sayEn: 'Theil’s index between groups, times 1,000 as WHO prints it.', formula: 'TI = Σ pⱼ (yⱼ ÷ μ) ln(yⱼ ÷ μ) × 1000', source },
  MLD: { name: '平均对数离差 MLD', nameEn: 'Mean log deviation', say: '组间平均对数离差，按世卫组织的尺度乘以 1000。', sayEn: 'Mean log deviation between groups, times 1,000 as WHO prints it.', formula: 'MLD = Σ pⱼ ln(μ ÷ yⱼ) × 1000', source },
  PAR: { name: '人群归因差 PAR', nameEn: 'Population attributable risk', say: '若各组都达到参照组水平，总体平均可改善多少。', sayEn: 'How much the average would improve if all groups reached the reference.', formula: 'PAR = y_ref − μ', source },
  PAF: { name: '人群归因比例 PAF', nameEn: 'Population attributable fraction', say: '上述改善占平均水平的百分比。', sayEn: 'That improvement in percent of the average.', formula: 'PAF = PAR ÷ μ × 100', source },
} as const satisfies Record<string, MethodText>
