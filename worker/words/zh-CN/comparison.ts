/** Why publications cannot simply be read against each other. */
export const comparison = {
  'wrong-count': ({ fewest, most }: { readonly fewest: number; readonly most: number }) =>
    `请选择 ${fewest} 至 ${most} 个公开结果`,
  'no-such': ({ ids }: { readonly ids: readonly string[] }) => `没有这些公开结果：${ids.join('、')}`,
  'different-framework': '各城市采用不同的评价框架，综合得分和领域得分不可直接比较',
  'different-framework-version':
    '各城市采用同一模板的不同版本，或在本地作了调整（指标或权重不同），得分差异可能来自评价框架',
  'different-normalisation': '各城市的标准化方法不同，得分不在同一把尺子上',
  'different-preparation': '各城市在异常值处理、缺失值插补或标准化参照范围上的选择不同',
  'relative-scores':
    '得分以本市各地区的高低为参照，只说明市内差距，不能比较城市之间的水平；各指标原始值的不均等指数（如基尼系数）可以比较',
  'different-yardsticks': '各城市的目标值或上下界不同，得分是相对各自标准的，不能比较水平',
  'different-aggregation': '各城市的汇总方法或缺失值规则不同',
  'different-equality':
    '均等化程度的口径不同（离散指标、人口加权或旧版算法），不并列比较；请改用同一口径重新评价后再比',
  'different-targets': '各城市的标准或规划目标不同，实现度不可直接比较',
  'different-unit-count': ({ counts }: { readonly counts: readonly number[] }) =>
    `各城市参评地区数相差一半以上（${counts.join('、')} 个），地区划得越细差异通常越大；离散程度的高低须谨慎解读`,
  'no-shared-period': '所选结果没有共同的时期',
  'different-periods': ({ shared }: { readonly shared: readonly string[] }) =>
    `各城市的时期不完全相同，共同时期为 ${shared.join('、')}`,
  unweighted: '这些结果有未按人口加权的时期（人口数据不全），其均值和指数按地区等权计算',
}
