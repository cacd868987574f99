/** A signed-in caller of the REST API, as a script sees it. Any answer that is not 2xx is thrown with its problem. */
export class ApiClient {
  readonly #origin: URL
  readonly #headers: Record<string, string>

  private constructor(origin: URL, headers: Record<string, string>) {
    this.#origin = origin
    this.#headers = headers
  }

  static async signIn(origin: URL, email: string, password: string): Promise<ApiClient> {
    const res = await fetch(new URL('/api/v1/session', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (!res.ok) throw new ApiError('POST', '/session', res.status, await res.text())
    const cookie = res.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ')
    return new ApiClient(origin, { cookie })
  }

  get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path)
  }
  post<T>(path: string, body?: unknown): Promise<T> {
    return this.#send<T>('POST', path, body === undefined ? undefined : JSON.stringify(body))
  }
  /** A list that is saved as a whole: over what it holds now, so that nobody who was faster is overwritten. */
  async putList<T>(path: string, body: unknown): Promise<T> {
    const { etag } = await this.#answer('GET', path, {})
    const headers = { 'content-type': 'application/json', 'if-match': etag ?? '' }
    return parsed<T>((await this.#answer('PUT', path, headers, JSON.stringify(body))).text)
  }
  postCsv<T>(path: string, csv: string): Promise<T> {
    return this.#send<T>('POST', path, csv, 'text/csv; charset=utf-8')
  }

  async #send<T>(method: string, path: string, body?: string, contentType = 'application/json'): Promise<T> {
    return parsed<T>(
      (await this.#answer(method, path, body === undefined ? {} : { 'content-type': contentType }, body)).text,
    )
  }

  async #answer(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<{ text: string; etag: string | null }> {
    const res = await fetch(new URL(`/api/v1${path}`, this.#origin), {
      method,
      headers: { ...this.#headers, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await res.text()
    if (!res.ok) throw new ApiError(method, path, res.status, text)
    return { text, etag: res.headers.get('etag') }
  }
}

/** The contract test on the server side guarantees the shape. */
const parsed = <T>(text: string): T => (text === '' ? undefined : JSON.parse(text)) as T

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  constructor(method: string, path: string, status: number, text: string) {
    super(`${method} ${path} → ${status} ${text.slice(0, 2000)}`)
    this.status = status
  }
}
