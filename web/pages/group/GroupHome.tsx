/** A coordination group: members and what each has published, with the way into the comparison. */
import type { GroupOverview } from '../../../worker/contract/groups.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Badge,
  type Column,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  ResourceView,
  Table,
} from '../../components/index.ts'
import { conventionText } from '../../features/meaning/convention.ts'
import { roleName } from '../../features/shell/roleName.ts'
import { type Format, useFormat } from '../../format/useFormat.ts'
import { accountWords } from '../../i18n/account.ts'
import { pick } from '../../i18n/locale.ts'
import { resultWords } from '../../i18n/results.ts'
import { shellWords } from '../../i18n/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../router/PageProps.ts'

type Member = GroupOverview['members'][number]

/** Up to this many members, a mean with a CV nearly gives the others away. */
const SMALL = 4

export default function GroupHome({ params }: PageProps<{ group: string }>) {
  const words = useWords(accountWords)
  const shell = useWords(shellWords)
  const resource = useResource(`/api/v1/groups/${encodeURIComponent(params.group)}`)
  return resource.data === null ? (
    <>
      <PageHeader title={shell.group} />
      <ResourceView resource={resource}>{() => null}</ResourceView>
    </>
  ) : (
    <ResourceView resource={resource}>{(overview) => <GroupView overview={overview} words={words} />}</ResourceView>
  )
}

function GroupView({
  overview,
  words,
}: {
  readonly overview: GroupOverview
  readonly words: (typeof accountWords)['zh']
}) {
  const shell = useWords(shellWords)
  const results = useWords(resultWords)
  const format = useFormat()
  const { group, role, members } = overview
  const published = members.flatMap((member) => (member.latest === null ? [] : [member.latest.id]))
  return (
    <>
      <PageHeader
        title={pick(group.name, group.nameEn)}
        state={group.isDemo && <Badge tone="warn">{shell.demo}</Badge>}
        lead={words.groupLead}
        {...(published.length > 1
          ? {
              action: (
                <LinkButton kind="primary" icon="compare" href={`/compare?publications=${published.join(',')}`}>
                  {words.groupCompare}
                </LinkButton>
              ),
            }
          : {})}
      />
      <p class="row small muted">
        <span>{words.groupPublished(published.length, members.length)}</span>
        {role !== null && <span>· {words.yourRole(roleName(role))}</span>}
      </p>
      <Table
        id="members"
        caption={words.groupMembers}
        captionHidden
        rows={members}
        rowKey={(member) => member.city.id}
        columns={columnsFor(words, results, format)}
        csvName={`${group.slug}-members`}
        empty={<EmptyState title={words.groupNone}>{words.groupNoneText}</EmptyState>}
      />
      {members.length > 0 && members.length <= SMALL && (
        <div class="section">
          <Notice>{words.groupSmall(members.length)}</Notice>
        </div>
      )}
    </>
  )
}

function columnsFor(
  words: (typeof accountWords)['zh'],
  results: (typeof resultWords)['zh'],
  format: Format,
): readonly Column<Member>[] {
  return [
    {
      key: 'city',
      title: words.city,
      rowHeader: true,
      value: (member) => pick(member.city.name, member.city.nameEn),
      cell: (member) =>
        member.latest === null ? (
          pick(member.city.name, member.city.nameEn)
        ) : (
          <a href={`/results/${member.latest.id}`}>{pick(member.city.name, member.city.nameEn)}</a>
        ),
    },
    {
      key: 'period',
      title: words.period,
      value: (member) => member.latest?.lastPeriod ?? null,
      cell: (member) =>
        member.latest === null ? (
          <span class="muted">{words.notPublished}</span>
        ) : (
          format.period(member.latest.lastPeriod)
        ),
    },
    {
      key: 'score',
      title: words.score,
      sub: results.outOf,
      align: 'end',
      value: (member) => member.latest?.headlineScore ?? null,
      cell: (member) => format.number(member.latest?.headlineScore, { digits: 1 }),
    },
    {
      key: 'degree',
      title: words.degree,
      sub: results.outOf,
      align: 'end',
      value: (member) => member.latest?.degree ?? null,
      cell: (member) => format.number(member.latest?.degree, { digits: 1 }),
    },
    {
      key: 'index',
      title: words.index,
      value: (member) => (member.latest === null ? null : conventionText(member.latest.equality)),
    },
    {
      key: 'published',
      title: words.published,
      align: 'end',
      value: (member) => member.latest?.publishedAt ?? null,
      csv: (member) => (member.latest === null ? null : format.date(member.latest.publishedAt)),
      cell: (member) => format.date(member.latest?.publishedAt),
    },
  ]
}
