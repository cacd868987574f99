/** Short confirmations at the bottom, with undo where there is one. `toast(...)` from anywhere; <Toasts/> stands once in the shell.
 * Errors stay until closed; the rest leave after 6 s, 10 s with undo, and wait while pointed at or focused. */
import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface ToastMessage {
  readonly message: string
  readonly tone?: 'good' | 'info' | 'bad'
  readonly undo?: () => void | Promise<void>
}

interface Shown extends ToastMessage {
  readonly id: number
}

const shown = signal<readonly Shown[]>([])
let nextId = 1

export function toast(message: ToastMessage): void {
  shown.value = [...shown.value.slice(-2), { ...message, id: nextId }]
  nextId += 1
}

function dismiss(id: number): void {
  shown.value = shown.value.filter((item) => item.id !== id)
}

function ToastItem({ item }: { readonly item: Shown }) {
  const words = useWords(componentWords)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || item.tone === 'bad') return undefined
    const timer = setTimeout(() => dismiss(item.id), item.undo === undefined ? 6000 : 10_000)
    return () => clearTimeout(timer)
  }, [held, item])
  return (
    <div
      class={`toast toast-${item.tone ?? 'info'}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <Icon name={item.tone === 'bad' ? 'error' : item.tone === 'good' ? 'check' : 'info'} />
      <span class="toast-text">{item.message}</span>
      {item.undo !== undefined && (
        <Button
          size="s"
          onClick={() => {
            dismiss(item.id)
            void item.undo?.()
          }}
        >
          {words.undo}
        </Button>
      )}
      <Button kind="quiet" size="s" icon="close" label={words.close} onClick={() => dismiss(item.id)} />
    </div>
  )
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite" aria-relevant="additions">
      {shown.value.map((item) => (
        <ToastItem key={item.id} item={item} />
      ))}
    </div>
  )
}
