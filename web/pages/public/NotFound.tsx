/** No such address: says so and offers the ways on. */
import { LinkButton, PageHeader } from '../../components/index.ts'
import { referenceWords } from '../../i18n/reference.ts'
import { shellWords } from '../../i18n/shell.ts'
import { useWords } from '../../i18n/useWords.ts'

export default function NotFound() {
  const words = useWords(referenceWords)
  const shell = useWords(shellWords)
  return (
    <>
      <PageHeader title={words.notFoundTitle} lead={words.notFoundText} />
      <p class="row">
        <LinkButton kind="primary" href="/">
          {words.toHome}
        </LinkButton>
        <LinkButton href="/results">{shell.results}</LinkButton>
        <LinkButton href="/methods">{shell.methods}</LinkButton>
      </p>
    </>
  )
}
