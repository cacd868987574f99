/** Gives every property and parameter its description: its schema's own, or else what the glossary says of the word. What neither knows stays
 * bare, and test/arch/openapi.test.ts names it. Changes the document in place. */
import { lookUp } from './glossary/index.ts'
import type { Document, JsonSchema, Parameter } from './openapi.types.ts'

export function describeSchemas(document: Document): void {
  for (const [name, schema] of Object.entries(document.components.schemas)) describeSchema(schema, [name])
  for (const item of Object.values(document.paths))
    for (const operation of Object.values(item)) {
      const name = operation.operationId ?? ''
      for (const media of Object.values(operation.requestBody?.content ?? {}))
        describeSchema(media.schema ?? {}, [`${name}.request`])
      for (const response of Object.values(operation.responses))
        if (!('$ref' in response))
          for (const media of Object.values(response.content ?? {}))
            describeSchema(media.schema ?? {}, [`${name}.answer`])
    }
}

export function describeSchema(schema: JsonSchema, path: readonly string[]): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const inner = [...path, key]
    // Beside a reference a description speaks of the place, not of the thing.
    const description = property.description ?? describedWithin(property) ?? lookUp(inner)?.[0]
    if (description !== undefined) property.description = description
    describeSchema(property, inner)
  }
  const parts = [
    schema.items,
    ...(schema.prefixItems ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
  ]
  for (const part of parts) if (part !== undefined) describeSchema(part, path)
  if (typeof schema.additionalProperties === 'object') describeSchema(schema.additionalProperties, path)
}

/** `X.nullable()` leaves the description with X. */
const describedWithin = (schema: JsonSchema): string | undefined =>
  schema.anyOf?.find((option) => option.description !== undefined)?.description

export function describeParameter(parameter: Parameter): void {
  const [words, example] = lookUp(['parameter', parameter.name]) ?? []
  const description = parameter.description ?? parameter.schema?.description ?? words
  if (description !== undefined) parameter.description = description
  if (parameter.example === undefined && example !== undefined) parameter.example = example
}
