/** A city's settings: members, API keys, audit log. What a role may not see says so instead of failing. */
import { allows, membershipOf, session } from '../../api/session.ts'
import { PageHeader, Skeleton, Tabs } from '../../components/index.ts'
import { AuditLog } from '../../features/settings/AuditLog.tsx'
import { KeyList } from '../../features/settings/KeyList.tsx'
import { Rules } from '../../features/settings/Rules.tsx'
import { releaseWords } from '../../words/release.ts'
import { MemberTable } from '../../features/settings/MemberTable.tsx'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../router/PageProps.ts'

export default function Settings({ params }: PageProps<{ city: string }>) {
  const words = useWords(settingsWords)
  const release = useWords(releaseWords)
  const membership = membershipOf('city', params.city)
  const city = membership === undefined ? params.city : nameIn(locale.value, membership.organisation)
  return (
    <>
      <PageHeader title={words.title} crumbs={[{ label: city, href: `/c/${params.city}` }, { label: words.title }]} />
      {session.value === null ? (
        <Skeleton shape="table" />
      ) : (
        <Tabs
          label={words.parts}
          items={[
            { key: 'members', label: words.members },
            { key: 'keys', label: words.keys },
            { key: 'rules', label: release.rules },
            { key: 'audit', label: words.audit },
          ]}
        >
          {(tab) => {
            if (tab === 'keys')
              return allows(membership, 'key:manage') ? (
                <KeyList organisation={membership?.organisation.id ?? params.city} />
              ) : (
                <p>{words.noKeys}</p>
              )
            if (tab === 'rules') return <Rules city={params.city} canSet={allows(membership, 'policy:manage')} />
            if (tab === 'audit')
              return allows(membership, 'audit:read') ? <AuditLog city={params.city} /> : <p>{words.noAudit}</p>
            return allows(membership, 'member:read') ? <MemberTable city={params.city} /> : <p>{words.noMembers}</p>
          }}
        </Tabs>
      )}
    </>
  )
}
