import { expect, it } from 'vitest'
import kept from '../golden/data/portable.json' with { type: 'json' }
import { portableDigests } from '../portable/scenarios.ts'

it('workerd reaches the kept digests of every portable scenario', async () => {
  expect(navigator.userAgent).toBe('Cloudflare-Workers')
  expect(await portableDigests()).toEqual(kept)
})
