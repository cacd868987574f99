/** A schema as rows of name, type, limits and meaning. Named schemas are linked, nameless nested ones stand indented beneath. */
import type { Schema } from './document.types.ts'
import { limitsText, refName, typeText } from './example.ts'
import { apiWords } from '../../words/apiReference.ts'
import { useWords } from '../../i18n/useWords.ts'

/** The schema names a type mentions, so that each can be a link. */
function refsIn(schema: Schema): readonly string[] {
  const inner = [
    schema.items,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...(schema.prefixItems ?? []),
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
  ]
  return [
    ...(schema.$ref === undefined ? [] : [refName(schema.$ref)]),
    ...inner.flatMap((part) => (part === undefined ? [] : refsIn(part))),
  ]
}

export function TypeView({ schema }: { readonly schema: Schema }) {
  const names = new Set(refsIn(schema))
  return (
    <code class="api-type">
      {typeText(schema)
        .split(/([A-Za-z][A-Za-z0-9]*)/)
        .map((part, index) =>
          names.has(part) ? (
            <a key={index} href={`#schema-${part}`}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
    </code>
  )
}

/** The object inside a property that has no name of its own: the property, its items, its values or one of its options. */
function nested(schema: Schema): Schema | null {
  if (schema.properties !== undefined) return schema
  const inner = [
    schema.items,
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ]
  for (const part of inner) {
    const found = part === undefined || part.$ref !== undefined ? null : nested(part)
    if (found !== null) return found
  }
  return null
}

export function SchemaView({ schema, depth = 0 }: { readonly schema: Schema; readonly depth?: number }) {
  const words = useWords(apiWords)
  const object = nested(schema)
  if (object === null || schema.$ref !== undefined) {
    return (
      <p>
        <TypeView schema={schema} />{' '}
        {limitsText(schema) !== '' && <span class="muted small">{limitsText(schema)}</span>}{' '}
        {schema.description !== undefined && <span class="small">{schema.description}</span>}
      </p>
    )
  }
  return (
    <ul class="api-props">
      {Object.entries(object.properties ?? {}).map(([name, property]) => {
        const inner = property.$ref === undefined && depth < 8 ? nested(property) : null
        return (
          <li key={name}>
            <code class="api-name">{name}</code> <TypeView schema={property} />{' '}
            {object.required?.includes(name) === true && <span class="api-required">{words.required}</span>}{' '}
            {limitsText(property) !== '' && <span class="muted small api-limits">{limitsText(property)}</span>}
            {property.description !== undefined && <span class="small"> {property.description}</span>}
            {inner !== null && <SchemaView schema={inner} depth={depth + 1} />}
          </li>
        )
      })}
    </ul>
  )
}
