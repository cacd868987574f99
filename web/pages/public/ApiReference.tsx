/** The API reference, drawn from /api/v1/openapi.json: operations by tag, then the named schemas. The address's hash opens one. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useResource } from '../../api/useResource.ts'
import { Button, LinkButton, PageHeader, ResourceView, Section, TextInput } from '../../components/index.ts'
import type { ApiDocument } from '../../features/api-reference/document.types.ts'
import { operationGroups } from '../../features/api-reference/operations.ts'
import { OperationView } from '../../features/api-reference/OperationView.tsx'
import { SchemaView } from '../../features/api-reference/SchemaView.tsx'
import { summaryOf } from '../../features/api-reference/summaries.ts'
import { tagName } from '../../features/api-reference/tagName.ts'
import { apiWords } from '../../words/apiReference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import './api-reference.css'

export default function ApiReference() {
  const words = useWords(apiWords)
  const resource = useResource<ApiDocument>('/api/v1/openapi.json')
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <LinkButton icon="download" href="/api/v1/openapi.json" download="junheng-openapi.json">
            {words.document}
          </LinkButton>
        }
      />
      <Section title={words.basics}>
        <ul class="api-basics">
          <li>{words.basicKey}</li>
          <li>{words.basicError}</li>
          <li>{words.basicHidden}</li>
          <li>{words.basicPage}</li>
          <li>{words.basicEtag}</li>
          <li>{words.basicRetry}</li>
          <li>{words.basicLanguage}</li>
        </ul>
      </Section>
      <ResourceView resource={resource} skeleton={{ lines: 12 }}>
        {(document) => <Operations api={document} />}
      </ResourceView>
    </>
  )
}

function Operations({ api }: { readonly api: ApiDocument }) {
  const words = useWords(apiWords)
  const [search, setSearch] = useQueryState('q', '')
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([location.hash.slice(1)]))
  const groups = useMemo(() => operationGroups(api), [api])
  useEffect(() => {
    const show = (): void => {
      const id = decodeURIComponent(location.hash.slice(1))
      if (id === '') return
      setOpen((before) => new Set([...before, id]))
      requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView())
    }
    show()
    addEventListener('hashchange', show)
    return () => removeEventListener('hashchange', show)
  }, [])
  const needle = search.trim().toLowerCase()
  const shown = groups
    .map((group) => ({
      ...group,
      operations: group.operations.filter((operation) =>
        `${operation.method} ${operation.route} ${operation.raw.summary ?? ''} ${operation.raw.description ?? ''} ${summaryOf(operation).text} ${group.tag} ${tagName(group.tag, words)}`
          .toLowerCase()
          .includes(needle),
      ),
    }))
    .filter((group) => group.operations.length > 0)
  const all = groups.reduce((sum, group) => sum + group.operations.length, 0)
  const visible = shown.flatMap((group) => group.operations.map((operation) => operation.id))
  const toggle = (id: string, on: boolean): void => {
    if (open.has(id) === on) return
    const next = new Set(open)
    if (on) next.add(id)
    else next.delete(id)
    setOpen(next)
  }
  const schemas = Object.entries(api.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <div class="api">
      <aside class="api-side no-print">
        <TextInput id="q" type="search" label={words.search} value={search} onInput={setSearch} />
        <p class="small muted num" role="status">
          {words.count(visible.length, all)}
        </p>
        <nav aria-label={words.contents}>
          <ul class="methods-toc api-toc">
            {shown.map((group) => (
              <li key={group.tag}>
                <a href={`#tag-${group.tag}`}>{tagName(group.tag, words)}</a>{' '}
                <span class="muted small num">{group.operations.length}</span>
              </li>
            ))}
            <li>
              <a href="#schemas">{words.schemas}</a> <span class="muted small num">{schemas.length}</span>
            </li>
          </ul>
        </nav>
      </aside>
      <div class="api-main">
        <p class="row no-print">
          <Button size="s" onClick={() => setOpen(new Set([...visible, ...schemas.map(([name]) => `schema-${name}`)]))}>
            {words.openAll}
          </Button>
          <Button size="s" onClick={() => setOpen(new Set())}>
            {words.closeAll}
          </Button>
        </p>
        {shown.length === 0 && <p class="empty-title">{words.none}</p>}
        {shown.map((group) => (
          <Section
            key={group.tag}
            id={`tag-${group.tag}`}
            title={tagName(group.tag, words)}
            {...(group.description === '' ? {} : { lead: group.description })}
          >
            {group.operations.map((operation) => (
              <OperationView
                key={operation.id}
                document={api}
                operation={operation}
                open={open.has(operation.id)}
                onOpen={(on) => toggle(operation.id, on)}
              />
            ))}
          </Section>
        ))}
        <Section id="schemas" title={words.schemas}>
          {schemas.map(([name, schema]) => (
            <details
              class="api-operation api-schema"
              id={`schema-${name}`}
              key={name}
              open={open.has(`schema-${name}`)}
              onToggle={(event) => toggle(`schema-${name}`, event.currentTarget.open)}
            >
              <summary>
                <code class="api-route">{name}</code>
              </summary>
              {open.has(`schema-${name}`) && (
                <div class="api-body stack">
                  {schema.description !== undefined && (
                    <p class="small" lang="en">
                      {schema.description}
                    </p>
                  )}
                  <SchemaView schema={schema} />
                </div>
              )}
            </details>
          ))}
        </Section>
      </div>
    </div>
  )
}
