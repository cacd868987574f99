/** The portal: what this is, what was published last, where, and on what grounds. */
import { useLocation } from 'preact-iso'
import type { RegionList, PublicationPage } from '../../features/shell/wireTypes.ts'
import { isDemoServer, session, homeOf } from '../../api/session.ts'
import { useResource } from '../../api/useResource.ts'
import { Combobox, EmptyState, LinkButton, Notice, ResourceView, Section } from '../../components/index.ts'
import { LatestStrip } from '../../features/public/LatestStrip.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { homeWords } from '../../words/home.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useDocumentTitle } from '../../router/useDocumentTitle.ts'
import './home.css'
import { marks } from '../../format/marks.ts'

export default function Home() {
  const words = useWords(homeWords)
  const format = useFormat()
  const { route } = useLocation()
  const regions = useResource<RegionList>('/api/v1/regions')
  const publications = useResource<PublicationPage>('/api/v1/publications', { limit: 100 })
  useDocumentTitle(words.title)
  const membership = session.value?.memberships[0]
  const down = (regions.data?.items ?? []).filter((region) => !region.available)
  const visitor = session.value?.user === null
  return (
    <>
      <header class="home-hero">
        <h1>
          {(words.headline.match(/[^，、]+[，、]?/g) ?? []).map((phrase) => (
            <span key={phrase} class="home-phrase">
              {phrase}
            </span>
          ))}
        </h1>
        <p class="home-lead">{words.lead}</p>
        <div class="home-actions">
          <Combobox
            id="find-city"
            label={words.findCity}
            hint={words.findCityHint}
            value={null}
            options={(publications.data?.items ?? []).map((item) => ({
              value: item.id,
              label: nameIn(locale.value, item.city),
              hint: format.period(item.lastPeriod),
            }))}
            onChange={(id) => id !== null && route(`/results/${id}`)}
          />
          <LinkButton kind="primary" href="/results">
            {words.seeResults}
          </LinkButton>
          {visitor && <LinkButton href="/sign-in">{isDemoServer.value ? words.tryDemo : words.trySignIn}</LinkButton>}
          {membership !== undefined && (
            <LinkButton href={homeOf(membership.organisation)}>
              {nameIn(locale.value, membership.organisation)}
            </LinkButton>
          )}
        </div>
      </header>

      {down.length > 0 && (
        <Notice
          tone="warn"
          title={words.regionDown(down.map((r) => nameIn(locale.value, r)).join(marks(locale.value).listComma))}
        >
          {words.regionDownText}
        </Notice>
      )}

      <Section title={words.latest} lead={words.latestLead} action={<a href="/results">{words.allResults}</a>}>
        <ResourceView resource={publications} skeleton={{ shape: 'table', lines: 4 }}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState
                title={words.noneTitle}
                action={<LinkButton href="/methods">{words.factsMethods}</LinkButton>}
              >
                {words.noneText}
              </EmptyState>
            ) : (
              <LatestStrip items={page.items} />
            )
          }
        </ResourceView>
      </Section>

      <div class="home-columns">
        <Section title={words.regions}>
          <ResourceView resource={regions}>
            {(list) => (
              <ul class="home-list">
                {list.items.map((region) => (
                  <li key={region.code}>
                    <a href={`/results?region=${region.code}`}>{nameIn(locale.value, region)}</a>
                    <span class="muted small num">
                      {words.regionCities(region.cityCount, region.publishedCityCount)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </ResourceView>
        </Section>
        <Section title={words.facts}>
          <ul class="home-list">
            <li>
              <a href="/catalogue">{words.factsStandard(9, 22, 80)}</a>
            </li>
            <li>
              <a href="/pilots">{words.factsPilots(24)}</a>
            </li>
            <li>
              <a href="/methods">{words.factsMethods}</a>
            </li>
            <li>
              <a href="/api">{words.factsApi}</a>
            </li>
          </ul>
        </Section>
      </div>

      <Section title={words.trace}>
        <ol class="home-trace">
          <li>{words.traceScore}</li>
          <li>{words.traceNormal}</li>
          <li>{words.traceRaw}</li>
          <li>{words.traceRow}</li>
          <li>{words.traceWho}</li>
        </ol>
        <p class="muted prose">
          {words.traceText} <a href="/methods#digest">SHA-256</a>
        </p>
      </Section>

      <Section title={words.who}>
        <dl class="home-who">
          <div>
            <dt>{words.whoCity}</dt>
            <dd>{words.whoCityText}</dd>
          </div>
          <div>
            <dt>{words.whoGroup}</dt>
            <dd>{words.whoGroupText}</dd>
          </div>
          <div>
            <dt>{words.whoAssessor}</dt>
            <dd>{words.whoAssessorText}</dd>
          </div>
          <div>
            <dt>{words.whoPublic}</dt>
            <dd>{words.whoPublicText}</dd>
          </div>
        </dl>
      </Section>
    </>
  )
}
