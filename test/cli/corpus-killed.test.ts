import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { openStore, type Store } from '../../src/corpus/index.ts'
import { openFolder, toLines, writeArticles } from '../corpus/articles.ts'
import { hearsay, root } from './command.ts'

const folder = openFolder()
const count = 24
const input = folder.write('articles.jsonl', toLines(writeArticles(count)))
const all = { limit: 1000, offset: 0 }

/** Runs hearsay add and kills it after some milliseconds; gives the lines that it had printed whole. */
const addAndKill = (corpus: string, milliseconds: number): Promise<{ readonly lines: readonly string[]; readonly wasKilled: boolean }> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'add', '--json', '--workers', '1', '--corpus', corpus, input], { cwd: root })
    let stdout = ''
    child.stdout.on('data', chunk => {
      stdout += chunk
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      resolve({ lines: stdout.split('\n').slice(0, -1), wasKilled: signal === 'SIGKILL' })
    })
  })

const answer = async (store: Store): Promise<unknown> => {
  const entries = await store.listEntries({}, all)
  return {
    entries,
    publications: await store.readPublications(entries.map(({ publication }) => publication)),
    pairs: await store.listReuse(null, all),
  }
}

const answerAll = async (corpus: string): Promise<unknown> => {
  const store = await openStore(corpus, 'read')
  return answer(store).finally(() => store.close())
}

// Each corpus is killed at four points, spread at random over what an undisturbed run takes, then finished: twenty points in all.
test('killed at any moment, nothing acknowledged is lost and the next run ends with the same answers', { timeout: 240_000 }, async () => {
  const undisturbed = folder.path('undisturbed.hearsay')
  const began = performance.now()
  expect(await hearsay(['add', '--workers', '1', '--corpus', undisturbed, input])).toMatchObject({ status: 0 })
  const whole = performance.now() - began
  const expected = await answerAll(undisturbed)
  expect(expected).toMatchObject({ entries: { length: count }, publications: { length: count }, pairs: { length: expect.any(Number) } })
  for (let corpus = 1; corpus <= 5; corpus++) {
    const path = folder.path(`killed-${corpus}.hearsay`)
    const acknowledged = new Set<string>()
    const points: number[] = []
    for (let part = 0; part < 4; part++) {
      const point = whole * (0.25 + Math.random() * 0.75)
      points.push(point)
      const { lines } = await addAndKill(path, point)
      for (const line of lines) acknowledged.add((JSON.parse(line) as { publication: string }).publication)
    }
    const told = `killed after ${points.map(Math.round).join(', ')} ms`
    const before = acknowledged.size === 0 ? [] : ((await answerAll(path)) as { entries: { publication: string }[] }).entries
    const kept = new Set(before.map(({ publication }) => publication))
    expect(
      [...acknowledged].filter(id => !kept.has(id)),
      told,
    ).toEqual([])
    const { status, stderr } = await hearsay(['add', '--workers', '1', '--corpus', path, input])
    expect([status, stderr], told).toEqual([0, expect.stringContaining(`the corpus holds ${count} publications`)])
    expect(await answerAll(path), told).toEqual(expected)
  }
})

test('two processes that add to one corpus at once end with what one would', { timeout: 60_000 }, async () => {
  const path = folder.path('shared.hearsay')
  const articles = writeArticles(count)
  const halves = [articles.slice(0, count / 2), articles.slice(count / 2)].map((half, index) =>
    folder.write(`half-${index}.jsonl`, toLines(half)),
  )
  const outcomes = await Promise.all(halves.map(half => hearsay(['add', '--corpus', path, half])))
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0])
  const store = await openStore(path, 'read')
  const undisturbed = await openStore(folder.path('undisturbed.hearsay'), 'read')
  const [one, other] = [await store.countAll(), await undisturbed.countAll()]
  const pairsOf = async (from: Store): Promise<string[]> =>
    (await from.listReuse(null, all)).map(({ a, b, containment, sharing }) => `${[a.key, b.key].sort()} ${containment} ${sharing}`).sort()
  expect(one).toEqual(other)
  expect(await pairsOf(store)).toEqual(await pairsOf(undisturbed))
  await Promise.all([store.close(), undisturbed.close()])
})

test('Ctrl-C ends a run with what is stored kept, and the next run finishes it', { timeout: 60_000 }, async () => {
  const path = folder.path('interrupted.hearsay')
  const child = spawn(process.execPath, ['src/cli/main.ts', 'add', '--json', '--corpus', path, input], { cwd: root })
  let stderr = ''
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  child.stdout.once('data', () => child.kill('SIGINT'))
  const status = await new Promise(resolve => child.on('close', resolve))
  expect([status, stderr]).toEqual([130, expect.stringContaining('stopping')])
  const store = await openStore(path, 'write')
  expect((await store.listEntries({}, all)).length).toBe(count)
  expect(await store.listOwners()).toEqual([])
  await store.close()
  expect(await hearsay(['add', '--corpus', path, input])).toMatchObject({ status: 0 })
  expect(await answerAll(path)).toEqual(await answerAll(folder.path('undisturbed.hearsay')))
})
