/** What is left of a result that its city took back. */
import type { WithdrawnStub } from '../../../worker/contract/wire.ts'
import { Badge, LinkButton, Notice, PageHeader } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { useWords } from '../../i18n/useWords.ts'
import { releaseWords } from '../../words/release.ts'
import { resultWords } from '../../words/results.ts'
import { shellWords } from '../../words/shell.ts'

export function WithdrawnResult({ stub }: { readonly stub: WithdrawnStub }) {
  const words = useWords(releaseWords)
  const results = useWords(resultWords)
  const shell = useWords(shellWords)
  const format = useFormat()
  const city = nameIn(locale.value, stub.city)
  return (
    <>
      <PageHeader
        title={stub.title.includes(stub.city.name) ? stub.title : `${city} ${stub.title}`}
        crumbs={[{ label: shell.home, href: '/' }, { label: results.title, href: '/results' }, { label: city }]}
        state={stub.city.isDemo && <Badge tone="warn">{results.demo}</Badge>}
        lead={
          <p class="facts-line">
            <span>
              {stub.firstPeriod === stub.lastPeriod
                ? format.period(stub.firstPeriod)
                : `${stub.firstPeriod}–${stub.lastPeriod}`}
            </span>
            <span>{results.publishedOn(city, format.date(stub.publishedAt))}</span>
          </p>
        }
      />
      <Notice
        tone="warn"
        title={words.withdrawn}
        actions={
          <>
            {stub.supersededBy !== null && (
              <LinkButton href={`/results/${stub.supersededBy}`}>{words.goToCorrection}</LinkButton>
            )}
            <LinkButton href={`/results?city=${stub.city.slug}`}>{words.otherResults(city)}</LinkButton>
          </>
        }
      >
        <p>{words.withdrawnText(city, format.date(stub.withdrawnAt))}</p>
        <p>{words.withdrawnReason(stub.reason)}</p>
      </Notice>
    </>
  )
}
