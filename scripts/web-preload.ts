/** A Vite plugin: writes into index.html which files each page needs, by the pattern of its address. boot.js, which runs before anything
 * else, asks for those of the page one is on, so that its code comes beside the frame's and not after it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ROUTES = fileURLToPath(new URL('../web/router/routes.ts', import.meta.url).href)

/** `route('/c/:city', () => import('../pages/city/Dashboard.tsx'))` */
const ROUTE = /route\(\s*'([^']+)',\s*\(\) => import\('\.\.\/(pages\/[^']+)'\)/g

export function webPreload(): Plugin {
  return {
    name: 'junheng-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk }) {
        if (bundle === undefined) return html
        const pages: Record<string, readonly string[]> = {}
        const known = new Set(chunk === undefined ? [] : needs(bundle, chunk.fileName))
        for (const [, pattern = '', file = ''] of readFileSync(ROUTES, 'utf8').matchAll(ROUTE)) {
          const page = Object.values(bundle).find(
            (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(`/web/${file}`) === true,
          )
          if (page === undefined) throw new Error(`the build holds no chunk for ${file}`)
          pages[pattern] = needs(bundle, page.fileName).filter((name) => !known.has(name))
        }
        const table = `<script type="application/json" id="pages">${JSON.stringify(pages)}</script>`
        return html.replace('<script src="/boot.js">', `${table}\n    <script src="/boot.js">`)
      },
    },
  }
}

type Bundle = Record<string, { readonly type: string; readonly imports?: readonly string[] }>

/** A chunk and everything it imports statically, each once. */
function needs(bundle: Bundle, fileName: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(fileName)) return []
  seen.add(fileName)
  for (const name of bundle[fileName]?.imports ?? []) needs(bundle, name, seen)
  return [...seen]
}
