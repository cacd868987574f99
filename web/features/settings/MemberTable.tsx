/** Members with their roles, and what each role present may do. */
import { CITY_ROLES, ROLE_PERMISSIONS } from '../../../worker/authority/roles.ts'
import { useResource } from '../../api/useResource.ts'
import { ResourceView, Section, Table } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'
import { roleName } from '../shell/roleName.ts'
import { permissionName } from './permissionName.ts'

export function MemberTable({ city }: { readonly city: string }) {
  const words = useWords(settingsWords)
  const format = useFormat()
  const members = useResource(`/api/v1/cities/${encodeURIComponent(city)}/members`)
  return (
    <>
      <ResourceView resource={members} skeleton={{ shape: 'table' }}>
        {(list) => (
          <Table
            id="members"
            caption={words.members}
            captionHidden
            rows={list.items}
            rowKey={(member) => member.userId}
            csvName={`${city}-members`}
            columns={[
              { key: 'name', title: words.name, rowHeader: true, value: (member) => member.name },
              { key: 'email', title: words.email, value: (member) => member.email },
              { key: 'role', title: words.role, value: (member) => roleName(member.role) },
              {
                key: 'joined',
                title: words.joined,
                align: 'end',
                value: (member) => member.joinedAt,
                csv: (member) => format.date(member.joinedAt),
                cell: (member) => format.date(member.joinedAt),
              },
            ]}
          />
        )}
      </ResourceView>
      <Section title={words.roleMeans}>
        <dl class="facts">
          {CITY_ROLES.map((role) => (
            <>
              <dt key={`${role}-name`}>{roleName(role)}</dt>
              <dd key={role}>
                {ROLE_PERMISSIONS[role].map((permission) => permissionName(permission, words)).join(' · ')}
              </dd>
            </>
          ))}
        </dl>
      </Section>
    </>
  )
}
