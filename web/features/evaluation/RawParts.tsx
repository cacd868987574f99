/** Where the real gaps come from: raw values of the ratio-scale indicators below a node, split between and within groups. The largest first. */
import { useMemo } from 'preact/hooks'
import type { PeriodResult } from '../../../worker/contract/evaluations.ts'
import { partsFinding } from '../../charts/findings.ts'
import { StackedParts } from '../../charts/StackedParts.tsx'
import { EmptyState, Section, Term } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { indexWords } from '../methods/catalogueWords.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { leavesUnder } from './model.ts'
import type { TabProps } from './WorkspaceContext.ts'
import { marks } from '../../format/marks.ts'

const SHOWN = 20

type Props = Pick<TabProps, 'evaluation' | 'result' | 'selection' | 'city' | 'source' | 'active' | 'onActive'> & {
  readonly by: PeriodResult['decompositions'][number]['by']
  readonly byName: string
}

export function RawParts({ evaluation, result, selection, city, source, active, onActive, by, byName }: Props) {
  const words = useWords(meaningWords)
  const work = useWords(workspaceWords)
  const names = useWords(indexWords)
  const format = useFormat()
  const lang = locale.value
  const rows = useMemo(() => {
    const inside = leavesUnder(evaluation.nodes, selection.node)
    const found = new Map(result.decompositions.filter((one) => one.by === by).map((one) => [one.code, one.theilT]))
    return evaluation.nodes
      .flatMap((node) => {
        const theil = found.get(node.code)
        const n = result.indices[node.code]?.n ?? 0
        return inside.has(node.code) && node.scale?.kind === 'ratio' && theil && n >= evaluation.equality.fewest
          ? [{ key: node.code, label: nameIn(lang, node), parts: [theil.between, theil.within], total: theil.total }]
          : []
      })
      .sort((a, b) => b.total - a.total)
      .slice(0, SHOWN)
  }, [evaluation, result, selection.node, by, lang])
  const top = rows[0]
  return (
    <Section title={<Term method="theilDecomposition">{words.rawParts}</Term>} lead={words.rawPartsLead}>
      {top ? (
        <StackedParts
          indicator={`${names.theilT} · ${words.rawParts}`}
          period={format.period(result.period)}
          source={source}
          demo={city.isDemo}
          headingLevel={3}
          title={`${top.label}${marks(lang).colon}${partsFinding(lang, names.theilT, byName, top.parts[0] ?? null, top.total)}`}
          parts={[work.between, work.within]}
          rows={rows}
          rowLabel={work.indicator}
          activeKey={active}
          onActive={onActive}
          onSelect={selection.setNode}
        />
      ) : (
        <EmptyState title={words.rawPartsNone} />
      )}
    </Section>
  )
}
