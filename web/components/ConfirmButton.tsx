/** For what cannot be undone: a button, and a dialog whose words name the object. Everything else acts at once and offers undo. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button, type ButtonKind } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface ConfirmButtonProps {
  readonly children: ComponentChildren
  /** "撤销密钥 jh_live_ab12…？" */
  readonly title: string
  /** What will happen, and what will stay. */
  readonly consequence: ComponentChildren
  /** The act with its object, as on the confirming button: "撤销这把密钥". */
  readonly confirm: string
  readonly kind?: ButtonKind
  readonly size?: 'm' | 's'
  readonly disabled?: boolean
  /** The dialog closes when it resolves and stays open when it rejects. */
  readonly onConfirm: () => Promise<void> | void
}

export function ConfirmButton({
  children,
  title,
  consequence,
  confirm,
  kind = 'danger',
  size = 'm',
  disabled,
  onConfirm,
}: ConfirmButtonProps) {
  const words = useWords(componentWords)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      await onConfirm()
      setOpen(false)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        kind={kind === 'danger' ? 'secondary' : kind}
        size={size}
        disabled={disabled === true}
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      <Dialog
        open={open}
        size="s"
        title={title}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
            <Button kind={kind} busy={busy} onClick={() => void run().catch(() => undefined)}>
              {confirm}
            </Button>
          </>
        }
      >
        {consequence}
      </Dialog>
    </>
  )
}
