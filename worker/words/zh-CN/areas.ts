/** Faults of areas and populations, and why one cannot be deleted. */
interface Called {
  readonly name: string
}
interface Coded {
  readonly code: string
}

export const areas = {
  'duplicate-code': ({ code, first, second }: Coded & { readonly first: number; readonly second: number }) =>
    `代码“${code}”在本次提交中重复（第 ${first} 条与第 ${second} 条）。请保留一条；尚未写入。`,
  'too-many-areas': ({ limit, count }: { readonly limit: number; readonly count: number }) =>
    `一个城市最多 ${limit} 个地区，写入后将有 ${count} 个。请先删除不用的地区；尚未写入。`,
  'unknown-parent': ({ code }: Coded) => `上级代码“${code}”不存在。请先建立它，或放在同一次提交中；尚未写入。`,
  'too-deep': ({ name, limit }: Called & { readonly limit: number }) =>
    `“${name}”上面超过 ${limit} 级。请核对上级代码；尚未写入。`,
  'parent-cycle': ({ name }: Called) => `“${name}”的上级最终又指回它自己。请更正上级代码；尚未写入。`,
  'other-id': ({ code }: Coded) => `代码“${code}”的地区不是这个 id。改代码请先建新地区；尚未写入。`,
  'one-of': ({ field }: { readonly field: string }) => `“${field}”与“items”应给出其中一个；尚未写入。`,
  'unknown-area': ({ code }: Coded) => `没有代码为“${code}”的地区。请先在“地区”中建立；尚未写入。`,
  'duplicate-population': ({ code, period }: Coded & { readonly period: string }) =>
    `“${code}”${period} 的人口重复。请保留一条；尚未写入。`,
  'has-children': ({ name, count }: Called & { readonly count: number }) =>
    `“${name}”下还有 ${count} 个地区。请先删除或改挂它们，再删除“${name}”。`,
  'has-observations': ({ name }: Called) => `“${name}”已有数据，不能删除。请先撤销写入这些数据的导入。`,
  'changed-meanwhile': ({ name }: Called) => `“${name}”刚刚被他人修改，请刷新后重试。`,
}
