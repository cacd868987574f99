/** One pilot: who, what kind, which domains, and its results with units; before and after as a pair. */
import type { PilotLibrary } from '../../../worker/contract/public.ts'
import { Badge } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { textIn } from '../../i18n/nameIn.ts'
import { termIn } from '../../i18n/termIn.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'

type Pilot = PilotLibrary['pilots'][number]
type PilotResult = Pilot['results'][number]

export function PilotRecord({ pilot, typeName }: { readonly pilot: Pilot; readonly typeName: string }) {
  const words = useWords(referenceWords)
  return (
    <li class="pilot" id={`pilot-${pilot.no}`}>
      <div class="pilot-who">
        <h2 lang="zh-CN">{pilot.name}</h2>
        <p class="muted small" lang="zh-CN">
          {pilot.body}
        </p>
        <p class="row pilot-tags">
          <Badge tone="info">{typeName}</Badge>
          <span class="small muted">
            {[pilot.province, ...pilot.domains].map((term) => termIn(locale.value, term)).join(' · ')}
          </span>
        </p>
        <Note of={pilot} />
      </div>
      {pilot.results.length === 0 ? (
        <p class="muted small">{words.noResults}</p>
      ) : (
        <dl class="pilot-results" lang="zh-CN">
          {pilot.results.map((result) => (
            <div key={result.metric}>
              <dt>{result.metric}</dt>
              <dd>
                <ResultValue result={result} />
                <Note of={result} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** What the published list leaves open, in the reader's language. */
function Note({ of }: { readonly of: { readonly note?: string | undefined; readonly noteEn?: string | undefined } }) {
  const text = textIn(locale.value, of, 'note')
  if (text === '') return null
  return (
    <p class="muted small pilot-note" lang={locale.value}>
      {text}
    </p>
  )
}

function ResultValue({ result }: { readonly result: PilotResult }) {
  const words = useWords(referenceWords)
  const format = useFormat()
  if (result.before !== undefined && result.after !== undefined) {
    return (
      <span class="num">
        <span class="visually-hidden">{words.before} </span>
        {format.number(result.before)} <span aria-hidden="true">→</span>{' '}
        <span class="visually-hidden">{words.after} </span>
        <strong>{format.number(result.after)}</strong>
        <span class="pilot-unit">{result.unit}</span>
        {result.above && <Above />}
      </span>
    )
  }
  return (
    <span class="num">
      <strong>{format.number(result.value ?? result.after ?? result.before)}</strong>
      <span class="pilot-unit">{result.unit}</span>
      {result.above && <Above />}
    </span>
  )
}

/** “以上” belongs to the figure: without it a floor reads as a count. */
function Above() {
  const words = useWords(referenceWords)
  return (
    <span class="pilot-unit" lang={locale.value}>
      {words.above}
    </span>
  )
}
