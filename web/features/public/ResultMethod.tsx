/** How a published result was computed: framework, every method option, engine version and digests. */
import type { Publication } from '../../../worker/contract/publication.ts'
import { CopyText, Section, Term } from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { disclosureWords } from '../../words/disclosure.ts'
import { resultWords } from '../../words/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import { verifyWords } from '../../words/verify.ts'
import { normalisationFullWords } from '../methods/catalogueWords.ts'
import { methodLines } from './methodWords.ts'

export function ResultMethod({ publication }: { readonly publication: Publication }) {
  const words = useWords(resultWords)
  const normalisations = useWords(normalisationFullWords)
  const own = useWords(disclosureWords)
  const verify = useWords(verifyWords)
  const { evaluation } = publication
  const sealed = publication.digestOf === 'sealed'
  if (evaluation === null) return null
  return (
    <Section title={words.how}>
      <dl class="facts">
        <dt>{words.framework}</dt>
        <dd>
          {publication.frameworkName} · {words.version(publication.frameworkVersion)}
        </dd>
        <dt>{words.template}</dt>
        <dd>
          {publication.template === null
            ? words.ownFramework
            : `${nameIn(locale.value, publication.template)} · ${words.version(publication.template.version)}`}
        </dd>
        {methodLines(evaluation.method, words, normalisations).map((line) => (
          <>
            <dt key={`${line.key}-name`}>{line.label}</dt>
            <dd key={line.key}>
              {line.method === undefined ? line.value : <Term method={line.method}>{line.value}</Term>}
            </dd>
          </>
        ))}
        <dt>{words.engine}</dt>
        <dd>{evaluation.engineVersion}</dd>
        <dt>
          <Term method="digest">{sealed ? own.seal : words.digest}</Term>
        </dt>
        <dd>
          <CopyText text={publication.digest} label={sealed ? own.seal : words.digest} />
          {sealed && <div class="muted small">{own.sealNote}</div>}
        </dd>
        {evaluation.resultDigest !== null && (
          <>
            <dt>{words.resultDigest}</dt>
            <dd>
              <CopyText text={evaluation.resultDigest} label={words.resultDigest} />
            </dd>
          </>
        )}
        {publication.seal !== undefined && (
          <>
            <dt>{verify.root}</dt>
            <dd>
              <CopyText text={publication.seal.root} label={verify.root} />
            </dd>
          </>
        )}
      </dl>
      <p>
        <a href={`/verify?of=${publication.id}`}>{verify.title}</a>
      </p>
    </Section>
  )
}
