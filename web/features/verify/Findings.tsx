/** What a verification found: the verdict in a sentence, the first difference, then every check with its tick. */
import type { Check, Difference, Report } from '../../../worker/record/report.types.ts'
import type { Outcome } from '../../../worker/record/verifyText.ts'
import { Badge, CopyText, Icon, type IconName, LinkButton, Notice, Section } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { verifyWords } from '../../words/verify.ts'
import { placeOf, shownValue } from './placeOf.ts'

export function Findings({ outcome, published }: { readonly outcome: Outcome; readonly published: boolean }) {
  const words = useWords(verifyWords)
  if (outcome.kind === 'report') return <ReportView report={outcome.report} published={published} />
  if (outcome.kind === 'unreadable') {
    const { code, path, found } = outcome.why
    const at = [path, found].filter((text) => text !== '').join(' · ')
    return (
      <Notice tone="bad" live title={words[`bad.${code}`]}>
        {at !== '' && <p class="small verify-path">{words.badAt(at)}</p>}
      </Notice>
    )
  }
  const { proof, fault } = outcome
  return (
    <>
      <Notice tone={fault === null ? 'good' : 'bad'} live title={fault === null ? words.proofHolds : words.proofFails}>
        {fault === null && words.proofText}
      </Notice>
      <dl class="facts verify-facts">
        <dt>{words.result}</dt>
        <dd>{proof.publication}</dd>
        <dt>{words.where}</dt>
        <dd>{[proof.leaf.period, proof.leaf.area ?? words.city, proof.leaf.node].join(' · ')}</dd>
        <dt>{words.stated}</dt>
        <dd class="num">{JSON.stringify(proof.leaf.numbers)}</dd>
        <dt>{words.root}</dt>
        <dd>
          <CopyText text={proof.root} label={words.root} />
        </dd>
      </dl>
    </>
  )
}

function ReportView({ report, published }: { readonly report: Report; readonly published: boolean }) {
  const words = useWords(verifyWords)
  const format = useFormat()
  const shell = useWords(shellWords)
  const { publication, engine, verdict, checks, difference } = report
  const state = (id: Check['id']): Check | undefined => checks.find((check) => check.id === id)
  const text =
    verdict === 'verified'
      ? words.verifiedText(format.number(state('numbers')?.count ?? 0, { digits: 0 }))
      : verdict === 'consistent'
        ? state('numbers')?.reason === 'withheld'
          ? words.consistentText
          : words.consistentOther
        : diagnosis(checks, words)
  const tone = verdict === 'verified' ? 'good' : verdict === 'consistent' ? 'info' : 'bad'
  return (
    <>
      <Notice tone={tone} live title={words[`verdict.${verdict}`]}>
        <p>{text}</p>
      </Notice>
      {difference !== null && <DifferenceView difference={difference} />}
      <Section title={words.checks} lead={words.checksLead}>
        <ul class="verify-checks">
          {checks.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      </Section>
      <Section title={words.result}>
        <dl class="facts verify-facts">
          <dt>{words.result}</dt>
          <dd>
            {nameIn(locale.value, publication.city)} {publication.title}{' '}
            {publication.city.isDemo && <Badge tone="warn">{shell.demo}</Badge>}
          </dd>
          <dt>{words.periods}</dt>
          <dd>{publication.periods.map((period) => format.period(period)).join(' · ')}</dd>
          <dt>{words.published}</dt>
          <dd>{format.date(publication.publishedAt)}</dd>
          <dt>{words.engine}</dt>
          <dd>
            {engine.stated === null || engine.stated === engine.own
              ? engine.own
              : words.engines(engine.stated, engine.own)}
          </dd>
          <dt>{words.digest}</dt>
          <dd>
            <CopyText text={publication.digest} label={words.digest} />
          </dd>
          {publication.root !== null && (
            <>
              <dt>{words.root}</dt>
              <dd>
                <CopyText text={publication.root} label={words.root} />
              </dd>
            </>
          )}
          {publication.keyId !== null && (
            <>
              <dt>{words.key}</dt>
              <dd>
                <CopyText text={publication.keyId} label={words.key} />
              </dd>
            </>
          )}
        </dl>
        {!published && <p class="muted small verify-origin">{words.origin}</p>}
        {published && (
          <p class="verify-next">
            <LinkButton href={`/results/${encodeURIComponent(publication.id)}`}>{words.openResult}</LinkButton>
          </p>
        )}
      </Section>
    </>
  )
}

/** Inputs that keep their digest were not touched; then the printed number was. */
function diagnosis(checks: readonly Check[], words: WordsOf<typeof verifyWords>): string {
  const failed = new Set(checks.filter((check) => check.state === 'failed').map((check) => check.id))
  if (failed.has('inputs')) return words.inputsChanged
  return failed.has('numbers') ? words.numbersChanged : words.fileChanged
}

function DifferenceView({ difference }: { readonly difference: Difference }) {
  const words = useWords(verifyWords)
  const format = useFormat()
  return (
    <Section title={words.whatTitle}>
      <dl class="facts verify-facts verify-difference">
        <dt>{words.where}</dt>
        <dd>{placeOf(difference, words, format)}</dd>
        <dt>{words.stated}</dt>
        <dd class="num">{shownValue(difference.stated, words)}</dd>
        <dt>{words.computed}</dt>
        <dd class="num">{shownValue(difference.computed, words)}</dd>
        <dt>{words.path}</dt>
        <dd>
          <code>{[difference.part, difference.path].filter((part) => part !== '').join(' ')}</code>
        </dd>
      </dl>
    </Section>
  )
}

const MARKS: Readonly<Record<Check['state'], IconName>> = { passed: 'check', failed: 'error', unable: 'dot' }

function CheckLine({ check }: { readonly check: Check }) {
  const words = useWords(verifyWords)
  const format = useFormat()
  const { id, state, count, reason } = check
  const spoken = { passed: words.passed, failed: words.notPassed, unable: words.unable }[state]
  const n = format.number(count, { digits: 0 })
  return (
    <li class={`verify-check verify-${state}`}>
      <Icon name={MARKS[state]} size={20} />
      <span>
        {words[`check.${id}`]}
        <span class="muted small">
          {' '}
          {spoken}
          {reason !== null && ` · ${words[`why.${reason}`]}`}
          {state === 'passed' && count > 1 && ` · ${id === 'documents' ? words.documentsCounted(n) : words.counted(n)}`}
        </span>
      </span>
    </li>
  )
}
