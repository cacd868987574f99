/** What follows for an operation from its method, its address and what its route says of itself: header parameters, the headers of its answers,
 * the problems it may answer with, and examples. Changes the operation in place. */
import { FACTS, type RouteFacts } from '../describe.ts'
import { describeParameter } from './describeSchemas.ts'
import { EXAMPLES } from './examples.ts'
import { exampleOf } from './exampleOf.ts'
import { acceptParameter } from './headers.ts'
import { headerRefs, problemRef } from './problems.ts'
import type { ApiResponse, Document, Operation, OrRef, Parameter } from './openapi.types.ts'

const parameter = (name: string): { $ref: string } => ({ $ref: `#/components/parameters/${name}` })

/** A path parameter that no route checks is any string. */
const isChecked = (p: Parameter): boolean => p.in === 'query' || Object.keys(p.schema ?? {}).length > 1

/** Returns the problem statuses it declared. */
export function completeOperation(document: Document, path: string, method: string, operation: Operation): number[] {
  const facts = takeFacts(operation, path, method)
  const own = (operation.parameters ?? []).filter((p): p is Parameter => 'name' in p)
  for (const p of own) describeParameter(p)
  const json = operation.requestBody?.content['application/json']
  const isWrite = method !== 'get'
  const keepsAnswers = method === 'post' && !facts.isPublic
  const example = EXAMPLES[operation.operationId ?? '']
  const answer = operation.responses[String(facts.status)]
  if (answer === undefined || '$ref' in answer) throw new Error(`${method} ${path}: no answer`)

  operation.parameters = [
    ...own,
    ...(facts.negotiated ? [acceptParameter(Object.keys(answer.content ?? {}))] : []),
    parameter('AcceptLanguage'),
    ...(keepsAnswers ? [parameter('IdempotencyKey')] : []),
    ...(facts.ifMatch === 'required' ? [parameter('IfMatch')] : []),
    ...(facts.ifMatch === 'or-first' ? [parameter('IfMatchOrFirst'), parameter('IfNoneMatchFirst')] : []),
    ...(facts.etag && !isWrite ? [parameter('IfNoneMatch')] : []),
  ]
  completeAnswer(document, operation, answer, facts, keepsAnswers, method)
  if (operation.requestBody !== undefined) {
    operation.requestBody.required = true
    if (json !== undefined) json.example = example?.request ?? exampleOf(document, json.schema ?? {})
    else
      for (const [type, media] of Object.entries(operation.requestBody.content))
        if (type === 'text/csv') media.example = example?.request ?? 'code,name\n110101,东城区\n'
  }

  // A key's rate counts everywhere, a wrong key's too.
  const statuses = new Set([401, 429, 500, ...facts.problems])
  if (operation.requestBody !== undefined) statuses.add(408)
  if (isWrite || /\{(city|org|group)\}/.test(path)) statuses.add(403)
  if (path.includes('{') || !(facts.isPublic || own.some((p) => p.in === 'path'))) statuses.add(404)
  if (json !== undefined) for (const status of [400, 415]) statuses.add(status)
  if (method === 'post' || method === 'put') statuses.add(413)
  if (facts.negotiated) statuses.add(406)
  if (keepsAnswers) statuses.add(409)
  if (json !== undefined || keepsAnswers || own.some(isChecked)) statuses.add(422)
  if (facts.ifMatch !== null) for (const status of [412, 428]) statuses.add(status)
  if (path.includes('{city}')) statuses.add(503)
  const responses: Record<string, OrRef<ApiResponse>> = { [facts.status]: answer }
  // A stream's status is sent before the act is done.
  if (facts.status === 201 && answer.content?.['application/x-ndjson'] !== undefined)
    responses['200'] = streamed(answer)
  if (facts.etag && !isWrite)
    responses['304'] = {
      description: 'Unchanged: one of the ETags in If-None-Match is still right.',
      headers: headerRefs(['ETag', 'X-Request-Id', 'Vary']),
    }
  for (const status of [...statuses].sort((a, b) => a - b)) responses[status] = problemRef(status)
  operation.responses = responses
  return [...statuses]
}

function completeAnswer(
  document: Document,
  operation: Operation,
  answer: ApiResponse,
  facts: RouteFacts,
  keepsAnswers: boolean,
  method: string,
): void {
  answer.headers = headerRefs([
    'X-Request-Id',
    'Content-Language',
    'Vary',
    ...(facts.etag ? ['ETag'] : []),
    // Present wherever a limit counts the request.
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    ...(facts.status === 201 ? ['Location'] : []),
    ...(keepsAnswers ? ['Idempotency-Replayed'] : []),
    ...(answer.content?.['text/csv'] === undefined ? [] : ['Content-Disposition']),
  ])
  for (const [type, media] of Object.entries(answer.content ?? {})) {
    if (type === 'application/json')
      media.example = EXAMPLES[operation.operationId ?? '']?.answer?.() ?? exampleOf(document, media.schema ?? {})
    else media.example = TEXT_EXAMPLES[type] ?? `${method} ${operation.operationId ?? ''}`
  }
}

const TEXT_EXAMPLES: Readonly<Record<string, string>> = {
  'text/csv': 'area,period,每千人口医师数\n110101,2024,3.2\n',
  'application/x-ndjson': '{"stage":"checking","done":5000,"total":12000}\n',
}

function streamed(answer: ApiResponse): ApiResponse {
  const lines = answer.content?.['application/x-ndjson']
  if (lines !== undefined) delete answer.content?.['application/x-ndjson']
  return {
    description: 'With `Accept: application/x-ndjson`: progress line by line, the result or a problem last.',
    headers: headerRefs(['X-Request-Id', 'Content-Language', 'Vary']),
    content: { 'application/x-ndjson': lines ?? {} },
  }
}

/** Guarantee: describe.ts alone puts them there. */
function takeFacts(operation: Operation, path: string, method: string): RouteFacts {
  const facts = operation[FACTS] as RouteFacts | undefined
  if (facts === undefined) throw new Error(`${method} ${path} does not use describe()`)
  delete operation[FACTS]
  return facts
}
