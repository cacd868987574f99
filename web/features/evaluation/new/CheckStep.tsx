/** The page before running: what was chosen, how complete the data are, and what deserves a second look. */
import type { Completeness } from '../../../../worker/contract/observations.ts'
import type { Framework } from '../../../../worker/contract/frameworks.ts'
import { Notice, Table, TextInput, type Column } from '../../../components/index.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { evaluationsWords } from '../../../words/evaluations.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { MethodFacts } from '../MethodFacts.tsx'
import { domainFill, type DomainFill, type Doubt, type Draft } from './draft.ts'
import { marks } from '../../../format/marks.ts'

interface Props {
  readonly draft: Draft
  readonly framework: Framework
  readonly completeness: Completeness
  readonly areaCount: number
  readonly doubts: readonly Doubt[]
  readonly title: string
  readonly titleFault: boolean
  readonly onTitle: (title: string) => void
}

export function CheckStep({ draft, framework, completeness, areaCount, doubts, title, titleFault, onTitle }: Props) {
  const words = useWords(evaluationsWords)
  const format = useFormat()
  const lang = locale.value
  const names = new Map(completeness.domains.map((domain) => [domain.code, nameIn(lang, domain)]))
  const { listComma: comma } = marks(lang)
  const say = (doubt: Doubt): string => {
    switch (doubt.kind) {
      case 'missing':
        return words.warnMissing(doubt.count, format.percent(doubt.share))
      case 'indicator': {
        const shown = doubt.codes.slice(0, 5).map((code) => {
          const indicator = completeness.indicators.find((one) => one.code === code)
          return indicator ? nameIn(lang, indicator) : code
        })
        return words.warnIndicator(
          doubt.codes.length,
          `${shown.join(comma)}${doubt.codes.length > shown.length ? '…' : ''}`,
        )
      }
      case 'population':
        return words.warnPopulation(doubt.periods.map((period) => format.period(period)).join(comma))
      case 'sample':
        return words.warnSample
      case 'targets':
        return words.warnTargets(doubt.count)
      case 'goalposts':
        return words.warnGoalposts(doubt.count)
      case 'small':
        return words.warnSmall(doubt.count)
    }
  }
  const columns: Column<DomainFill>[] = [
    { key: 'domain', title: words.domain, rowHeader: true, value: (fill) => names.get(fill.code) ?? fill.code },
    {
      key: 'filled',
      title: words.completeness,
      align: 'end',
      value: shareOf,
      cell: (fill) => (
        <span class="num">{words.complete(fill.filled, fill.expected, format.percent(shareOf(fill)))}</span>
      ),
    },
  ]
  return (
    <div class="stack-l">
      <TextInput
        id="evaluation-title"
        label={words.titleField}
        hint={words.titleHint}
        value={title}
        maxLength={120}
        error={titleFault ? words.titleError : null}
        onInput={onTitle}
      />
      <dl class="facts">
        <dt>{words.stepFramework}</dt>
        <dd>{words.checkFramework(nameIn(lang, framework), draft.version ?? framework.version)}</dd>
        <dt>{words.stepPeriods}</dt>
        <dd>{draft.periods.map((period) => format.period(period)).join(comma)}</dd>
        <dt>{words.stepAreas}</dt>
        <dd class="num">{areaCount}</dd>
      </dl>
      {doubts.length === 0 ? (
        <Notice tone="good" title={words.warnNone} />
      ) : (
        <Notice tone="warn" title={words.warnTitle}>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt.kind}>{say(doubt)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div>
        <Table
          id="check"
          caption={words.completenessCaption}
          rows={domainFill(completeness, draft.periods)}
          columns={columns}
          rowKey={(fill) => fill.code}
          bare
        />
        {draft.areas !== null && <p class="small muted">{words.subsetNote}</p>}
      </div>
      <div>
        <h3>{words.checkMethod}</h3>
        <MethodFacts method={{ ...framework.body.method, ...draft.method }} />
      </div>
    </div>
  )
}

function shareOf(fill: DomainFill): number | null {
  return fill.expected > 0 ? fill.filled / fill.expected : null
}
