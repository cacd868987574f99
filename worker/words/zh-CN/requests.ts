/** What the doors refuse before anything of a city is looked at: limits, keys, types, regions. */
import type { Name } from '../param.types.ts'

interface Cost {
  readonly estimateMs: number
  readonly limitMs: number
}

export const requests = {
  'rate-limited': ({ seconds }: { readonly seconds: number }) => `请在 ${seconds} 秒后重试。`,
  'rate-limited-anonymous': ({ seconds }: { readonly seconds: number }) =>
    `请在 ${seconds} 秒后重试。使用 API 密钥可获得更高的限额。`,
  'too-costly': ({ estimateMs, limitMs }: Cost) =>
    `预计需要 ${estimateMs} 毫秒计算时间，上限为 ${limitMs} 毫秒。请减少地区、指标或运行次数。`,
  'too-costly-anonymous': ({ estimateMs, limitMs }: Cost) =>
    `预计需要 ${estimateMs} 毫秒计算时间，上限为 ${limitMs} 毫秒。请减少地区、指标或运行次数，或使用 API 密钥（上限更高）。`,
  'body-too-large': ({ size }: { readonly size: string }) => `请求正文最多 ${size}；请减少内容或分批发送`,
  'types-offered': ({ types }: { readonly types: string }) => `此地址可提供：${types}。`,
  'bad-key': '应为 1–200 个可见的 ASCII 字符',
  'key-reused': '此键已用于另一个请求',
  'bad-cursor': '不是此列表的游标',
  'region-unavailable': ({ region }: { readonly region: Name }) =>
    `“${region.name}”地区的数据库暂时停用，已公开的结果和其他地区不受影响。请稍后再试；如持续如此，请联系平台运营方。`,
}
