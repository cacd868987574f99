/** Who is signed in. One signal for the whole page; null until the server has answered once. */
import { computed, signal } from '@preact/signals'
import type { Session } from '../../worker/contract/session.ts'
import type { Permission } from '../../worker/contract/names.ts'
import { ROLE_PERMISSIONS } from '../../worker/authority/roles.ts'
import { readStored, writeStored } from '../router/stored.ts'
import { api } from './client.ts'
import { ApiError } from './problem.ts'
import { forgetAll } from './useResource.ts'

export const session = signal<Session | null>(null)
export const sessionError = signal<ApiError | null>(null)

const DEMO = 'jh.demo'

/** What this server said last time, so that a page need not move when it says it again. */
const remembered = readStored(DEMO)

/** The server was seeded with demonstration data. */
export const isDemoServer = computed(() => (session.value === null ? remembered === '1' : session.value.demo !== null))

/** Whether the frame's height is known: from the answer, from an earlier visit, or because there will be no answer. */
export const isFrameKnown = computed(() => remembered !== null || session.value !== null || sessionError.value !== null)

export async function loadSession(): Promise<void> {
  try {
    session.value = await api.get('/api/v1/session')
    sessionError.value = null
    writeStored(DEMO, session.value.demo === null ? '0' : '1')
  } catch (cause) {
    sessionError.value = cause instanceof ApiError ? cause : new ApiError(0, {})
  }
}

export async function signIn(email: string, password: string): Promise<Session> {
  const next = await api.post('/api/v1/session', { email, password })
  forgetAll()
  session.value = next
  return next
}

export async function signOut(): Promise<void> {
  await api.delete('/api/v1/session')
  forgetAll()
  await loadSession()
}

export type Membership = Session['memberships'][number]

/** The membership behind an address: `/c/<slug or id>` and `/g/<slug or id>`. */
export function membershipOf(kind: Membership['organisation']['kind'], name: string): Membership | undefined {
  return session.value?.memberships.find(
    ({ organisation }) => organisation.kind === kind && (organisation.slug === name || organisation.id === name),
  )
}

/** What the person's own role allows; an assessor's reach into a city comes with that city's overview instead. */
export function allows(membership: Membership | undefined, permission: Permission): boolean {
  return membership !== undefined && ROLE_PERMISSIONS[membership.role].includes(permission)
}

/** The home of an organisation. */
export function homeOf(organisation: Membership['organisation']): string {
  if (organisation.kind === 'city') return `/c/${organisation.slug}`
  if (organisation.kind === 'group') return `/g/${organisation.slug}`
  return organisation.kind === 'assessor' ? '/a' : '/o'
}
