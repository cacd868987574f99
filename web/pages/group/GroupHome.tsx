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
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { accountWords } from '../../words/account.ts'
import { resultWords } from '../../words/results.ts'
import { shellWords } from '../../words/shell.ts'
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
  readonly words: WordsOf<typeof accountWords>
}) {
  const shell = useWords(shellWords)
  const results = useWords(resultWords)
  const format = useFormat()
  const { group, role, members } = overview
  const published = members.flatMap((member) => (member.latest === null ? [] : [member.latest.id]))
  return (
    <>
      <PageHeader
        title={nameIn(locale.value, group)}
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
  words: WordsOf<typeof accountWords>,
  results: WordsOf<typeof resultWords>,
  format: Format,
): readonly Column<Member>[] {
  return [
    {
      key: 'city',
      title: words.city,
      rowHeader: true,
      value: (member) => nameIn(locale.value, member.city),
      cell: (member) =>
        member.latest === null ? (
          nameIn(locale.value, member.city)
        ) : (
          <a href={`/results/${member.latest.id}`}>{nameIn(locale.value, member.city)}</a>
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
