import type { Problem } from './wire.ts'

/** Error code → status and wording, in one table. Services throw AppError; only http/problem.ts turns it into a response. */
export const ERRORS = {
  'bad-request': { status: 400, zh: '请求格式不正确', en: 'The request is malformed' },
  'bad-json': { status: 400, zh: '请求正文不是有效的 JSON', en: 'The request body is not valid JSON' },
  unauthenticated: {
    status: 401,
    zh: '凭证无效或已过期，请重新登录或更换密钥',
    en: 'The credential is missing, invalid or expired; sign in again or use another key',
  },
  'wrong-password': { status: 401, zh: '邮箱或密码不正确', en: 'The e-mail address or the password is not right' },
  forbidden: { status: 403, zh: '您的角色或密钥没有此项权限', en: 'Your role or key lacks this permission' },
  'cross-site': {
    status: 403,
    zh: '此请求来自其他网站，已拒绝',
    en: 'The request came from another site and was refused',
  },
  'not-found': { status: 404, zh: '没有找到，或您无权查看', en: 'Not found, or not visible to you' },
  withdrawn: { status: 410, zh: '此结果已撤回，不再提供', en: 'This result was withdrawn and is no longer available' },
  'method-not-allowed': { status: 405, zh: '此地址不支持该方法', en: 'This address does not support that method' },
  'not-acceptable': {
    status: 406,
    zh: '没有符合 Accept 的格式',
    en: 'None of the formats asked for in Accept is available here',
  },
  conflict: {
    status: 409,
    zh: '此内容已被他人修改或状态不符，请刷新后重试',
    en: 'Somebody changed this, or its state does not allow it; reload and try again',
  },
  'already-done': {
    status: 409,
    zh: '此请求已执行过；当时生成的内容后来已被删除',
    en: 'This request has been carried out already; what it made has been deleted since',
  },
  'limit-reached': { status: 409, zh: '已达到上限', en: 'A limit has been reached' },
  disclosure: {
    status: 409,
    zh: '这样公开会让人推算出不公开的数值',
    en: 'Published like this, withheld values could be worked out',
  },
  'already-exists': { status: 409, zh: '已存在相同的记录', en: 'Such a record exists already' },
  'precondition-failed': {
    status: 412,
    zh: '您看到的版本已不是最新，请刷新后再保存',
    en: 'You edited an older version; reload before saving',
  },
  'too-large': { status: 413, zh: '内容超过上限', en: 'The content exceeds the limit' },
  'unsupported-type': { status: 415, zh: '不支持的内容类型', en: 'Unsupported content type' },
  invalid: { status: 422, zh: '部分内容不符合要求', en: 'Some of the content does not meet the requirements' },
  'precondition-required': {
    status: 428,
    zh: '保存前请带上版本标记（If-Match）',
    en: 'Send the version tag (If-Match) when saving',
  },
  'too-costly': {
    status: 422,
    zh: '这次计算预计超过允许的计算时间',
    en: 'This computation is estimated to take more CPU time than allowed',
  },
  'too-slow': {
    status: 408,
    zh: '请求正文传输过慢，已中断；请检查网络后重试',
    en: 'The request body came too slowly and was cut off; check the connection and send it again',
  },
  'rate-limited': {
    status: 429,
    zh: '请求过于频繁，请稍后再试',
    en: 'Too many requests; wait for the time stated, then try again',
  },
  internal: { status: 500, zh: '服务内部出错，已记录', en: 'Something went wrong on our side and has been recorded' },
  unavailable: { status: 503, zh: '该地区的数据库暂不可用', en: 'The database of this region is not available' },
} as const
export type ErrorCode = keyof typeof ERRORS

export interface Fault {
  readonly path: string
  readonly code?: string
  readonly message: string
  /** The same in Chinese, from whoever cannot know the reader's language; `message` is English then. */
  readonly zh?: string
}

/** What a refusal states besides its words. */
export interface RefusalFacts {
  /** Becomes Retry-After. */
  readonly retryAfterSeconds?: number
  /** Members of the problem, e.g. an estimate and its limit. */
  readonly members?: Pick<Problem, 'estimateMs' | 'limitMs' | 'withdrawn'>
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  /** What is wrong here, in the reader's language where the service knows it; never a secret, never a cause of a 500. */
  readonly detail: string | undefined
  readonly faults: readonly Fault[]
  readonly facts: RefusalFacts

  // Plain fields: scripts load this file in Node, which strips types and nothing more.
  constructor(code: ErrorCode, detail?: string, faults: readonly Fault[] = [], facts: RefusalFacts = {}) {
    super(detail ?? code)
    this.code = code
    this.detail = detail
    this.faults = faults
    this.facts = facts
  }
}
