/** States of an evaluation and what moves it from one to the next, and why a release may leave: the guards in SQL, the buttons on the page and the
 * list in the documentation come from here. The region's tables evaluation_states and release_bases hold the same names. */
import type { Action, Permission } from '../contract/names.ts'

export const EVALUATION_STATES = ['draft', 'reviewed', 'approved', 'published', 'superseded', 'withdrawn'] as const
export type EvaluationState = (typeof EVALUATION_STATES)[number]

export const RELEASE_BASES = ['publication', 'consent', 'report'] as const
export type ReleaseBasis = (typeof RELEASE_BASES)[number]

export interface EvaluationMove {
  readonly from: readonly EvaluationState[]
  readonly to: EvaluationState
  readonly permission: Permission
  readonly action: Action
  /** Whether a reason has to be given. */
  readonly needsReason: boolean
}

/** act → from × to. An evaluation becomes `superseded` when its correction is public: no act of its own leads there. */
export const EVALUATION_MOVES = {
  review: {
    from: ['draft'],
    to: 'reviewed',
    permission: 'evaluation:review',
    action: 'evaluation.review',
    needsReason: false,
  },
  approve: {
    from: ['reviewed'],
    to: 'approved',
    permission: 'evaluation:review',
    action: 'evaluation.approve',
    needsReason: false,
  },
  return: {
    from: ['reviewed', 'approved'],
    to: 'draft',
    permission: 'evaluation:review',
    action: 'evaluation.return',
    needsReason: true,
  },
  publish: {
    from: ['draft', 'reviewed', 'approved'],
    to: 'published',
    permission: 'evaluation:publish',
    action: 'evaluation.publish',
    needsReason: false,
  },
  withdraw: {
    from: ['published', 'superseded'],
    to: 'withdrawn',
    permission: 'evaluation:publish',
    action: 'evaluation.withdraw',
    needsReason: true,
  },
} as const satisfies Readonly<Record<string, EvaluationMove>>
export type EvaluationAct = keyof typeof EVALUATION_MOVES

/** one-step: whoever may publish publishes a draft. four-eyes: reviewed and approved first, and by others than who ran it. */
export const REVIEW_POLICIES = ['one-step', 'four-eyes'] as const
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number]

/** Why the city's rule does not let this actor make this move; undefined where it does. `ranBy` and `actor` are labels of audit rows. */
export function againstPolicy(
  policy: ReviewPolicy,
  act: EvaluationAct,
  { state, ranBy, actor }: { readonly state: EvaluationState; readonly ranBy: string; readonly actor: string },
): 'own-work' | 'no-person' | 'not-approved' | undefined {
  if (policy === 'one-step') return undefined
  if (act === 'publish') return state === 'approved' ? undefined : 'not-approved'
  if (act !== 'review' && act !== 'approve') return undefined
  if (!actor.startsWith('user:')) return 'no-person'
  return actor === ranBy ? 'own-work' : undefined
}
