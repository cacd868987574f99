/** What stands in the way of an evaluation: of a city's own data, or of three documents sent along. */
interface Coded {
  readonly code: string
}
interface Period {
  readonly period: string
}
interface Length {
  readonly length: number
}
interface Size {
  readonly count: number
  readonly limit: number
}

export const evaluations = {
  'unknown-framework': '没有这个评价框架，它可能已被删除；请重新选择',
  'unknown-version': ({ version }: { readonly version: number }) => `没有这个评价框架的第 ${version} 版`,
  'needs-periods': '只有一期数据，无法沿用上一期的值',
  'too-large': (p: Size & { readonly areas: number; readonly indicators: number; readonly periods: number }) =>
    `${p.areas} 个地区 × ${p.indicators} 个指标 × ${p.periods} 期 = ${p.count} 个数值，超过一次评价的上限 ${p.limit}；请减少时期或地区`,
  'no-data': '所选时期和地区还没有该评价框架任何指标的数据；请先导入数据',
  'empty-period': ({ period }: Period) => `${period} 没有任何数据；请去掉该时期或先导入数据`,
  'duplicate-period': ({ period }: Period) => `${period} 重复`,
  'mixed-periods': '年、半年、季、月不能混在一次评价里',
  'unknown-area': ({ code }: Coded) => `没有代码为“${code}”的地区`,
  'duplicate-area': ({ code }: Coded) => `“${code}”重复`,
  'too-few-areas': '至少需要两个可比较的地区；请先录入下级地区',
  'nested-areas': ({ name, parent }: { readonly name: string; readonly parent: string }) =>
    `“${name}”属于同时选中的“${parent}”，会重复计算；请二选一`,
  'other-engine': ({ engine, own }: { readonly engine: string; readonly own: string }) =>
    `这些输入由引擎 ${engine} 计算，本服务是 ${own}，结果可能不同；如仍要计算，请去掉 engineVersion 和 inputDigest`,
  'too-many-cells': ({ count, limit }: Size) => `共 ${count} 个数值，上限 ${limit}`,
  'not-ascending': '时期必须从早到晚排列且不重复',
  'length-of-populations': ({ length }: Length) => `应有 ${length} 个数值，每个地区一个`,
  'length-of-values': ({ length }: Length) => `应有 ${length} 个数值，每个地区一个`,
  'negative-population': '人口不能为负数',
  'unknown-indicator': ({ code }: Coded) => `评价框架中没有指标“${code}”`,
  'missing-column': ({ code }: Coded) => `缺少指标“${code}”的数值`,
}
