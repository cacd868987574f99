/** The verifier in a thread of its own: the engine that computed a result computes it anew while the page stays alive. Says once that it is there,
 * then answers each text. */
import './oldBrowsers.ts'
import { config } from 'zod'
import { verifyText } from '../../../worker/record/verifyText.ts'
import type { FromVerifier, ToVerifier } from './useVerifier.ts'

// Zod would compile its checks with eval, which the page's policy forbids and the console would report.
config({ jitless: true })

addEventListener('message', (event: MessageEvent<ToVerifier>) => {
  const { id, text } = event.data
  verifyText(text).then(
    (outcome) => say({ id, outcome }),
    (error: unknown) => say({ id, failed: error instanceof Error ? error.message : String(error) }),
  )
})
say({ id: 0 })

function say(message: FromVerifier): void {
  postMessage(message)
}
