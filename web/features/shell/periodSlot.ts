/** The period in the header: a page that has one puts its choice here while it is on screen. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export interface PeriodChoice {
  readonly value: string
  readonly periods: readonly string[]
  readonly onChange: (period: string) => void
}

export const periodChoice = signal<PeriodChoice | null>(null)

/** Shows the choice in the header until the page leaves; null shows nothing. */
export function usePeriodSlot(choice: PeriodChoice | null): void {
  const key = choice === null ? '' : `${choice.value}|${choice.periods.join(',')}`
  useEffect(() => {
    periodChoice.value = choice
    return () => {
      periodChoice.value = null
    }
    // The handler may be new on each render; value and periods decide.
  }, [key])
}
