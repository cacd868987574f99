/** The few marks the interface uses, drawn as strokes in the text colour. Always beside a word or a label, never alone in meaning. */
const PATHS = {
  check: 'M4 10.5l4 4 8-9',
  info: 'M10 9v5M10 6v.5M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z',
  warn: 'M10 7.5v4M10 14v.5M10 2.8L18 16.5H2z',
  error: 'M7 7l6 6M13 7l-6 6M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 7.5l5 5 5-5',
  right: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  up: 'M5 12.5l5-5 5 5',
  search: 'M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  sun: 'M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16',
  moon: 'M16.5 12A7 7 0 018 3.5a7 7 0 108.5 8.5z',
  user: 'M10 3a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM3.5 17c.8-3 3.4-4.5 6.5-4.5s5.700 1.5 6.500 4.500',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.500 16.500h13',
  upload: 'M10 13V4M6 7.500l4-4 4 4M3.500 16.500h13',
  plus: 'M10 4v12M4 10h12',
  external: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  home: 'M3 9.500L10 3.500l7 6V17h-5v-5H8v5H3z',
  chart: 'M3.500 3v13.500H17M7 13.500V9.500M10.500 13.500V6M14 13.500v-3',
  grid: 'M3.500 3.500h13v13h-13zM3.500 8h13M3.500 12h13M8 3.500v13',
  tree: 'M8 3.500h4v3.500H8zM3.500 13h4v3.500h-4zM12.500 13h4v3.500h-4zM10 7v3M5.500 13v-3h9v3',
  scale: 'M10 3v14M6 17h8M4 5.500h12M4 5.500L2 11h4zM16 5.500L14 11h4z',
  gear: 'M10 7a3 3 0 100 6 3 3 0 000-6zM10 2v2.500M10 15.500V18M2 10h2.500M15.500 10H18M4.300 4.300l1.800 1.800M13.900 13.900l1.800 1.800M15.700 4.300l-1.800 1.800M6.100 13.900l-1.800 1.800',
  compare: 'M3.500 6h9M3.500 10h13M3.500 14h6',
  book: 'M3.500 4h5.500l1 1 1-1h5.500v12H11l-1 1-1-1H3.500zM10 5v12',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  list: 'M7 5.500h10M7 10h10M7 14.500h10M3.500 5.500h.5M3.500 10h.5M3.500 14.500h.5',
  clock: 'M10 2.500a7.500 7.500 0 100 15 7.500 7.500 0 000-15zM10 6v4l2.500 2',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 016 0V9',
  dot: 'M10 8a2 2 0 100 4 2 2 0 000-4z',
} as const

export type IconName = keyof typeof PATHS

export interface IconProps {
  readonly name: IconName
  readonly size?: number
}

export function Icon({ name, size = 18 }: IconProps) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
