/** The stepper itself: holds the draft, moves between steps, checks each before the next, and runs at the end. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Area, Populations } from '../../../../worker/contract/areas.ts'
import type { CreateEvaluation, Evaluation } from '../../../../worker/contract/evaluations.ts'
import type { Framework, FrameworkSummary } from '../../../../worker/contract/frameworks.ts'
import type { Completeness } from '../../../../worker/contract/observations.ts'
import { api } from '../../../api/client.ts'
import { ApiError } from '../../../api/problem.ts'
import { forget, useResource } from '../../../api/useResource.ts'
import {
  Button,
  EmptyState,
  LinkButton,
  ProblemNotice,
  ProgressBar,
  ResourceView,
  Stepper,
  toast,
} from '../../../components/index.ts'
import { evaluationsWords } from '../../../words/evaluations.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { setQuery, useQueryState } from '../../../router/useQueryState.ts'
import { AreaChooser } from './AreaChooser.tsx'
import { CheckStep } from './CheckStep.tsx'
import { doubtsOf, EMPTY_DRAFT, leavesOf, suggestedPeriods, type Draft } from './draft.ts'
import { FrameworkStep } from './FrameworkStep.tsx'
import { MethodForm } from './MethodForm.tsx'
import { PeriodStep } from './PeriodStep.tsx'

const STEPS = ['framework', 'periods', 'areas', 'method', 'check'] as const
type StepKey = (typeof STEPS)[number]

interface Props {
  readonly slug: string
  readonly cityName: string
  readonly frameworks: readonly FrameworkSummary[]
  readonly leaves: readonly Area[]
  readonly populations: Populations | null
  readonly canRun: boolean
  /** The framework of the newest evaluation, offered first. */
  readonly usualFramework: string | null
}

