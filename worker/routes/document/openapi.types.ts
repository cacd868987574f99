/** As much of OpenAPI 3.1 as the document's makers touch. */
export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  example?: unknown
  examples?: unknown[]
  format?: string
  pattern?: string
  minimum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
}

export interface Media {
  schema?: JsonSchema
  example?: unknown
  examples?: Record<string, { value: unknown }>
}

export interface Header {
  description: string
  schema: JsonSchema
  example: unknown
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: JsonSchema
  example?: unknown
}
export type OrRef<T> = T | { $ref: string }

export interface ApiResponse {
  description: string
  headers?: Record<string, { $ref: string }>
  content?: Record<string, Media>
}

export interface Operation {
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: OrRef<Parameter>[]
  requestBody?: { required?: boolean; content: Record<string, Media> }
  responses: Record<string, OrRef<ApiResponse>>
  security?: Record<string, string[]>[]
  'x-facts'?: unknown
}

export interface Document {
  openapi: string
  info: { title: string; version: string; description: string; license: { name: string; url?: string } }
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, JsonSchema>
    parameters: Record<string, Parameter>
    headers: Record<string, Header>
    responses: Record<string, ApiResponse>
    securitySchemes: Record<string, unknown>
  }
}
