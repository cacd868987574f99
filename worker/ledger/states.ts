/** Kinds and states of change sets, and which act moves a set from where to where: the guard in SQL is made from this list. The region's lookup
 * tables change_set_kinds and change_set_states hold the same names. */
export const CHANGE_SET_KINDS = ['entry', 'import', 'api', 'revert', 'merge', 'backfill'] as const
export type ChangeSetKind = (typeof CHANGE_SET_KINDS)[number]

export const CHANGE_SET_STATES = ['draft', 'submitted', 'returned', 'approved', 'withdrawn'] as const
export type ChangeSetState = (typeof CHANGE_SET_STATES)[number]

export interface ChangeSetMove {
  readonly from: readonly ChangeSetState[]
  readonly to: ChangeSetState
}

/** act → from × to. `apply` is the one step of a city without a reviewer. A state that no act leads out of is final. */
export const CHANGE_SET_MOVES = {
  apply: { from: ['draft'], to: 'approved' },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn' },
} as const satisfies Readonly<Record<string, ChangeSetMove>>
