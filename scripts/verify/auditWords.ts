/** The verdict on an audit log in words: Chinese first, English beside. */
import type { ExportFault, ExportSummary } from '../../worker/log/verifyExport.ts'

export function summaryWords({ log, name, acts, head }: ExportSummary): string {
  const open = acts - head.size
  const pending = open === 0 ? '' : `；${open} 条待签名 ${open} not signed yet`
  return `✓ ${name} ${log}：${acts} 条记录完整，未改动 acts whole and unchanged${pending}；签名头 head ${head.size} ${head.root.slice(0, 16)}…，密钥 key ${head.keyId}，${new Date(head.at).toISOString()}`
}

export function faultWords(log: string, fault: ExportFault): [zh: string, en: string] {
  const [zh, en] = WORDS[fault.code](asAny(fault))
  return [`✗ ${log === '' ? '' : `${log}：`}${zh}`, `  ${en}`]
}

type Facts = Readonly<Record<'seq' | 'id' | 'belongs' | 'field' | 'size' | 'from' | 'keyId' | 'line', string | number>>
/** Guarantee: each code's words name only what the fault of that code holds. */
const asAny = (fault: ExportFault): Facts => fault as unknown as Facts

const WORDS: Readonly<Record<ExportFault['code'], (f: Facts) => [zh: string, en: string]>> = {
  'not-an-export': ({ line }) => [
    `第 ${line} 行不是审计导出的内容`,
    `line ${line} does not belong to an audit export; download it again`,
  ],
  'cut-short': () => ['文件不完整，请重新导出', 'the file is cut short; export it again'],
  unsigned: () => [
    '没有签名头，无法核验：此服务没有设置签名密钥',
    'there is no signed head to check against: the server has no signing secret',
  ],
  missing: ({ seq }) => [`缺少第 ${seq} 条`, `act ${seq} is missing`],
  moved: ({ seq, id, belongs }) => [
    `第 ${seq} 条被换位：此处的 ${id} 原为第 ${belongs} 条`,
    `act ${seq} was moved: ${id}, which stands there, is act ${belongs}`,
  ],
  edited: ({ seq, id, field }) => [
    `第 ${seq} 条（${id}）的 ${field} 被改动，与当时的记录不符`,
    `act ${seq} (${id}) was edited: ${field} is not what was written at the time`,
  ],
  'text-edited': ({ seq, id }) => [
    `第 ${seq} 条（${id}）封存后被改动：内容与封存的摘要不符`,
    `act ${seq} (${id}) was changed after it was sealed: its text does not have the sealed hash`,
  ],
  root: ({ size, from }) => [
    `第 ${from}–${size} 条中有改动：与 ${size} 条时签名的总摘要不符`,
    `something among acts ${from}–${size} was changed: they do not have the root signed at ${size}`,
  ],
  key: ({ size, keyId }) => [
    `${size} 条时的签名头所用密钥 ${keyId} 不在公钥列表中`,
    `the head of size ${size} was signed with ${keyId}, which is not among the owner’s public keys`,
  ],
  signature: ({ size, keyId }) => [
    `${size} 条时的签名头签名无效（${keyId}）`,
    `the signature of the head of size ${size} does not fit (${keyId})`,
  ],
  time: ({ size, keyId }) => [
    `${size} 条时的签名头时间不符：早于前一个，或密钥 ${keyId} 当时未启用或已停用`,
    `the head of size ${size} has an impossible time: before the one before, or when ${keyId} was not in use`,
  ],
  'kept-head': ({ size }) => [
    `与您保存的 ${size} 条时的签名头不符：历史被改写`,
    `it does not begin with the head of size ${size} that you kept: history was rewritten`,
  ],
}
