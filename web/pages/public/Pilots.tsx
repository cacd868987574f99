/** The pilot library: 24 real pilots, their bodies, domains and published results, filtered by the URL. */
import { useLocation } from 'preact-iso'
import type { PilotLibrary } from '../../../worker/contract/public.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Button,
  EmptyState,
  type Option,
  PageHeader,
  ResourceView,
  SegmentedControl,
  Select,
  TextInput,
} from '../../components/index.ts'
import { PilotRecord } from '../../features/public/PilotRecord.tsx'
import { csvText } from '../../format/csv.ts'
import { download } from '../../format/download.ts'
import { halfIn, nameIn, textIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { componentWords } from '../../words/components.ts'
import { locale } from '../../i18n/locale.ts'
import { termIn } from '../../i18n/termIn.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { setQuery, useQueryState } from '../../router/useQueryState.ts'
import { marks } from '../../format/marks.ts'
import { labelled } from '../../i18n/punctuation.ts'
import './pilots.css'

export default function Pilots() {
  const words = useWords(referenceWords)
  const library = useResource<PilotLibrary>('/api/v1/pilots')
  return (
    <>
      <PageHeader title={words.pilotsTitle} lead={words.pilotsLead} />
      <ResourceView resource={library} skeleton={{ lines: 10 }}>
        {(data) => <PilotList library={data} />}
      </ResourceView>
    </>
  )
}

function PilotList({ library }: { readonly library: PilotLibrary }) {
  const words = useWords(referenceWords)
  const common = useWords(componentWords)
  const { route } = useLocation()
  const [search, setSearch] = useQueryState('q', '')
  const [type, setType] = useQueryState('type', '')
  const [province, setProvince] = useQueryState('province', '')
  const [domain, setDomain] = useQueryState('domain', '')
  const { pilots, types } = library
  const typeName = (key: string): string => {
    const found = types[key]
    return found === undefined ? key : nameIn(locale.value, found)
  }
  const needle = search.trim().toLowerCase()
  const shown = pilots.filter(
    (pilot) =>
      (type === '' || pilot.type === type) &&
      (province === '' || pilot.province === province) &&
      (domain === '' || pilot.domains.includes(domain)) &&
      `${pilot.name} ${pilot.body} ${pilot.results.map((result) => result.metric).join(' ')} ${termIn(locale.value, pilot.province)}`
        .toLowerCase()
        .includes(needle),
  )
  return (
    <>
      <div class="filters">
        <TextInput id="q" type="search" width="m" label={words.search} value={search} onInput={setSearch} />
        <Select
          id="province"
          label={words.province}
          value={province}
          onChange={setProvince}
          options={choices(
            words.allProvinces,
            pilots.map((pilot) => pilot.province),
          )}
        />
        <Select
          id="domain"
          label={words.domain}
          value={domain}
          onChange={setDomain}
          options={choices(
            words.allDomains,
            pilots.flatMap((pilot) => pilot.domains),
          )}
        />
        <SegmentedControl
          id="type"
          label={words.type}
          value={type}
          onChange={setType}
          choices={[
            { value: '', label: words.allTypes },
            ...Object.keys(types).map((key) => ({ value: key, label: typeName(key) })),
          ]}
        />
      </div>
      <div class="spread pilots-count">
        <p role="status" class="small num">
          {words.pilotsCount(shown.length, pilots.length)}
        </p>
        <Button
          size="s"
          kind="quiet"
          icon="download"
          onClick={() => download('junheng-pilots.csv', pilotCsv(shown, words, typeName))}
        >
          {common.exportCsv}
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={words.nonePilots}
          action={
            <Button onClick={() => setQuery(route, { q: null, type: null, province: null, domain: null })}>
              {words.clear}
            </Button>
          }
        >
          {words.nonePilotsText}
        </EmptyState>
      ) : (
        <ul class="pilots">
          {shown.map((pilot) => (
            <PilotRecord key={pilot.no} pilot={pilot} typeName={typeName(pilot.type)} />
          ))}
        </ul>
      )}
      <p class="small muted">{labelled(words.source, halfIn(locale.value, library.source))}</p>
    </>
  )
}

type Pilot = PilotLibrary['pilots'][number]

/** "All" and each distinct value once, in the order of the library. */
function choices(all: string, values: readonly string[]): readonly Option[] {
  return [
    { value: '', label: all },
    ...[...new Set(values)].map((value) => ({ value, label: termIn(locale.value, value) })),
  ]
}

/** One line per published result, as the source prints it. */
function pilotCsv(
  pilots: readonly Pilot[],
  words: WordsOf<typeof referenceWords>,
  typeName: (key: string) => string,
): string {
  const header = [
    words.number,
    words.province,
    words.name,
    words.body,
    words.type,
    words.domain,
    words.metric,
    words.value,
    words.before,
    words.after,
    words.unit,
    words.remark,
  ]
  const lines = pilots.flatMap((pilot) => {
    const facts = [
      pilot.no,
      pilot.province,
      pilot.name,
      pilot.body,
      typeName(pilot.type),
      pilot.domains.join(marks(locale.value).listComma),
    ]
    if (pilot.results.length === 0)
      return [[...facts, null, null, null, null, null, textIn(locale.value, pilot, 'note')]]
    return pilot.results.map((result) => [
      ...facts,
      result.metric,
      result.value ?? null,
      result.before ?? null,
      result.after ?? null,
      result.unit,
      [result.above && words.above.trim(), result.note && textIn(locale.value, result, 'note')]
        .concat(pilot.note && textIn(locale.value, pilot, 'note'))
        .filter(Boolean)
        .join(' '),
    ])
  })
  return csvText(header, lines)
}
