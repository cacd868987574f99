/** Builds web/ into dist/: hashed files under /assets/* (cached for ever), index.html and _headers beside them.
 * The target is old on purpose: office machines run Chromium 87-class browsers. */
import { defineConfig } from 'vite'
import { webPreload } from './scripts/web-preload.ts'
import { webVerifier } from './scripts/web-verifier.ts'

export default defineConfig({
  root: 'web',
  publicDir: 'public',
  clearScreen: false,
  plugins: [webPreload(), webVerifier()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    assetsInlineLimit: 0,
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8787' } },
})
