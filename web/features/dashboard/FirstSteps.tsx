/** The overview of a new city: four steps to a first evaluation, in order, the next one open. */
import type { Overview } from '../../../worker/contract/overview.ts'
import { Icon, LinkButton, Section } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly slug: string
  readonly counts: Overview['counts']
}

export function FirstSteps({ slug, counts }: Props) {
  const words = useWords(dashboardWords)
  const format = useFormat()
  const base = `/c/${slug}`
  const steps = [
    {
      key: 'areas',
      title: words.stepAreas,
      text: words.stepAreasText,
      count: counts.areas,
      href: `${base}/data?tab=areas`,
    },
    {
      key: 'framework',
      title: words.stepFramework,
      text: words.stepFrameworkText,
      count: counts.frameworks,
      href: `${base}/frameworks`,
    },
    {
      key: 'data',
      title: words.stepData,
      text: words.stepDataText,
      count: counts.observations,
      href: `${base}/data/import`,
    },
    {
      key: 'evaluate',
      title: words.stepEvaluate,
      text: words.stepEvaluateText,
      count: counts.evaluations,
      href: `${base}/evaluations/new`,
    },
  ]
  const next = steps.findIndex((step) => step.count === 0)
  return (
    <Section title={words.startTitle} lead={words.startLead}>
      <ol class="dash-steps">
        {steps.map((step, i) => {
          const done = step.count > 0
          return (
            <li key={step.key} class={done ? 'dash-step-done' : i === next ? 'dash-step-next' : ''}>
              <span class="dash-step-mark num" aria-hidden="true">
                {done ? <Icon name="check" /> : i + 1}
              </span>
              <div>
                <h3>{step.title}</h3>
                <p class="muted">{step.text}</p>
                {done && (
                  <p class="small">
                    {words.stepDone} · <a href={step.href}>{words.stepDoneCount(format.number(step.count))}</a>
                  </p>
                )}
                {!done && i === next && (
                  <LinkButton kind="primary" href={step.href}>
                    {words.stepNext}
                  </LinkButton>
                )}
                {!done && i !== next && <p class="small muted">{words.stepLater}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
