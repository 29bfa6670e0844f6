import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hearsay-demo-'))
const corpus = join(folder, 'ferry.hearsay')

/** Runs the command from source; what it prints goes through where it is not asked for. */
const hearsay = (words: readonly string[], output: 'inherit' | 'pipe'): string =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', output, 'inherit'],
  })

const show = (...words: string[]): void => {
  process.stdout.write(`\n$ hearsay ${words.map(word => (word === corpus ? 'ferry.hearsay' : word)).join(' ')}\n\n`)
  hearsay(words, 'inherit')
}

try {
  show('trace', 'examples/ferry.txt')
  show('add', '--corpus', corpus, 'examples/story.jsonl')
  show('story', '--corpus', corpus, 'ferry')
  const [first] = hearsay(['claims', '--corpus', corpus, '--json'], 'pipe').split('\n')
  const { text, members, outlets, origins } = JSON.parse(first)
  const range = origins.least === origins.most ? `${origins.least}` : `${origins.least} to ${origins.most}`
  process.stdout.write(`\n“${text}”:\n${members.length} articles in ${outlets.length} outlets, ${range} independent origins\n`)
} finally {
  rmSync(folder, { recursive: true })
}
