/** A Vite plugin: builds the verifier (scripts/verify/bundle.ts with all it needs) into one file beside the web's pages, /verify.mjs, which plain
 * Node 20 runs alone: a stranger needs neither this project nor its packages. */
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const ENTRY = fileURLToPath(new URL('verify/bundle.ts', import.meta.url).href)
const HEADER =
  '// Usage: node verify.mjs <bundle.json | proof.json | - | https://…/results/pub_…>  (Node 20 or newer)\n'

export function webVerifier(): Plugin {
  return {
    name: 'junheng-verifier',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'verify.mjs', source: await buildVerifier() })
    },
  }
}

export async function buildVerifier(): Promise<string> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url).href),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: ENTRY,
      write: false,
      minify: true,
      target: 'node20',
      rolldownOptions: {
        checks: { pluginTimings: false },
        external: [/^node:/],
        output: { entryFileNames: 'verify.mjs', codeSplitting: false },
      },
    },
  })
  const [output] = [built].flat()
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('the verifier did not build into one file')
  return HEADER + chunk.code
}
