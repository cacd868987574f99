/** Questions to the ledger of values and to the audit log that have no answer. */
export const ledger = {
  'bad-moment': ({ text }: { readonly text: string }) => `“${text}”不是有效的时刻`,
  'unknown-set': ({ id }: { readonly id: string }) => `没有已写入的变更集“${id}”`,
  'unknown-indicator': ({ code }: { readonly code: string }) => `没有指标“${code}”，请用指标代码`,
  'unknown-area': ({ code }: { readonly code: string }) => `没有地区“${code}”，请用地区代码`,
  'act-unnamed': '请用 seq（序号）或 entry（标识）指明一条记录',
  'not-sealed': ({ wanted, size }: { readonly wanted: number; readonly size: number }) =>
    `${wanted} 超出已封存的 ${size} 条，请用更小的数`,
}
