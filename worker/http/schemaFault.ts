/** What a schema complains of as a sentence, from the facts that Zod leaves in an issue; its own English sentence where nothing else says it. Pure. */
import { sentence, type Sentence } from '../words/sentence.ts'

export interface SchemaIssue {
  readonly code?: string | undefined
  readonly message: string
  readonly expected?: unknown
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly inclusive?: unknown
  readonly divisor?: unknown
  readonly format?: unknown
  readonly values?: unknown
  readonly keys?: unknown
}

export function schemaFault(issue: SchemaIssue): Sentence | string {
  const { code, message: said, expected, origin, minimum, maximum, inclusive, divisor, format, values, keys } = issue
  const bound = (limit: unknown) =>
    ({
      origin: String(origin),
      limit: String(limit),
      within: inclusive === false ? 'exclusive' : 'inclusive',
      said,
    }) as const
  switch (code) {
    case 'invalid_type':
      return sentence('schema.invalid-type', { expected: String(expected), said })
    case 'too_small':
      return sentence('schema.too-small', bound(minimum))
    case 'too_big':
      return sentence('schema.too-big', bound(maximum))
    case 'not_multiple_of':
      return sentence('schema.not-multiple-of', { divisor: String(divisor), said })
    case 'invalid_format':
      return sentence('schema.invalid-format', { format: String(format), said })
    case 'invalid_value':
      return sentence('schema.invalid-value', { values: listed(values), said })
    case 'unrecognized_keys':
      return sentence('schema.unrecognized-keys', { keys: listed(keys), said })
    case 'invalid_key':
      return sentence('schema.invalid-key', { said })
    case 'invalid_union':
      return sentence('schema.invalid-union', { said })
    default:
      return said
  }
}

const listed = (items: unknown): string[] => (Array.isArray(items) ? items.map(String) : [String(items)])
