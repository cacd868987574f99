/** The bar of choices that stays while tabs change; the period stands in the page's header. Choices that a tab has no use for are left out, never greyed. */
import { Combobox, Select, SegmentedControl, Term } from '../../components/index.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { locale } from '../../i18n/locale.ts'
import { methodWords } from '../../i18n/measures.ts'
import { SHOWN_INDICES, indexWords } from '../methods/catalogueWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { type EvaluationBody } from './model.ts'
import type { Selection } from './useSelection.ts'

export type Shown = 'node' | 'index' | 'weights' | 'area'

interface Props {
  readonly evaluation: EvaluationBody
  readonly selection: Selection
  readonly shown: readonly Shown[]
}

export function Selectors({ evaluation, selection, shown }: Props) {
  const words = useWords(workspaceWords)
  const names = useWords(indexWords)
  const kinds = useWords(methodWords)
  const lang = locale.value
  const has = (one: Shown) => shown.includes(one)
  return (
    <div class="filters eval-selectors" role="group" aria-label={words.selectors}>
      {has('node') && (
        <div class="eval-wide">
          <Combobox
            id="eval-node"
            label={words.node}
            value={selection.node}
            options={evaluation.nodes.map((node) => ({
              value: node.code,
              label: nameIn(lang, node),
              hint: kinds[`kind.${node.kind}`],
            }))}
            onChange={selection.setNode}
          />
        </div>
      )}
      {has('index') && (
        <Select
          id="eval-index"
          label={<Term method={selection.index}>{words.index}</Term>}
          value={selection.index}
          options={SHOWN_INDICES.map((key) => ({ value: key, label: names[key] }))}
          onChange={selection.setIndex}
        />
      )}
      {has('weights') && selection.canWeigh && (
        <SegmentedControl
          id="eval-weights"
          label={words.weighting}
          labelHidden={false}
          value={selection.weighted ? 'population' : 'areas'}
          choices={[
            { value: 'population', label: words.weighted },
            { value: 'areas', label: words.unweighted },
          ]}
          onChange={selection.setWeighting}
        />
      )}
      {has('area') && (
        <div class="eval-wide">
          <Combobox
            id="eval-area"
            label={words.area}
            value={selection.area === '' ? null : selection.area}
            placeholder={words.allAreas}
            clearable
            options={evaluation.areas.map((area) => ({ value: area.code, label: nameIn(lang, area), hint: area.code }))}
            onChange={selection.setArea}
          />
        </div>
      )}
    </div>
  )
}
