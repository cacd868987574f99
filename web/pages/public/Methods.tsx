/** Every method with formula, one sentence, limits and source. The id of each entry is the anchor terms link to. */
import { PageHeader, TextInput } from '../../components/index.ts'
import { methodChapters, type MethodText } from '../../features/methods/methods.ts'
import { pick } from '../../i18n/locale.ts'
import { referenceWords } from '../../i18n/reference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { labelled } from '../../i18n/punctuation.ts'
import './methods.css'

export default function Methods() {
  const words = useWords(referenceWords)
  const [search, setSearch] = useQueryState('q', '')
  const needle = search.trim().toLowerCase()
  const chapters = methodChapters.map((chapter) => ({
    ...chapter,
    shown: Object.entries(chapter.methods).filter(
      ([key, text]) =>
        needle === '' ||
        `${key} ${text.name} ${text.nameEn} ${pick(text.say, text.sayEn)}`.toLowerCase().includes(needle),
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
                  <a href={`#chapter-${chapter.key}`}>{pick(chapter.name, chapter.nameEn)}</a>{' '}
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
                  <h2 class="section-head">{pick(chapter.name, chapter.nameEn)}</h2>
                  {chapter.shown.map(([key, text]) => (
                    <MethodEntry key={key} id={key} text={text} />
                  ))}
                </section>
              ),
          )}
        </div>
      </div>
    </>
  )
}

function MethodEntry({ id, text }: { readonly id: string; readonly text: MethodText }) {
  const words = useWords(referenceWords)
  const limits = pick(text.limits ?? '', text.limitsEn)
  return (
    <article class="method" id={id}>
      <h3>
        <a class="method-anchor" href={`#${id}`}>
          {pick(text.name, text.nameEn)}
        </a>
        <span class="method-other" lang={pick('en', 'zh-CN')}>
          {pick(text.nameEn, text.name)}
        </span>
        <code title={words.apiKey}>{id}</code>
      </h3>
      <p class="prose">{pick(text.say, text.sayEn)}</p>
      {text.formula !== undefined && (
        <p class="method-formula" aria-label={words.formula}>
          {pick(text.formula, text.formulaEn)}
        </p>
      )}
      {(limits !== '' || text.source !== undefined) && (
        <p class="small muted prose">
          {limits !== '' && <>{labelled(words.limits, limits)} </>}
          {text.source !== undefined && <>{labelled(words.source, pick(text.source, text.sourceEn))}</>}
        </p>
      )}
    </article>
  )
}
