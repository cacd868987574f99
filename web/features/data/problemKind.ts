/** Problem codes of the wire gathered into kinds that people filter by. */
const KINDS = {
  'wrong-encoding': 'kindEncoding',
  'nul-character': 'kindEncoding',
  'empty-file': 'kindShape',
  'no-rows': 'kindShape',
  'no-values': 'kindShape',
  'unclosed-quote': 'kindShape',
  'bad-quote': 'kindShape',
  'ragged-row': 'kindShape',
  'too-many-rows': 'kindLimit',
  'too-many-values': 'kindLimit',
  'too-many-periods': 'kindLimit',
  'unknown-layout': 'kindHeader',
  'missing-column': 'kindHeader',
  'duplicate-column': 'kindHeader',
  'unnamed-column': 'kindHeader',
  'unknown-area': 'kindArea',
  'ambiguous-area': 'kindArea',
  'blank-area': 'kindArea',
  'no-areas': 'kindArea',
  'unknown-indicator': 'kindIndicator',
  'ambiguous-indicator': 'kindIndicator',
  'blank-indicator': 'kindIndicator',
  'no-indicators': 'kindIndicator',
  'bad-period': 'kindPeriod',
  'blank-period': 'kindPeriod',
  'not-a-number': 'kindNumber',
  'too-large-a-number': 'kindNumber',
  'percent-not-allowed': 'kindUnit',
  'magnitude-not-allowed': 'kindUnit',
  'unit-mismatch': 'kindUnit',
  'duplicate-key': 'kindDuplicate',
  'outside-range': 'kindRange',
  'large-change': 'kindChange',
  'ignored-column': 'kindIgnored',
  'area-with-children': 'kindParent',
} as const

export type ProblemKind = (typeof KINDS)[keyof typeof KINDS]
const BY_CODE = new Map<string, ProblemKind>(Object.entries(KINDS))

export const problemKind = (code: string): ProblemKind => BY_CODE.get(code) ?? 'kindShape'
