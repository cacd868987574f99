/** The address names a city or group that does not exist or that the reader may not enter: says so, and shows the rooms there are. */
import { homeOf, session } from '../../api/session.ts'
import { LinkButton } from '../../components/Button.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'

export function NoRoom({ path }: { readonly path: string }) {
  const words = useWords(shellWords)
  const name = decodeURIComponent(path.split('/')[2] ?? '')
  const rooms = session.value?.memberships ?? []
  return (
    <>
      <PageHeader title={words.noRoomTitle} lead={words.noRoomText(name)} />
      <p class="row">
        {rooms.map(({ organisation }, i) => (
          <LinkButton key={organisation.id} kind={i === 0 ? 'primary' : 'secondary'} href={homeOf(organisation)}>
            {words.goTo(nameIn(locale.value, organisation))}
          </LinkButton>
        ))}
        <LinkButton kind={rooms.length === 0 ? 'primary' : 'secondary'} href="/results">
          {words.results}
        </LinkButton>
        <LinkButton href="/">{words.home}</LinkButton>
      </p>
    </>
  )
}
