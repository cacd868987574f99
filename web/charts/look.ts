/** Colours, type and motion for canvases, read from the page's CSS tokens so that charts follow light and dark.
 * The print look is fixed: ink on white, whatever the screen shows. */

export interface Look {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly paper: string
  readonly accent: string
  readonly good: string
  readonly bad: string
  readonly warn: string
  /** Okabe–Ito, in the order of the design. */
  readonly categories: readonly string[]
  readonly font: string
  readonly animate: boolean
  readonly dark: boolean
}

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif'

export const PRINT_LOOK: Look = {
  ink: '#16211f',
  muted: '#55635f',
  line: '#dfe5e2',
  paper: '#ffffff',
  accent: '#0b6e63',
  good: '#2f7d32',
  bad: '#b3261e',
  warn: '#9a6700',
  categories: ['#0072B2', '#E69F00', '#009E73', '#D55E00', '#CC79A7', '#56B4E9'],
  font: FONT,
  animate: false,
  dark: false,
}

/** Reads the tokens that apply to an element; a token that is absent falls back to the print look. */
export function readLook(element: Element): Look {
  const style = getComputedStyle(element)
  const token = (name: string, otherwise: string) => longHex(style.getPropertyValue(name).trim() || otherwise)
  // Figures lie on the page's ground, not on a card: halos and gaps take its colour.
  const paper = token('--ground', PRINT_LOOK.paper)
  return {
    ink: token('--ink', PRINT_LOOK.ink),
    muted: token('--muted', PRINT_LOOK.muted),
    line: token('--line', PRINT_LOOK.line),
    paper,
    accent: token('--accent', PRINT_LOOK.accent),
    good: token('--good', PRINT_LOOK.good),
    bad: token('--bad', PRINT_LOOK.bad),
    warn: token('--warn', PRINT_LOOK.warn),
    categories: PRINT_LOOK.categories.map((colour, i) => token(`--cat-${i + 1}`, colour)),
    font: style.fontFamily || FONT,
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    dark: luminance(paper) < 0.4,
  }
}

/** #abc as #aabbcc: a minifier shortens tokens where it can. */
export function longHex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour)
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : colour
}

/** Relative lightness of #rrggbb in [0, 1]; anything else counts as light. */
export function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1]
  if (!hex) return 1
  const channel = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

/** A solid mix of two #rrggbb colours: marks must not show the grid through them. */
export function blend(over: string, under: string, share: number): string {
  const hex = /^#[0-9a-f]{6}$/i
  if (!hex.test(over) || !hex.test(under)) return over
  const mixed = [1, 3, 5].map((from) =>
    Math.round(channelOf(over, from) * share + channelOf(under, from) * (1 - share)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channelOf(colour: string, from: number): number {
  return Number.parseInt(colour.slice(from, from + 2), 16)
}

/** #rrggbb with an alpha; other colours are answered as they are. */
export function fade(colour: string, alpha: number): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return colour
  return `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`
}
