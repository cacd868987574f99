/** The one error the web knows: an RFC 9457 problem from the server, or the lack of a network (status 0). */
export interface FieldFault {
  readonly path: string
  readonly message: string
  readonly code?: string
}

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly requestId: string | null
  readonly faults: readonly FieldFault[]
  readonly retryAfterSeconds: number | null
  /** The whole body, for problems that carry more (a conflict's current version, a quota's limit). */
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>, retryAfterSeconds: number | null = null) {
    // The title only names the kind of problem; our own words say more than it does.
    super(text(body['detail']) ?? '')
    this.name = 'ApiError'
    this.status = status
    this.code = text(body['code']) ?? (status === 0 ? 'network' : `http-${status}`)
    this.requestId = text(body['requestId'])
    this.faults = faultsOf(body['errors'])
    this.retryAfterSeconds = retryAfterSeconds
    this.body = body
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faultsOf(value: unknown): readonly FieldFault[] {
  if (!Array.isArray(value)) return []
  const faults: FieldFault[] = []
  for (const item of value) {
    if (!isRecord(item)) continue
    const code = text(item['code'])
    faults.push({
      path: text(item['path']) ?? '',
      message: text(item['message']) ?? '',
      ...(code === null ? {} : { code }),
    })
  }
  return faults
}

/** Reads a failed response, whatever shape its body has. */
export function problemOf(status: number, bodyText: string, retryAfter: string | null): ApiError {
  const seconds = retryAfter === null ? null : Number.parseInt(retryAfter, 10)
  let body: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(bodyText)
    if (isRecord(parsed)) body = parsed
  } catch {
    // A proxy's HTML page says nothing that people can use; the status does.
  }
  return new ApiError(status, body, seconds !== null && Number.isFinite(seconds) ? seconds : null)
}
