/** The engine in the browser computes what the server publishes, to the last bit. */
import kept from '../golden/data/portable.json' with { type: 'json' }
import { portableBundle } from '../portable/bundle.ts'
import { expect, look } from './visit.ts'

look('Chromium reaches the kept digests of every portable scenario', async ({ page }) => {
  const script = await portableBundle()
  // Hashing needs a secure context, which an empty page is not.
  await page.goto('/api/v1/health')
  expect(await page.evaluate(`(async () => { ${script}; return portable.portableDigests() })()`)).toEqual(kept)
})
