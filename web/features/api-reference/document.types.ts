/** As much of OpenAPI 3.1 as the reference page shows. Everything is optional: the document comes over the wire. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly example?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
}

export interface Media {
  readonly schema?: Schema
  readonly example?: unknown
}

export interface ApiResponse {
  readonly description?: string
  readonly content?: Readonly<Record<string, Media>>
}

export interface RawOperation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[]
  readonly requestBody?: {
    readonly description?: string
    readonly required?: boolean
    readonly content?: Readonly<Record<string, Media>>
  }
  readonly responses?: Readonly<Record<string, ApiResponse | { readonly $ref: string }>>
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly deprecated?: boolean
}

export interface ApiDocument {
  readonly info?: { readonly title?: string; readonly version?: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly security?: RawOperation['security']
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly parameters?: Readonly<Record<string, Parameter>>
    readonly responses?: Readonly<Record<string, ApiResponse>>
    readonly securitySchemes?: Readonly<Record<string, { readonly type?: string; readonly description?: string }>>
  }
}
