import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'
import { createLexiconData } from './lexicon-data.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Writes the service worker that keeps the paste page, with the names of all that has to be kept. */
const keepPastePage: Plugin = {
  name: 'keep-paste-page',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const others = /\/(?:Corpus|Story)Page-|\/layout\.worker-|\/tell-/
      const files = [...Object.keys(bundle).filter(name => name.startsWith('assets/') && !others.test(name)), 'icon.svg'].map(
        name => `/${name}`,
      )
      const path = here('src/offline/offline.worker.ts')
      const source = readFileSync(path, 'utf8')
      const version = createHash('sha256').update(source).update(files.join()).digest('hex').slice(0, 12)
      const { code } = await transformWithOxc(source, path)
      this.emitFile({
        type: 'asset',
        fileName: 'offline.js',
        source: `const files = ${JSON.stringify(files.sort())}\nconst version = ${JSON.stringify(version)}\n${code}`,
      })
    },
  },
}

const lexicon = createLexiconData(here('../src/'), here('src/paste/lexicon.ts'), id => !/\/read\/(?:html|pdf)/.test(id))

/** What every text is read and traced with: in one file, which packs better than many. Pages and PDF have readers of their own, fetched when they are needed. */
const isCore = (id: string): boolean =>
  id.includes('/@noble/hashes/') ||
  (id.startsWith(here('../src/')) && !/\/read\/(?:html|pdf|json-ld|feed|index\.|kind\.|decode\.)/.test(id))

/** The worker itself needs errors, and must listen before the core with its word lists is there. */
const groups = [
  { name: 'error', test: here('../src/model/error.ts'), priority: 2 },
  { name: 'core', test: isCore, priority: 1 },
]

export default defineConfig({
  root: here('.'),
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true, discloseVersion: false } }), keepPastePage],
  worker: {
    format: 'es',
    plugins: () => [lexicon()],
    rolldownOptions: { output: { comments: false, codeSplitting: { groups } } },
  },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4729', '/model': 'http://127.0.0.1:4729' } },
})
