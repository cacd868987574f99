/** One operation, folded to its line; unfolded it shows parameters, body, responses, an example and a command to copy. */
import { Badge, CopyText, ScrollTable } from '../../components/index.ts'
import { apiWords } from '../../words/apiReference.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { ApiDocument, Media } from './document.types.ts'
import { curlOf, exampleOf, limitsText } from './example.ts'
import type { Operation } from './operations.ts'
import { SchemaView, TypeView } from './SchemaView.tsx'
import { summaryOf } from './summaries.ts'

export interface OperationViewProps {
  readonly document: ApiDocument
  readonly operation: Operation
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

export function OperationView({ document: api, operation, open, onOpen }: OperationViewProps) {
  const words = useWords(apiWords)
  const { raw } = operation
  const summary = summaryOf(operation)
  return (
    <details class="api-operation" id={operation.id} open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>
        <span class={`api-method api-${operation.method.toLowerCase()}`}>{operation.method}</span>
        <code class="api-route">{operation.route.replace(/^\/api\/v1/, '')}</code>
        <span class="api-summary" lang={summary.lang}>
          {summary.text}
        </span>
        {raw.deprecated === true && <Badge tone="warn">{words.deprecated}</Badge>}
      </summary>
      {open && (
        <div class="api-body stack">
          <p class="small muted">
            {operation.secured ? words.needsKey : words.open} · <a href={`#${operation.id}`}>{words.linkHere}</a>
          </p>
          {raw.description !== undefined && (
            <p class="prose" lang="en">
              {raw.description}
            </p>
          )}
          {operation.parameters.length > 0 && <Parameters operation={operation} />}
          <RequestBody api={api} operation={operation} />
          <Responses api={api} operation={operation} />
          <div>
            <h4>{words.command}</h4>
            <CopyText
              block
              label={`curl ${operation.method} ${operation.route}`}
              text={curlOf(api, operation, location.origin)}
            />
          </div>
        </div>
      )}
    </details>
  )
}

function Parameters({ operation }: { readonly operation: Operation }) {
  const words = useWords(apiWords)
  const places: Readonly<Record<string, string>> = {
    path: words.inPath,
    query: words.inQuery,
    header: words.inHeader,
    cookie: words.inCookie,
  }
  return (
    <div>
      <h4>{words.parameters}</h4>
      <ScrollTable label={words.parameters}>
        <table class="table table-dense">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {operation.parameters.map((parameter) => (
              <tr key={`${parameter.in}${parameter.name}`}>
                <th scope="row">
                  <code>{parameter.name}</code>{' '}
                  {parameter.required === true && <span class="api-required">{words.required}</span>}
                </th>
                <td>{places[parameter.in] ?? parameter.in}</td>
                <td>
                  <TypeView schema={parameter.schema ?? {}} />
                  <span class="muted small api-limits"> {limitsText(parameter.schema ?? {})}</span>
                </td>
                <td>{parameter.description ?? parameter.schema?.description ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
    </div>
  )
}

function MediaView({ api, type, media }: { readonly api: ApiDocument; readonly type: string; readonly media: Media }) {
  const words = useWords(apiWords)
  const schema = media.schema
  const example = media.example ?? (schema === undefined ? undefined : exampleOf(api, schema))
  return (
    <div class="api-media">
      <p class="small muted">{type}</p>
      {schema !== undefined && <SchemaView schema={schema} />}
      {example !== undefined && example !== null && type.includes('json') && (
        <details class="api-example">
          <summary class="small">{words.example}</summary>
          <pre tabIndex={0}>
            <code>{JSON.stringify(example, null, 2)}</code>
          </pre>
        </details>
      )}
    </div>
  )
}

function RequestBody({ api, operation }: { readonly api: ApiDocument; readonly operation: Operation }) {
  const words = useWords(apiWords)
  const body = operation.raw.requestBody
  if (body?.content === undefined) return null
  return (
    <div>
      <h4>{words.request}</h4>
      {body.description !== undefined && <p class="small">{body.description}</p>}
      {Object.entries(body.content).map(([type, media]) => (
        <MediaView key={type} api={api} type={type} media={media} />
      ))}
    </div>
  )
}

function Responses({ api, operation }: { readonly api: ApiDocument; readonly operation: Operation }) {
  const words = useWords(apiWords)
  return (
    <div>
      <h4>{words.responses}</h4>
      {operation.responses.map(([status, response]) => (
        <div class="api-response" key={status}>
          <p>
            <span class={`api-status num${status.startsWith('2') ? ' tone-good' : ''}`}>{status}</span>{' '}
            {response.description ?? ''}
            {response.content === undefined && status.startsWith('2') && <span class="muted"> {words.noBody}</span>}
          </p>
          {Object.entries(response.content ?? {}).map(([type, media]) => (
            <MediaView key={type} api={api} type={type} media={media} />
          ))}
        </div>
      ))}
    </div>
  )
}
