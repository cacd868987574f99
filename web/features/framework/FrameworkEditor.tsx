/** The tree of one framework with its unsaved layer, the bar that stays while there is one, and saving it as the next version. */
import { useState } from 'preact/hooks'
import type { FieldFault } from '../../api/problem.ts'
import { forget, type Resource } from '../../api/useResource.ts'
import { Notice, toast } from '../../components/index.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'
import { FrameworkTree } from './FrameworkTree.tsx'
import { FactsDialog } from './FactsDialog.tsx'
import { faultsByCode } from './faultsByCode.ts'
import { MethodChoices } from './MethodChoices.tsx'
import { SaveDialog } from './SaveDialog.tsx'
import { UnsavedBar } from './UnsavedBar.tsx'
import { applyEdits, changesOf, type NodeEdit } from './edits.ts'
import { treeFaults } from './treeFaults.ts'
import { treeRows } from './treeRows.ts'
import { useEdits } from './useEdits.ts'
import type { Framework, TreeNode } from '../../../worker/contract/frameworks.ts'

const NONE: ReadonlySet<string> = new Set()
const COVERAGE = '#method.realizationCoverage'

export function FrameworkEditor({
  slug,
  resource,
  framework,
  part,
}: {
  readonly slug: string
  readonly resource: Resource<Framework>
  readonly framework: Framework
  readonly part: 'tree' | 'method'
}) {
  const words = useWords(frameworkWords)
  const layer = useEdits(`jh.framework.${framework.id}`)
  const [unreadable, setUnreadable] = useState(NONE)
  // Raised when fields must show what is held again instead of what was typed into them.
  const [round, setRound] = useState(0)
  const [saving, setSaving] = useState(false)
  const [greeted, setGreeted] = useState(false)
  const body = applyEdits(framework.body, layer.edits)
  const count = changesOf(framework.body, layer.edits).length
  const [refused, setRefused] = useState<readonly FieldFault[]>([])
  const [opened, setOpened] = useState<string | null>(null)
  const byCode = faultsByCode(framework.body.root, refused)
  const rows = treeRows(body.root, body.method.weighting)
  const shown = rows.find((row) => row.node.code === opened)?.node
  const faults = treeFaults(rows, body.method, unreadable, words).size + (unreadable.has(COVERAGE) ? 1 : 0)

  const onEdit = (node: TreeNode, edit: NodeEdit | null, field: 'weight' | 'target' | 'facts'): void => {
    const key = `${node.code}.${field}`
    if (unreadable.has(key) !== (edit === null)) {
      const next = new Set(unreadable)
      if (edit === null) next.add(key)
      else next.delete(key)
      setUnreadable(next)
    }
    if (edit === null) return
    // The layer is kept against what is saved, not against what is shown.
    const saved = treeRows(framework.body.root, 'given').find((row) => row.node.code === node.code)?.node
    if (saved !== undefined) layer.change(saved, edit)
  }
  const again = (): void => {
    setUnreadable(NONE)
    setRefused([])
    setRound((n) => n + 1)
  }
  return (
    <>
      {layer.restored && count > 0 && !greeted && <Notice live>{words.restored}</Notice>}
      {part === 'method' ? (
        <MethodChoices
          key={round}
          method={body.method}
          faults={refused}
          coverageFault={unreadable.has(COVERAGE)}
          onChange={(edit) => {
            const next = new Set(unreadable)
            if (edit === null) next.add(COVERAGE)
            else next.delete(COVERAGE)
            setUnreadable(next)
            if (edit !== null) layer.choose(framework.body.method, edit)
          }}
        />
      ) : (
        <>
          <p class="small muted framework-hint">{words.editHint}</p>
          <FrameworkTree
            key={round}
            id="tree"
            body={body}
            saved={framework.body}
            onEdit={onEdit}
            onFacts={setOpened}
            refused={byCode}
            unreadable={unreadable}
          />
        </>
      )}
      {shown && (
        <FactsDialog
          key={shown.code}
          node={shown}
          faults={byCode.get(shown.code) ?? []}
          onClose={() => setOpened(null)}
          onKeep={(facts) => {
            onEdit(shown, { facts }, 'facts')
            setOpened(null)
          }}
        />
      )}
      <UnsavedBar
        count={count}
        faults={faults}
        canUndo={layer.canUndo}
        nextVersion={framework.version + 1}
        onUndo={() => {
          layer.undo()
          again()
        }}
        onDiscard={() => {
          layer.clear()
          again()
          toast({ message: words.discarded })
        }}
        onSave={() => setSaving(true)}
      />
      <SaveDialog
        open={saving}
        slug={slug}
        framework={framework}
        edits={layer.edits}
        onClose={() => setSaving(false)}
        onReload={resource.reload}
        onFaults={setRefused}
        onSaved={({ data, etag }) => {
          setSaving(false)
          setGreeted(true)
          layer.clear()
          again()
          forget(`/api/v1/cities/${slug}`)
          resource.replace(data, etag)
          toast({ message: words.saved(data.version), tone: 'good' })
        }}
      />
    </>
  )
}
