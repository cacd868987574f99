/** The portable scenarios as one script, minified as the site is, for runtimes that read no TypeScript: `portable.portableDigests()`. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export async function portableBundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('scenarios.ts', import.meta.url)),
        name: 'portable',
        formats: ['iife'],
      },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined
  if (chunk === undefined) throw new Error('vite built no bundle of test/portable/scenarios.ts')
  return chunk.code
}
