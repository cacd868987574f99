/** β-convergence in one verdict and its figures; the half-life stands only where areas catch up beyond chance. */
import type { Beta } from '../../../worker/engine/computeTrends.ts'
import { useFormat } from '../../format/useFormat.ts'
import { movementWords } from '../../words/movement.ts'
import { useWords } from '../../i18n/useWords.ts'
import { pText } from './pText.ts'

export function BetaText({ beta }: { readonly beta: Beta | null }) {
  const words = useWords(movementWords)
  const format = useFormat()
  if (beta === null) return <p class="muted">{words.betaNone}</p>
  const { fit } = beta
  if (fit.beta === null) return <p class="muted">{words.betaReason(fit.reason)}</p>
  const [from, to] = [format.period(beta.from), format.period(beta.to)]
  // No p means that the fit leaves no error at all: the sign is then certain.
  const sure = fit.p === null || fit.p < 0.05
  const catching = sure && fit.beta < 0
  const verdict = catching
    ? words.betaCatchUp(from, to)
    : sure && fit.beta > 0
      ? words.betaDrift(from, to)
      : words.betaUnclear(from, to)
  return (
    <>
      <p>
        {verdict} {catching && fit.halfLife !== null && words.betaHalf(format.number(fit.halfLife, { digits: 1 }))}
      </p>
      <p class="muted small num">
        {words.betaFigures(format.number(fit.beta, { digits: 4 }), pText(fit.p, format), fit.n)}
      </p>
    </>
  )
}
