import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

// Adds the documents of each small story to a corpus of its own, and writes what reuse and claims print, for a scorer to read:
// OUT/001.docs.jsonl, OUT/001.reuse.jsonl, OUT/001.claims.jsonl …

const { values } = parseArgs({ options: { stories: { type: 'string' }, out: { type: 'string' } } })
if (values.stories === undefined || values.out === undefined) {
  console.error('usage: node bench/stories.ts --stories FILE.jsonl --out FOLDER; a story a line, its articles in "documents"')
  process.exit(2)
}
mkdirSync(values.out, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'hearsay-stories-'))

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

/** What a command prints on standard output. */
const capture = (words: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error(`hearsay ${words.join(' ')} ended with status ${status}: ${stderr}`)
  return stdout
}

const stories = readFileSync(values.stories, 'utf8').split('\n').filter(Boolean)
for (const [index, line] of stories.entries()) {
  const { story, documents } = JSON.parse(line) as { story: string; documents: readonly { id: string }[] }
  const name = String(index + 1).padStart(3, '0')
  const [corpus, articles] = [join(folder, `${name}.hearsay`), join(folder, `${name}.jsonl`)]
  writeFileSync(articles, documents.map(document => `${JSON.stringify(document)}\n`).join(''))
  capture(['add', '--corpus', corpus, articles])
  const entries = capture(['list', '--corpus', corpus, '--json']).split('\n').filter(Boolean)
  const docs = entries.map(entry => {
    const { publication, key } = JSON.parse(entry) as { publication: string; key: string }
    return `${JSON.stringify({ id: publication, key })}\n`
  })
  writeFileSync(join(values.out, `${name}.docs.jsonl`), docs.join(''))
  for (const question of ['reuse', 'claims'])
    writeFileSync(join(values.out, `${name}.${question}.jsonl`), capture([question, '--corpus', corpus, '--json']))
  console.error(`${name} ${story}`)
}
rmSync(folder, { recursive: true, force: true })
