/** What differs from the template or from an earlier version; the choice is in the URL. */
import { ResourceView, Section, Select, Table, type Column } from '../../components/index.ts'
import { useResource } from '../../api/useResource.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { valueText } from './valueText.ts'
import type { Framework, FrameworkDiff } from '../../../worker/contract/frameworks.ts'

type Changed = FrameworkDiff['changed'][number]

const FIELDS = {
  name: 'fName',
  nameEn: 'fNameEn',
  kind: 'fKind',
  weight: 'fWeight',
  parent: 'fParent',
  'indicator.unit': 'fUnit',
  'indicator.direction': 'fDirection',
  'indicator.target': 'fTarget',
  'indicator.goalposts': 'fGoalposts',
  'indicator.floor': 'fFloor',
  'indicator.targetSource': 'fTargetSource',
  'indicator.floorSource': 'fFloorSource',
  'indicator.scale': 'fScale',
  'indicator.caution': 'fCaution',
  'indicator.breaks': 'fBreaks',
  'method.equalityFamily': 'fEqualityFamily',
  'method.equalityWeighting': 'fEqualityWeighting',
  'method.realizationCoverage': 'fRealizationCoverage',
  'indicator.layer': 'fLayer',
  'indicator.department': 'fDepartment',
  'indicator.numerator': 'fNumerator',
  'indicator.denominator': 'fDenominator',
  'indicator.source': 'fSource',
  'indicator.plausibleLow': 'fPlausibleLow',
  'indicator.plausibleHigh': 'fPlausibleHigh',
} as const satisfies Record<string, keyof WordsOf<typeof frameworkWords>>

function fieldName(field: string, words: WordsOf<typeof frameworkWords>): string {
  if (Object.hasOwn(FIELDS, field)) return words[FIELDS[field as keyof typeof FIELDS]]
  return field.startsWith('method.') ? `${words.fMethod} ${field.slice(7)}` : field
}

export function DiffView({ slug, framework }: { readonly slug: string; readonly framework: Framework }) {
  const words = useWords(frameworkWords)
  const meaning = useWords(meaningWords)
  const earlier = framework.versions
    .filter((v) => v.version !== framework.version)
    .map((v) => ({ value: String(v.version), label: words.version(v.version) }))
  const options = [
    ...(framework.template === null
      ? []
      : [{ value: 'template', label: `${words.template} (v${framework.template.version})` }]),
    ...earlier,
  ]
  const [asked, setAsked] = useQueryState('against', options[0]?.value ?? '')
  const against = options.find((option) => option.value === asked)?.value ?? options[0]?.value
  const diff = useResource<FrameworkDiff>(
    against === undefined ? null : `/api/v1/cities/${slug}/frameworks/${framework.id}/diff`,
    { against, now: framework.version },
  )
  if (against === undefined) return null
  const columns: Column<Changed>[] = [
    {
      key: 'node',
      title: words.colNode,
      rowHeader: true,
      value: (row) => `${row.name} ${row.code}`,
      cell: (row) => (
        <>
          {row.name} <code class="framework-code">{row.code}</code>
        </>
      ),
      minChars: 10,
    },
    { key: 'field', title: words.colWhat, value: (row) => fieldName(row.field, words) },
    { key: 'from', title: words.colFrom, value: (row) => valueText(row.from, words, meaning) },
    { key: 'to', title: words.colTo, value: (row) => valueText(row.to, words, meaning) },
  ]
  return (
    <Section
      title={words.diff}
      action={
        <Select
          id="framework-against"
          inline
          label={words.against}
          value={against}
          options={options}
          onChange={setAsked}
        />
      }
    >
      <ResourceView resource={diff}>
        {({ added, removed, changed }) =>
          added.length + removed.length + changed.length === 0 ? (
            <p>{words.same}</p>
          ) : (
            <div class="stack">
              {added.length > 0 && <Nodes title={words.added(added.length)} nodes={added} />}
              {removed.length > 0 && <Nodes title={words.removed(removed.length)} nodes={removed} />}
              {changed.length > 0 && (
                <Table
                  id="framework-diff"
                  caption={words.changed(changed.length)}
                  rows={changed}
                  columns={columns}
                  rowKey={(row) => `${row.code}.${row.field}`}
                  bare
                />
              )}
            </div>
          )
        }
      </ResourceView>
    </Section>
  )
}

function Nodes({ title, nodes }: { readonly title: string; readonly nodes: FrameworkDiff['added'] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul class="framework-changes">
        {nodes.map((node) => (
          <li key={node.code}>
            {node.name} <code class="framework-code">{node.code}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
