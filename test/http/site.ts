import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingest, openStore } from '../../src/corpus/index.ts'
import { type RunningServer, type ServeOptions, startServer } from '../../src/http/index.ts'
import { expandInputs } from '../../src/input/index.ts'

/** Nine invented articles about one event: a wire report, copies, citations, a denial, an independent memo. */
export const storyFile = fileURLToPath(new URL('../web/story.jsonl', import.meta.url))
export const storyRecords: readonly { id: string; title: string; publisher: string; text: string }[] = readFileSync(storyFile, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'hearsay-'))
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Makes a corpus of the invented story. */
export const makeCorpus = async (folder: string, inputs: readonly string[] = [storyFile]): Promise<string> => {
  const path = join(folder, 'corpus.db')
  const store = await openStore(path, 'create')
  await ingest(store, expandInputs(inputs), { workers: 1, signal: new AbortController().signal })
  await store.close()
  return path
}

/** Pages that show nothing, for tests that ask the interface alone. */
export const makeBarePages = (folder: string): string => {
  const pages = join(folder, 'web')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Hearsay</title>')
  return pages
}

/** Serves on any free port of this machine; what the server reports is collected. */
export const serveAt = async (
  options: Partial<ServeOptions> & { readonly pages: string },
): Promise<RunningServer & { readonly reports: string[] }> => {
  const reports: string[] = []
  const report = (message: string): void => {
    reports.push(message)
  }
  return { ...(await startServer({ host: '127.0.0.1', port: 0, token: null, corpus: null, report, ...options })), reports }
}
