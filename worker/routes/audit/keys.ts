/** Keys that sign publications and the heads of audit logs: the public ones for anybody, and a new one on request of whose logs they are. */
import { Hono } from 'hono'
import { listPublicKeys } from '../../../db/hub/queries/signingKeys.ts'
import { PLATFORM } from '../../../db/log/append.ts'
import { SigningKey, SigningKeys } from '../../contract/auditLog.ts'
import { inOrganisation, withPermission } from '../../http/middleware/organisation.ts'
import { once } from '../../http/once.ts'
import { perform } from '../../acts/perform.ts'
import { rotatePlatformSigningKey } from '../../acts/signingKey/rotatePlatformSigningKey.ts'
import { rotateSigningKey } from '../../acts/signingKey/rotateSigningKey.ts'
import { requireSigningKey } from '../../services/log/signer.ts'
import { describe } from '../describe.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const ROTATED =
  'The old key is retired and its private half erased; heads that it signed stay valid. Do it when somebody who should not may have had the key, or when the server’s secret was changed.'

export const wellKnown = new Hono<AppEnv>().get(
  '/junheng-keys.json',
  describe({
    tag: 'Public',
    id: 'listSigningKeys',
    summary: 'Public keys that sign publications and audit logs, retired ones too',
    ok: SigningKeys,
    public: true,
  }),
  async (c) =>
    c.json(
      {
        format: 'junheng/keys@1' as const,
        algorithm: 'Ed25519' as const,
        keys: await listPublicKeys(c.get('service').hub),
      },
      200,
      { 'cache-control': 'public, max-age=300' },
    ),
)

export const signingKeys = new Hono<AppEnv>()
  .post(
    '/organisations/:org/signing-keys',
    describe({
      tag: 'Keys',
      id: 'rotateSigningKey',
      summary: 'A new key for the heads of the organisation’s logs',
      description: ROTATED,
      ok: SigningKey,
      status: 201,
    }),
    inOrganisation('org', 'key:manage'),
    async (c) =>
      c.json(
        await once(
          c,
          c.get('room'),
          (ctx) => perform(rotateSigningKey, ctx, undefined),
          (done) => requireSigningKey(c.get('room'), c.get('room').organisation.id, done.target),
        ),
        201,
      ),
  )
  .post(
    '/operator/signing-keys',
    describe({
      tag: 'Operator',
      id: 'rotatePlatformSigningKey',
      summary: 'A new key for the heads of the platform’s own log',
      description: ROTATED,
      ok: SigningKey,
      status: 201,
    }),
    withPermission('operator:manage'),
    async (c) =>
      c.json(
        await once(
          c,
          c.get('service'),
          (ctx) => perform(rotatePlatformSigningKey, ctx, undefined),
          (done) => requireSigningKey(c.get('service'), PLATFORM, done.target),
        ),
        201,
      ),
  )
