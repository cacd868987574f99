/** No such address: says so and offers the ways on, first the one back into the room that the address lies in. */
import { useLocation } from 'preact-iso'
import { LinkButton, PageHeader } from '../../components/index.ts'
import { referenceWords } from '../../words/reference.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'

export default function NotFound() {
  const words = useWords(referenceWords)
  const shell = useWords(shellWords)
  const { path } = useLocation()
  const room = /^\/[cg]\/[^/]+/.exec(path)?.[0]
  return (
    <>
      <PageHeader title={words.notFoundTitle} lead={words.notFoundText} />
      <p class="row">
        {room !== undefined && (
          <LinkButton kind="primary" href={room}>
            {shell.backToOverview}
          </LinkButton>
        )}
        <LinkButton kind={room === undefined ? 'primary' : 'secondary'} href="/">
          {words.toHome}
        </LinkButton>
        <LinkButton href="/results">{shell.results}</LinkButton>
        <LinkButton href="/methods">{shell.methods}</LinkButton>
      </p>
    </>
  )
}
