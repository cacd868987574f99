/** What the 2023 edition changed, by kind, as far as the names are public; the rest as counts. */
import type { CatalogueDiff } from '../../../worker/contract/public.ts'
import { Notice, Table } from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { textIn } from '../../i18n/nameIn.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { ChangeBadge, changeText } from './ChangeBadge.tsx'

export function CatalogueChanges({ diff }: { readonly diff: CatalogueDiff }) {
  const words = useWords(referenceWords)
  return (
    <div class="stack">
      <Table
        id="changes"
        bare
        caption={words.tabChanges}
        captionHidden
        rows={diff.changes}
        rowKey={(change) => `${change.kind}${change.name}`}
        columns={[
          {
            key: 'kind',
            title: words.change,
            value: (change) => changeText(change.kind, words),
            cell: (change) => <ChangeBadge kind={change.kind} />,
          },
          { key: 'code', title: words.code, value: (change) => change.code },
          {
            key: 'older',
            title: words.edition2021,
            value: (change) => (change.kind === 'added' ? null : (change.previousName ?? change.name)),
          },
          { key: 'newer', title: words.edition2023, rowHeader: true, value: (change) => change.name },
        ]}
      />
      <p class="prose">{words.changesLead(diff.wordingChangedItems, diff.leadUnitChangedItems)}</p>
      <Notice title={words.rule}>{textIn(locale.value, diff, 'rule')}</Notice>
    </div>
  )
}
