/** Rank intervals computed in the browser by the engine itself, in small steps so that the page stays alive. Nothing is
 * saved; the same evaluation gives the same intervals on every machine. */
import { normalisationFacts } from '../../../worker/engine/normalise/catalogue.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SensitivityResult } from '../../../worker/engine/uncertainty/sensitivity.types.ts'
import type { Evaluation, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { IntervalDots } from '../../charts/IntervalDots.tsx'
import { Button, Notice, ProgressBar } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { doubtRequest } from './doubtRequest.ts'
import type { CityContext } from './useCity.ts'

const MOST_AREAS = 500
const CHUNK = 20

interface Props {
  readonly evaluation: Evaluation
  readonly result: PeriodResult
  readonly node: string
  readonly city: CityContext
  readonly source: string
  readonly area: string
  readonly active: string | null
  readonly onActive: (key: string | null) => void
  readonly onSelect: (key: string) => void
  readonly onDone: () => void
}

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'running'; readonly share: number }
  | { readonly at: 'done'; readonly ranks: SensitivityResult['ranks'] }
  | { readonly at: 'failed'; readonly message: string }

export function RankDoubt({ evaluation, result, node, city, source, area, active, onActive, onSelect, onDone }: Props) {
  const words = useWords(workspaceWords)
  const format = useFormat()
  const lang = locale.value
  const [state, setState] = useState<State>({ at: 'idle' })
  const round = useRef(0)
  useEffect(() => {
    setState({ at: 'idle' })
    return () => {
      round.current += 1
    }
  }, [evaluation.id, result.period, node])

  const run = async (): Promise<void> => {
    const mine = (round.current += 1)
    setState({ at: 'running', share: 0 })
    const { sensitivityRuns } = await import('../../../worker/engine/uncertainty/sensitivityRuns.ts')
    const work = sensitivityRuns(doubtRequest(evaluation, result, node), CHUNK)
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve))
      if (round.current !== mine) return
      const step = work.next()
      if (step.done === true) {
        setState({ at: 'done', ranks: step.value.ranks })
        onDone()
        return
      }
      setState({ at: 'running', share: step.value.done / step.value.total })
    }
  }
  const start = () =>
    void run().catch((cause: unknown) =>
      setState({ at: 'failed', message: cause instanceof Error ? cause.message : '' }),
    )

  if (normalisationFacts(evaluation.method.normalisation).shown === 'moments')
    return <p class="muted">{words.doubtUnavailable}</p>
  if (evaluation.areas.length > MOST_AREAS) return <p class="muted">{words.doubtTooMany}</p>
  if (state.at === 'idle') return <Button onClick={start}>{words.doubtRun}</Button>
  if (state.at === 'running') return <ProgressBar label={words.doubtRunning} value={state.share} />
  if (state.at === 'failed')
    return <Notice tone="bad" title={state.message} actions={<Button onClick={start}>{words.doubtRun}</Button>} />
  const names = new Map(evaluation.areas.map((one) => [one.code, nameIn(lang, one)]))
  return (
    <IntervalDots
      indicator={words.doubtName}
      varied={words.doubtVaried}
      period={format.period(result.period)}
      source={source}
      demo={city.isDemo}
      items={state.ranks.flatMap((rank) =>
        rank.median === null || rank.p05 === null || rank.p95 === null
          ? []
          : [
              {
                key: rank.area,
                label: names.get(rank.area) ?? rank.area,
                median: rank.median,
                low: rank.p05,
                high: rank.p95,
                nominal: rank.nominal,
              },
            ],
      )}
      selectedKey={area}
      activeKey={active}
      onActive={onActive}
      onSelect={onSelect}
    />
  )
}
