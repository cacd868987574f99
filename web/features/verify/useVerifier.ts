/** The verifier's thread for as long as a page is open. It is fetched with the page, so that a file chosen later needs no network. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Outcome } from '../../../worker/record/verifyText.ts'
import { underWay } from '../../router/ready.ts'
// oxlint-disable-next-line import/default -- Vite makes it: a class that starts the file in a thread
import VerifyThread from './verify.worker.ts?worker'

export interface ToVerifier {
  readonly id: number
  readonly text: string
}
/** id 0: it is there. */
export interface FromVerifier {
  readonly id: number
  readonly outcome?: Outcome
  readonly failed?: string
}

type Waiting = Map<number, { readonly done: (outcome: Outcome) => void; readonly failed: (error: Error) => void }>

export interface Verifier {
  /** Its code did not arrive: nothing can be verified until the page is loaded again. */
  readonly broken: boolean
  readonly verify: (text: string) => Promise<Outcome>
}

export function useVerifier(): Verifier {
  const [broken, setBroken] = useState(false)
  const thread = useRef<Worker | null>(null)
  const waiting = useRef<Waiting>(new Map())
  useEffect(() => {
    const worker = new VerifyThread()
    thread.current = worker
    void underWay(
      new Promise<void>((there) => {
        worker.addEventListener('message', ({ data }: MessageEvent<FromVerifier>) => {
          there()
          const { id, outcome, failed } = data
          const asked = waiting.current.get(id)
          waiting.current.delete(id)
          if (outcome !== undefined) asked?.done(outcome)
          else asked?.failed(new Error(failed ?? ''))
        })
        worker.addEventListener('error', () => {
          there()
          setBroken(true)
          for (const { failed } of waiting.current.values()) failed(new Error(''))
          waiting.current.clear()
        })
      }),
    )
    return () => worker.terminate()
  }, [])
  const verify = useCallback(
    (text: string) =>
      underWay(
        new Promise<Outcome>((done, failed) => {
          const id = nextId()
          waiting.current.set(id, { done, failed })
          thread.current?.postMessage({ id, text } satisfies ToVerifier)
        }),
      ),
    [],
  )
  return { broken, verify }
}

let last = 0
function nextId(): number {
  last += 1
  return last
}
