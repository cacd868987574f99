/** What is happening and how much is left. Without `value` the length is unknown. */
import { useId } from 'preact/hooks'

export interface ProgressBarProps {
  readonly label: string
  /** 0…1; null while the length is unknown. */
  readonly value: number | null
  /** "3,200 / 10,000 行" */
  readonly detail?: string
}

export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  const id = useId()
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div class="progress">
      <div class="spread small">
        <span id={id}>{label}</span>
        <span class="num muted">{detail ?? (percent === null ? '' : `${percent}%`)}</span>
      </div>
      <div
        class="progress-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={detail}
      >
        <div
          class={percent === null ? 'progress-fill progress-unknown' : 'progress-fill'}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
