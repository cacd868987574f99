/** The unsaved layer with its history: every step can be undone, and it survives leaving the page until it is saved or discarded. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { isRecord } from '../../api/problem.ts'
import { readStored, writeStored } from '../../router/stored.ts'
import { METHOD_KEY, withEdit, withMethodEdit, type Edits, type MethodEdit, type NodeEdit } from './edits.ts'
import { readFacts, readMethod } from './storedEdits.ts'
import type { MethodOptions, TreeNode } from '../../../worker/contract/frameworks.ts'

export interface EditState {
  readonly edits: Edits
  readonly canUndo: boolean
  /** Found on opening, from an earlier visit. */
  readonly restored: boolean
  readonly change: (node: TreeNode, edit: NodeEdit) => void
  readonly choose: (saved: MethodOptions, edit: MethodEdit) => void
  readonly undo: () => void
  readonly clear: () => void
}

interface History {
  readonly past: readonly Edits[]
  readonly edits: Edits
}

const MOST_STEPS = 200

/** Typing into one field is one step, however many digits. */
export function useEdits(key: string): EditState {
  const [restored] = useState(() => Object.keys(stored(key)).length > 0)
  const [{ past, edits }, setHistory] = useState<History>(() => ({ past: [], edits: stored(key) }))
  const [field, setField] = useState('')

  useEffect(() => writeStored(key, Object.keys(edits).length === 0 ? null : JSON.stringify(edits)), [key, edits])

  const change = useCallback(
    (node: TreeNode, edit: NodeEdit) => {
      const here = `${node.code} ${Object.keys(edit).join()}`
      const same = here === field
      setField(here)
      setHistory((h) => {
        const next = withEdit(h.edits, node, edit)
        if (JSON.stringify(next) === JSON.stringify(h.edits)) return h
        return { past: same && h.past.length > 0 ? h.past : [...h.past.slice(-MOST_STEPS), h.edits], edits: next }
      })
    },
    [field],
  )
  const choose = useCallback((saved: MethodOptions, edit: MethodEdit) => {
    setField('')
    setHistory((h) => ({
      past: [...h.past.slice(-MOST_STEPS), h.edits],
      edits: withMethodEdit(h.edits, saved, edit),
    }))
  }, [])
  const undo = useCallback(() => {
    setField('')
    setHistory((h) => (h.past.length === 0 ? h : { past: h.past.slice(0, -1), edits: h.past[h.past.length - 1] ?? {} }))
  }, [])
  const clear = useCallback(() => {
    setField('')
    setHistory({ past: [], edits: {} })
  }, [])
  return { edits, canUndo: past.length > 0, restored, change, choose, undo, clear }
}

function stored(key: string): Edits {
  try {
    const value: unknown = JSON.parse(readStored(key) ?? '{}')
    if (!isRecord(value)) return {}
    const edits: Record<string, NodeEdit> = {}
    for (const [code, edit] of Object.entries(value)) {
      if (!isRecord(edit)) continue
      if (code === METHOD_KEY) {
        edits[code] = { method: readMethod(edit['method']) }
        continue
      }
      const { weight, target } = edit
      const facts = readFacts(edit['facts'])
      const range =
        Array.isArray(target) && typeof target[0] === 'number' && typeof target[1] === 'number'
          ? ([target[0], target[1]] as const)
          : undefined
      edits[code] = {
        ...(typeof weight === 'number' ? { weight } : {}),
        ...(Object.keys(facts).length > 0 ? { facts } : {}),
        ...(typeof target === 'number' || target === null ? { target } : range === undefined ? {} : { target: range }),
      }
    }
    return edits
  } catch {
    return {}
  }
}
