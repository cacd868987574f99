/** The key with which an owner's heads are signed. The first is made when it is first needed; worker/acts/signingKey puts a new one in its place. */
import { commitBookkeeping, ConflictError } from '../../../db/commit.ts'
import { insertSigningKey, keyInUse, publicKeysOf } from '../../../db/hub/queries/signingKeys.ts'
import { appendToHub, PLATFORM } from '../../../db/log/append.ts'
import { AppError } from '../../contract/problems.ts'
import { newId } from '../../lib/id.ts'
import { makeKey, openKey } from '../../log/sealedKey.ts'
import type { HubDb } from '../../../db/client.ts'
import type { ServiceContext } from '../../context.ts'
import type { PublicKey } from '../../log/head.ts'
import type { SigningHalf } from '../../log/signature.ts'

export interface SigningContext {
  readonly hub: HubDb
  readonly now: () => number
  /** Null: nothing is signed, everything else works. */
  readonly secret: string | null
}

export const signingContext = ({
  hub,
  now,
  config,
}: Pick<ServiceContext, 'hub' | 'now' | 'config'>): SigningContext => ({
  hub,
  now,
  secret: config.signingSecret,
})

/** Undefined without a secret, and with one that does not open the key: another secret is a mistake until somebody asks for a new key. */
export async function signerOf({ hub, now, secret }: SigningContext, owner: string): Promise<SigningHalf | undefined> {
  if (secret === null) return undefined
  let key = await keyInUse(hub, owner)
  if (key === undefined) {
    const made = await makeKey(owner, secret)
    const createdAt = now()
    try {
      await commitBookkeeping(hub, [
        ...insertSigningKey(owner, made, createdAt),
        appendToHub(organisationOf(owner), {
          id: newId('aud', createdAt),
          actor: 'system:seal',
          action: 'signing-key.create',
          target: made.keyId,
          detail: {},
          requestId: '',
          createdAt,
        }),
      ])
      key = made
    } catch (error) {
      // Made by somebody else in this very moment.
      if (!(error instanceof ConflictError)) throw error
      key = await keyInUse(hub, owner)
    }
  }
  const privateKey = key === undefined ? undefined : await openKey(owner, key, secret)
  return key === undefined || privateKey === undefined ? undefined : { keyId: key.keyId, privateKey }
}

export async function requireSigningKey(ctx: ServiceContext, owner: string, keyId: string): Promise<PublicKey> {
  const key = (await publicKeysOf(ctx.hub, owner)).find((k) => k.keyId === keyId)
  if (key === undefined) throw new AppError('not-found')
  return key
}

const organisationOf = (owner: string): string | null => (owner === PLATFORM ? null : owner)