export function NewEvaluation({ slug, cityName, frameworks, leaves, populations, canRun, usualFramework }: Props) {
  const words = useWords(evaluationsWords)
  const { route } = useLocation()
  const [draft, setDraft] = useState<Draft>({
    ...EMPTY_DRAFT,
    frameworkId: (frameworks.find((one) => one.id === usualFramework) ?? frameworks[0])?.id ?? null,
  })
  const [asked] = useQueryState('step', 'framework', { push: true })
  const [reached, setReached] = useState(0)
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set())
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const base = `/api/v1/cities/${slug}` as const
  const framework = useResource<Framework>(
    draft.frameworkId === null ? null : `${base}/frameworks/${draft.frameworkId}`,
  )
  const completeness = useResource<Completeness>(
    draft.frameworkId === null ? null : `${base}/observations/completeness`,
    { frameworkId: draft.frameworkId },
  )
  // A link to a later step cannot skip the choices before it.
  const at = Math.min(Math.max(0, STEPS.indexOf(asked as StepKey)), reached)
  const step = STEPS[at] ?? 'framework'
  const top = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    // A new step starts at its top, for eyes and for screen readers alike.
    if (shown.current !== step) top.current?.focus()
    shown.current = step
  }, [step])
  const go = (index: number) => setQuery(route, { step: index === 0 ? null : (STEPS[index] ?? null) }, true)
  const change = (part: Partial<Draft>) => {
    setFaults(new Set())
    setDraft((now) => ({ ...now, ...part }))
  }
  const areaCount = draft.areas?.length ?? leaves.length
  const periods =
    draft.periods.length > 0 || completeness.data === null ? draft.periods : suggestedPeriods(completeness.data)
  const now: Draft = { ...draft, periods }
  const span = periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]}` : (periods[0] ?? '')
  const title = draft.title ?? words.defaultTitle(cityName, span)
  const faultsAt = (key: StepKey): string[] => {
    if (key === 'periods' && periods.length === 0) return ['periods']
    if (key === 'areas' && areaCount < 2) return ['areas']
    if (
      key === 'method' &&
      draft.method.minCoverage !== undefined &&
      !(draft.method.minCoverage >= 0 && draft.method.minCoverage <= 1)
    )
      return ['coverage']
    if (key === 'check' && title.trim() === '') return ['title']
    return []
  }
  const next = () => {
    const found = faultsAt(step)
    setFaults(new Set(found))
    if (found.length > 0) return
    setDraft(now)
    setReached(Math.max(reached, at + 1))
    go(at + 1)
  }
  const run = async (): Promise<void> => {
    const found = faultsAt('check')
    setFaults(new Set(found))
    if (found.length > 0 || draft.frameworkId === null) return
    setRunning(true)
    setError(null)
    const body: CreateEvaluation = {
      title: title.trim(),
      frameworkId: draft.frameworkId,
      ...(draft.version === null ? {} : { frameworkVersion: draft.version }),
      periods: [...periods],
      ...(draft.areas === null ? {} : { areaCodes: [...draft.areas] }),
      ...(Object.keys(draft.method).length === 0
        ? {}
        : { method: { ...framework.data?.body.method, ...draft.method } }),
    }
    try {
      const made = await api.post<Evaluation>(`${base}/evaluations`, body)
      forget(`${base}/`)
      toast({ message: words.done(made.title), tone: 'good' })
      route(`/c/${slug}/evaluations/${made.id}`)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
      setRunning(false)
    }
  }
  const labels = {
    framework: words.stepFramework,
    periods: words.stepPeriods,
    areas: words.stepAreas,
    method: words.stepMethod,
    check: words.stepCheck,
  }
  return (
    <>
      <div class="eval-steps" ref={top} tabIndex={-1}>
        <Stepper
          steps={STEPS.map((key) => ({ key, label: labels[key] }))}
          current={step}
          reached={STEPS[reached] ?? 'framework'}
          onGo={(key) => go(STEPS.indexOf(key as StepKey))}
        />
      </div>
      {step === 'framework' && (
        <FrameworkStep frameworks={frameworks} framework={framework} draft={now} onChange={change} />
      )}
      {step !== 'framework' && (
        <ResourceView resource={completeness}>
          {(filled) =>
            filled.periods.length === 0 ? (
              <EmptyState
                title={words.noData}
                action={
                  <LinkButton kind="primary" href={`/c/${slug}/data/import`}>
                    {words.toImport}
                  </LinkButton>
                }
              >
                {words.noDataText}
              </EmptyState>
            ) : (
              <ResourceView resource={framework}>
                {(body) => {
                  const people = new Set(populations?.periods ?? [])
                  const method = { ...body.body.method, ...draft.method }
                  if (step === 'periods')
                    return (
                      <PeriodStep
                        completeness={filled}
                        periodsWithPeople={people}
                        chosen={periods}
                        fault={faults.has('periods')}
                        onChange={(chosen) => change({ periods: chosen })}
                      />
                    )
                  if (step === 'areas')
                    return (
                      <AreaChooser
                        leaves={leaves}
                        chosen={draft.areas}
                        fault={faults.has('areas')}
                        onChange={(chosen) => change({ areas: chosen })}
                      />
                    )
                  if (step === 'method')
                    return (
                      <MethodForm
                        defaults={body.body.method}
                        method={draft.method}
                        coverageFault={faults.has('coverage')}
                        onChange={(next) => change({ method: next })}
                      />
                    )
                  const doubts = doubtsOf({
                    completeness: filled,
                    periods,
                    periodsWithPeople: people,
                    areaCount,
                    method,
                    leaves: leavesOf(body.body.root),
                  })
                  return (
                    <CheckStep
                      draft={now}
                      framework={body}
                      completeness={filled}
                      areaCount={areaCount}
                      doubts={doubts}
                      title={title}
                      titleFault={faults.has('title')}
                      onTitle={(text) => change({ title: text })}
                    />
                  )
                }}
              </ResourceView>
            )
          }
        </ResourceView>
      )}
      {error && (
        <div class="eval-steps">
          <h2>{words.failed}</h2>
          <ProblemNotice error={error} onRetry={() => void run()} />
        </div>
      )}
      {running && (
        <div class="eval-steps">
          <ProgressBar label={words.running} value={null} detail={words.runningDetail} />
        </div>
      )}
      <div class="eval-step-actions">
        {at > 0 && (
          <Button disabled={running} onClick={() => go(at - 1)}>
            {words.back}
          </Button>
        )}
        {step === 'check' ? (
          <Button kind="primary" busy={running} disabled={!canRun} onClick={() => void run()}>
            {words.run}
          </Button>
        ) : (
          <Button kind="primary" onClick={next}>
            {words.next}
          </Button>
        )}
      </div>
    </>
  )
}
