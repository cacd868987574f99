/** A JSON Schema of the document as a TypeScript type. Bounds, patterns and words are left out: the type says what a value is made of,
 * the document which values are taken. Knows the keywords that the document uses and refuses any other form. */
export interface Schema {
  readonly $ref?: string
  readonly default?: unknown
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  /** false after prefixItems: no further items. */
  readonly items?: Schema | false
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

/** A named schema in a body has its own type. */
export const SENT = 'Sent'

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

/** `sent`: for a body, which may leave out what has a default and whose arrays may be read-only where it is made. An answer is complete. */
export function typeOf(schema: Schema, sent = false): string {
  if (schema.$ref !== undefined) return `${schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)}${sent ? SENT : ''}`
  if ('const' in schema) return literal(schema.const)
  if (schema.enum !== undefined) return union(schema.enum.map(literal))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return union(choices.map((choice) => typeOf(choice, sent)))
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => typeOf({ ...schema, type }, sent)))
  if (schema.type === 'array') return arrayOf(schema, sent)
  if (schema.type === 'object') return objectOf(schema, sent)
  if (schema.type === undefined) return 'unknown'
  const plain = typeof schema.type === 'string' ? PLAIN[schema.type] : undefined
  if (plain === undefined) throw new Error(`No TypeScript type for ${JSON.stringify(schema)}`)
  return plain
}

function arrayOf(schema: Schema, sent: boolean): string {
  const mark = sent ? 'readonly ' : ''
  const rest = schema.items === undefined || schema.items === false ? [] : [`(${typeOf(schema.items, sent)})[]`]
  if (schema.prefixItems === undefined) return `${mark}${rest[0] ?? 'unknown[]'}`
  return `${mark}[${[...schema.prefixItems.map((item) => typeOf(item, sent)), ...rest.map((r) => `...${r}`)].join(', ')}]`
}

function objectOf(schema: Schema, sent: boolean): string {
  const open = schema.additionalProperties
  if (schema.properties === undefined)
    return `Record<string, ${typeof open === 'object' ? typeOf(open, sent) : 'unknown'}>`
  const required = new Set(schema.required)
  const members = Object.entries(schema.properties).map(([name, value]) => {
    const present = required.has(name) || (!sent && value.default !== undefined)
    const type = typeOf(value, sent)
    return `${JSON.stringify(name)}${present ? `: ${type}` : `?: ${type} | undefined`}`
  })
  return `{ ${members.join('; ')} }`
}

function literal(value: unknown): string {
  return JSON.stringify(value)
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}
