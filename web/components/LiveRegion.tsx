/** Says a change to screen readers without moving focus. Keep it mounted and change the message. */
export interface LiveRegionProps {
  readonly message: string
  /** Interrupts: only for what must be heard at once. */
  readonly urgent?: boolean
}

export function LiveRegion({ message, urgent }: LiveRegionProps) {
  return (
    <span
      class="visually-hidden"
      role={urgent === true ? 'alert' : 'status'}
      aria-live={urgent === true ? 'assertive' : 'polite'}
      aria-atomic="true"
    >
      {message}
    </span>
  )
}
