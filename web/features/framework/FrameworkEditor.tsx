/** The tree of one framework with its unsaved layer, the bar that stays while there is one, and saving it as the next version. */
import { useState } from 'preact/hooks'
import { forget, type Resource } from '../../api/useResource.ts'
import { Notice, toast } from '../../components/index.ts'
import { frameworkWords } from '../../i18n/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'
import { FrameworkTree } from './FrameworkTree.tsx'
import { SaveDialog } from './SaveDialog.tsx'
import { UnsavedBar } from './UnsavedBar.tsx'
import { applyEdits, changesOf, type NodeEdit } from './edits.ts'
import { treeFaults } from './treeFaults.ts'
import { treeRows } from './treeRows.ts'
import { useEdits } from './useEdits.ts'
import type { Framework, TreeNode } from '../../../worker/routes/frameworks/schema.ts'

const NONE: ReadonlySet<string> = new Set()

export function FrameworkEditor({
  slug,
  resource,
  framework,
}: {
  readonly slug: string
  readonly resource: Resource<Framework>
  readonly framework: Framework
}) {
  const words = useWords(frameworkWords)
  const layer = useEdits(`jh.framework.${framework.id}`)
  const [unreadable, setUnreadable] = useState(NONE)
  // Raised when fields must show what is held again instead of what was typed into them.
  const [round, setRound] = useState(0)
  const [saving, setSaving] = useState(false)
  const [greeted, setGreeted] = useState(false)
  const body = applyEdits(framework.body, layer.edits)
  const count = changesOf(framework.body.root, layer.edits).length
  const faults = treeFaults(treeRows(body.root, body.method.weighting), body.method, unreadable, words).size

  const onEdit = (node: TreeNode, edit: NodeEdit | null, field: 'weight' | 'target'): void => {
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
    setRound((n) => n + 1)
  }
  return (
    <>
      {layer.restored && count > 0 && !greeted && <Notice live>{words.restored}</Notice>}
      <p class="small muted framework-hint">{words.editHint}</p>
      <FrameworkTree key={round} id="tree" body={body} saved={framework.body} onEdit={onEdit} unreadable={unreadable} />
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
