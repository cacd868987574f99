import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '../../../worker/log/base64url.ts'
import { headStatement, signHead, verifyHead } from '../../../worker/log/head.ts'
import { keyIdOf } from '../../../worker/log/signature.ts'
import { EMPTY_ROOT } from '../../../worker/log/merkle.ts'
import { makeKey, openKey } from '../../../worker/log/sealedKey.ts'

const SECRET = 'a secret of this test, long enough'
const head = { size: 3, root: EMPTY_ROOT.replace('e3', '00'), at: 1763971200000 }
const hex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16))

describe('a signing key', () => {
  it('opens with its secret, for its owner and its id alone, and signs what its public half verifies', async () => {
    const made = await makeKey('org_1', SECRET)
    expect(fromBase64url(made.publicKey)).toHaveLength(32)
    expect(made.keyId).toBe(await keyIdOf(fromBase64url(made.publicKey)))
    const key = await openKey('org_1', made, SECRET)
    if (key === undefined) throw new Error('the key does not open')
    const signed = await signHead('city/org_1', head, { keyId: made.keyId, privateKey: key })
    expect(fromBase64url(signed.signature)).toHaveLength(64)
    expect(await verifyHead('city/org_1', signed, made.publicKey)).toBe(true)

    expect(await openKey('org_1', made, `${SECRET}.`)).toBeUndefined()
    expect(await openKey('org_2', made, SECRET)).toBeUndefined()
    const other = await makeKey('org_1', SECRET)
    expect(await openKey('org_1', { ...made, keyId: other.keyId }, SECRET)).toBeUndefined()
    expect(await openKey('org_1', { ...made, sealedPrivateKey: 'A'.repeat(60) }, SECRET)).toBeUndefined()

    for (const changed of [
      { ...signed, size: 4 },
      { ...signed, root: EMPTY_ROOT },
      { ...signed, at: head.at + 1 },
      { ...signed, keyId: other.keyId },
      { ...signed, signature: 'no signature!' },
    ])
      expect(await verifyHead('city/org_1', changed, made.publicKey)).toBe(false)
    expect(await verifyHead('hub/org_1', signed, made.publicKey)).toBe(false)
    expect(await verifyHead('city/org_1', { ...signed, keyId: other.keyId }, other.publicKey)).toBe(false)
  })

  it('signs as RFC 8032 says: a known key gives the known signature', async () => {
    // RFC 8032 §7.1, test 1, its seed inside the fixed PKCS #8 frame of RFC 8410.
    const pkcs8 = hex(
      '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    )
    const raw = hex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign'])
    const signature = toBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(0))))
    expect(signature).toBe(
      toBase64url(
        hex(
          'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
        ),
      ),
    )
    const signed = await signHead('city/org_1', head, { keyId: await keyIdOf(raw), privateKey: key })
    expect(await verifyHead('city/org_1', signed, toBase64url(raw))).toBe(true)
  })

  it('signs a statement of one shape', () => {
    expect(headStatement('city/org_1', head)).toBe(
      `{"at":1763971200000,"format":"junheng/audit-head@1","log":"city/org_1","root":"${head.root}","size":3}`,
    )
  })
})
