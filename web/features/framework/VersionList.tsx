/** The versions of a framework, newest first, each with its digest. */
import { Badge, Section, Table, type Column } from '../../components/index.ts'
import { useResource } from '../../api/useResource.ts'
import { useFormat } from '../../format/useFormat.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'
import { actorName } from '../settings/auditWords.ts'
import type { Framework } from '../../../worker/contract/frameworks.ts'
import type { Member } from '../../../worker/contract/members.ts'

type Version = Framework['versions'][number]

export function VersionList({
  slug,
  framework,
  seesMembers,
}: {
  readonly slug: string
  readonly framework: Framework
  readonly seesMembers: boolean
}) {
  const words = useWords(frameworkWords)
  const actors = useWords(settingsWords)
  const format = useFormat()
  const members = useResource<{ items: readonly Member[] }>(seesMembers ? `/api/v1/cities/${slug}/members` : null)
  const names = new Map((members.data?.items ?? []).map((m) => [m.userId, m.name]))
  const columns: Column<Version>[] = [
    {
      key: 'version',
      title: words.colVersion,
      rowHeader: true,
      value: (row) => row.version,
      cell: (row) => (
        <span class="nowrap">
          {words.version(row.version)} {row.version === framework.version && <Badge tone="good">{words.current}</Badge>}
        </span>
      ),
    },
    { key: 'note', title: words.colNote, value: (row) => row.note, minChars: 12 },
    ...(seesMembers
      ? [{ key: 'by', title: words.colBy, value: (row: Version) => actorName(row.createdBy, names, actors) }]
      : []),
    {
      key: 'when',
      title: words.colWhen,
      value: (row) => row.createdAt,
      cell: (row) => <span class="nowrap">{format.dateTime(row.createdAt)}</span>,
      csv: (row) => new Date(row.createdAt).toISOString(),
    },
    {
      key: 'digest',
      title: words.digest,
      value: (row) => row.digest,
      cell: (row) => <code title={row.digest}>{row.digest.replace('sha256:', '').slice(0, 12)}</code>,
    },
  ]
  return (
    <Section title={words.versions}>
      <Table
        id="framework-versions"
        caption={words.versions}
        captionHidden
        rows={framework.versions}
        columns={columns}
        rowKey={(row) => String(row.version)}
        bare
      />
    </Section>
  )
}
