/** The key with which an owner's heads are signed. The first is made when it is first needed; a new one takes its place on request. */
import { commitBookkeeping, commitHub, ConflictError } from '../../../db/commit.ts'
import { insertSigningKey, keyInUse, publicKeysOf, retireSigningKey } from '../../../db/hub/queries/signingKeys.ts'
import { appendToHub, PLATFORM } from '../../../db/log/append.ts'
import { AppError } from '../../http/errors.ts'
import { newId } from '../../lib/id.ts'
import { makeKey, openKey } from '../../log/sealedKey.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../say.ts'
import type { HubDb } from '../../../db/client.ts'
import type { ServiceContext } from '../../http/context.ts'
import type { PublicKey } from '../../log/head.ts'

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

export interface Signer {
  readonly keyId: string
  readonly privateKey: CryptoKey
}

/** Undefined without a secret, and with one that does not open the key: another secret is a mistake until somebody asks for a new key. */
export async function signerOf({ hub, now, secret }: SigningContext, owner: string): Promise<Signer | undefined> {
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

/** A new key in use, and the old one retired with its private half erased. Heads it signed stay valid. */
export async function rotateSigningKey(ctx: ServiceContext, owner: string): Promise<PublicKey> {
  const secret = ctx.config.signingSecret
  if (secret === null)
    throw new AppError(
      'conflict',
      sayIn(ctx.locale)(
        '此服务没有设置签名密钥（SIGNING_SECRET），请联系平台运营者',
        'This server has no signing secret (SIGNING_SECRET); ask the platform’s operator',
      ),
    )
  const made = await makeKey(owner, secret)
  const createdAt = ctx.now()
  const old = await keyInUse(ctx.hub, owner)
  await commitHub(
    ctx.hub,
    organisationOf(owner),
    [retireSigningKey(owner, createdAt), ...insertSigningKey(owner, made, createdAt)],
    auditRow(ctx, 'signing-key.rotate', made.keyId, { retired: old?.keyId ?? null }),
  )
  return { keyId: made.keyId, owner, publicKey: made.publicKey, createdAt, retiredAt: null }
}

export async function requireSigningKey(ctx: ServiceContext, owner: string, keyId: string): Promise<PublicKey> {
  const key = (await publicKeysOf(ctx.hub, owner)).find((k) => k.keyId === keyId)
  if (key === undefined) throw new AppError('not-found')
  return key
}

const organisationOf = (owner: string): string | null => (owner === PLATFORM ? null : owner)
