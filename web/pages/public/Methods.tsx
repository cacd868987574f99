/** Every method with formula, one sentence, limits and source. The id of each entry is the anchor terms link to. */
import { PageHeader, TextInput } from '../../components/index.ts'
import { chaptersIn, methodsIn, type MethodText } from '../../features/methods/methods.ts'
import { nextLocale, type Locale } from '../../i18n/languages.ts'
import { locale } from '../../i18n/locale.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { labelled } from '../../i18n/punctuation.ts'
import './methods.css'

export default function Methods() {
  const words = useWords(referenceWords)
  const [search, setSearch] = useQueryState('q', '')
  const needle = search.trim().toLowerCase()
  const other = nextLocale(locale.value)
  const others: Readonly<Record<string, MethodText>> = methodsIn(other)
  const chapters = chaptersIn(locale.value).map((chapter) => ({
    ...chapter,
    shown: Object.entries(chapter.methods).filter(
      ([key, text]) =>
        needle === '' || `${key} ${text.name} ${others[key]?.name} ${text.say}`.toLowerCase().includes(needle),
    ),
  }))
  const any = chapters.some((chapter) => chapter.shown.length > 0)
  return (
    <>
      <PageHeader title={words.methodsTitle} lead={words.methodsLead} />
      <div class="methods">
        <aside class="methods-side no-print">
          <TextInput id="q" type="search" label={words.methodSearch} value={search} onInput={setSearch} />
          <nav aria-label={words.chapters}>
            <ul class="methods-toc">
              {chapters.map((chapter) => (
                <li key={chapter.key}>
                  <a href={`#chapter-${chapter.key}`}>{words[`chapter.${chapter.key}`]}</a>{' '}
                  <span class="muted small num">{chapter.shown.length}</span>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
        <div class="methods-body">
          <p class="prose">{words.methodsNotation}</p>
          <p class="prose muted small">{words.standing}</p>
          {!any && <p class="empty-title">{words.noMethods}</p>}
          {chapters.map(
            (chapter) =>
              chapter.shown.length > 0 && (
                <section key={chapter.key} class="section" id={`chapter-${chapter.key}`}>
                  <h2 class="section-head">{words[`chapter.${chapter.key}`]}</h2>
                  {chapter.shown.map(([key, text]) => (
                    <MethodEntry key={key} id={key} text={text} other={other} otherName={others[key]?.name} />
                  ))}
                </section>
              ),
          )}
        </div>
      </div>
    </>
  )
}

function MethodEntry({
  id,
  text,
  other,
  otherName,
}: {
  readonly id: string
  readonly text: MethodText
  readonly other: Locale
  readonly otherName: string | undefined
}) {
  const words = useWords(referenceWords)
  const { name, say, formula, limits, source } = text
  return (
    <article class="method" id={id}>
      <h3>
        <a class="method-anchor" href={`#${id}`}>
          {name}
        </a>
        <span class="method-other" lang={other}>
          {otherName}
        </span>
        <code title={words.apiKey}>{id}</code>
      </h3>
      <p class="prose">{say}</p>
      {formula !== undefined && (
        <p class="method-formula" aria-label={words.formula}>
          {formula}
        </p>
      )}
      {(limits !== undefined || source !== undefined) && (
        <p class="small muted prose">
          {limits !== undefined && <>{labelled(words.limits, limits)} </>}
          {source !== undefined && <>{labelled(words.source, source)}</>}
        </p>
      )}
    </article>
  )
}
