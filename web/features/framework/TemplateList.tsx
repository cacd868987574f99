/** What a city may adopt, with what it already has of it; a look inside before adopting. */
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget, useResource } from '../../api/useResource.ts'
import { Badge, Button, Dialog, ProblemNotice, ResourceView, Section, toast } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn, textIn } from '../../i18n/nameIn.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'
import { FrameworkTree } from './FrameworkTree.tsx'
import type { Framework, FrameworkSummary } from '../../../worker/contract/frameworks.ts'
import type { TemplateSummary, TemplateVersion } from '../../../worker/contract/templates.ts'

export interface TemplateListProps {
  readonly slug: string
  readonly frameworks: readonly FrameworkSummary[]
  readonly canAdopt: boolean
  readonly onAdopted: (framework: Framework) => void
}

export function TemplateList({ slug, frameworks, canAdopt, onAdopted }: TemplateListProps) {
  const words = useWords(frameworkWords)
  const list = useResource<{ items: readonly TemplateSummary[] }>('/api/v1/templates')
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [shown, setShown] = useState<TemplateSummary | null>(null)
  const adopt = async (template: TemplateSummary): Promise<void> => {
    setBusy(template.id)
    setError(null)
    try {
      const framework = await api.post<Framework>(`/api/v1/cities/${slug}/frameworks`, {
        templateId: template.id,
        templateVersion: template.latestVersion,
      })
      forget(`/api/v1/cities/${slug}`)
      toast({ message: words.adopted(nameIn(locale.value, template)), tone: 'good' })
      onAdopted(framework)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setBusy(null)
    }
  }
  // The first that the city does not have yet is the next step; there is one primary button on a page.
  const items = list.data?.items ?? []
  const suggested = frameworks.length === 0 ? items[0]?.id : undefined
  return (
    <Section title={words.templates} lead={words.templatesLead} id="templates">
      {error !== null && <ProblemNotice error={error} />}
      <ResourceView resource={list}>
        {({ items: templates }) => (
          <ul class="framework-templates">
            {templates.map((template) => (
              <TemplateItem
                key={template.id}
                template={template}
                adoptedVersions={frameworks.flatMap((f) =>
                  f.template?.id === template.id ? [f.template.version] : [],
                )}
                primary={template.id === suggested}
                busy={busy === template.id}
                onAdopt={canAdopt ? () => void adopt(template) : undefined}
                onShow={() => setShown(template)}
              />
            ))}
          </ul>
        )}
      </ResourceView>
      <Dialog
        open={shown !== null}
        size="l"
        side
        title={shown === null ? '' : nameIn(locale.value, shown)}
        onClose={() => setShown(null)}
      >
        {shown !== null && <Preview template={shown} />}
      </Dialog>
    </Section>
  )
}

interface TemplateItemProps {
  readonly template: TemplateSummary
  readonly adoptedVersions: readonly number[]
  readonly primary: boolean
  readonly busy: boolean
  readonly onAdopt: (() => void) | undefined
  readonly onShow: () => void
}

function TemplateItem({ template, adoptedVersions, primary, busy, onAdopt, onShow }: TemplateItemProps) {
  const words = useWords(frameworkWords)
  const format = useFormat()
  const name = nameIn(locale.value, template)
  const latest = template.versions[0]
  const newest = Math.max(0, ...adoptedVersions)
  return (
    <li class="framework-template">
      <div>
        <h3>
          {name} {newest > 0 && <Badge tone="good">{words.inUse(newest)}</Badge>}{' '}
          {newest > 0 && newest < template.latestVersion && (
            <Badge tone="warn">{words.newer(template.latestVersion)}</Badge>
          )}
        </h3>
        <p class="framework-summary">{textIn(locale.value, template, 'summary')}</p>
        <p class="small muted">
          {words.templateFacts(template.indicatorCount, template.domainCount)} · {words.version(template.latestVersion)}
          {latest !== undefined && <> · {words.publishedOn(format.date(latest.publishedAt))}</>}
          {template.ownerName !== null && <> · {words.by(template.ownerName)}</>}
          {latest !== undefined && (
            <>
              {' · '}
              {words.digest} <code title={latest.digest}>{latest.digest.replace('sha256:', '').slice(0, 12)}</code>
            </>
          )}
        </p>
      </div>
      <div class="row">
        <Button kind="quiet" onClick={onShow}>
          {words.preview}
        </Button>
        {onAdopt !== undefined && (
          <Button kind={primary ? 'primary' : 'secondary'} busy={busy} onClick={onAdopt}>
            {newest > 0 ? words.adoptAgain : words.adopt}
            <span class="visually-hidden"> {name}</span>
          </Button>
        )}
      </div>
    </li>
  )
}

function Preview({ template }: { readonly template: TemplateSummary }) {
  const version = useResource<TemplateVersion>(`/api/v1/templates/${template.id}/versions/${template.latestVersion}`)
  return <ResourceView resource={version}>{({ body }) => <FrameworkTree id="preview" body={body} />}</ResourceView>
}
