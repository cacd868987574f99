/** The operations of an OpenAPI document in reading order: by tag as the document lists them, then by path. Pure. */
import type { ApiDocument, ApiResponse, Parameter, RawOperation } from './document.types.ts'

export interface Operation {
  /** Anchor: `get-cities-city-overview`. */
  readonly id: string
  readonly method: string
  readonly route: string
  readonly tag: string
  readonly raw: RawOperation
  readonly parameters: readonly Parameter[]
  /** By status, references followed. */
  readonly responses: readonly (readonly [status: string, response: ApiResponse])[]
  /** Whether a credential is needed, as far as the document says. */
  readonly secured: boolean
}

export interface TagGroup {
  readonly tag: string
  readonly description: string
  readonly operations: readonly Operation[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

export function operationGroups(document: ApiDocument): readonly TagGroup[] {
  const all: Operation[] = []
  for (const [route, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const raw = item[method]
      if (isOperation(raw)) all.push(operationOf(document, route, method, raw, item['parameters']))
    }
  }
  const listed = (document.tags ?? []).map((tag) => tag.name)
  const tags = [...new Set([...listed, ...all.map((operation) => operation.tag)])]
  return tags
    .map((tag) => ({
      tag,
      description: document.tags?.find((entry) => entry.name === tag)?.description ?? '',
      operations: all.filter((operation) => operation.tag === tag),
    }))
    .filter((group) => group.operations.length > 0)
}

function isOperation(value: unknown): value is RawOperation {
  return typeof value === 'object' && value !== null
}

/** Parameters shared by all methods of a path have the same shape as an operation's own. */
function parameterList(value: unknown): NonNullable<RawOperation['parameters']> {
  return Array.isArray(value) ? (value as NonNullable<RawOperation['parameters']>) : []
}

function operationOf(
  document: ApiDocument,
  route: string,
  method: string,
  raw: RawOperation,
  shared: unknown,
): Operation {
  const security = raw.security ?? document.security ?? []
  const parameters = [...parameterList(shared), ...(raw.parameters ?? [])].flatMap((entry) => {
    if (!('$ref' in entry)) return [entry]
    const found = document.components?.parameters?.[entry.$ref.split('/').pop() ?? '']
    return found === undefined ? [] : [found]
  })
  return {
    id: `${method}${route}`
      .replace(/^([a-z]+)\/api\/v1/, '$1')
      .replace(/[{}:]/g, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .toLowerCase(),
    method: method.toUpperCase(),
    route,
    tag: raw.tags?.[0] ?? tagOf(route),
    raw,
    parameters,
    responses: Object.entries(raw.responses ?? {}).map(([status, entry]) => {
      const response = '$ref' in entry ? document.components?.responses?.[entry.$ref.split('/').pop() ?? ''] : entry
      return [status, response ?? {}]
    }),
    secured: security.length > 0 && !security.some((entry) => Object.keys(entry).length === 0),
  }
}

/** Without a tag, the resource the path is about: /api/v1/cities/{city}/areas → areas. */
function tagOf(route: string): string {
  const parts = route.split('/').filter((part) => part !== '' && part !== 'api' && part !== 'v1')
  const nested = parts[0] === 'cities' || parts[0] === 'organisations' ? parts[2] : parts[0]
  return nested ?? parts[0] ?? 'other'
}
