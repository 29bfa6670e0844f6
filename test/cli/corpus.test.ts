import { beforeAll, describe, expect, test } from 'vitest'
import type { TracedDocument } from '../../src/index.ts'
import type { Claim, SourceUse, Story } from '../../src/model/claim.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { Reuse } from '../../src/model/reuse.ts'
import { openFolder, toLines } from '../corpus/articles.ts'
import { hearsay, type Outcome, parseLines } from './command.ts'

const folder = openFolder()
const corpus = folder.path('ferry.hearsay')

const body = [
  'The night ferry to Vesper Quay will not sail before the end of May because its engines failed an inspection, port chief Mara Voss said on Monday.',
  '“Nobody boards that ship until I have seen every bolt of it with my own eyes,” Voss told reporters at the quay in Ellery.',
  'The line carried 41,000 passengers last year, most of them between March and September, and is the only way across after ten in the evening.',
]
const articles = [
  {
    id: 'wire',
    url: 'https://kestrelwire.example/ferry',
    publisher: 'Kestrel Wire',
    publishedAt: '2026-03-02T09:00:00Z',
    title: 'Night ferry laid up until end of May',
    text: [`ELLERY, March 2 (Kestrel Wire) - ${body[0]}`, ...body.slice(1)].join('\n\n'),
  },
  {
    id: 'copy',
    url: 'https://tarnmoorgazette.example/ferry',
    publisher: 'Tarnmoor Gazette',
    publishedAt: '2026-03-02T12:00:00Z',
    title: 'No night ferry before June',
    text: ['Bad news for late travellers.', ...body, '(Kestrel Wire)'].join('\n\n'),
  },
  {
    id: 'other',
    url: 'https://lakesidecourier.example/frost',
    publisher: 'Lakeside Courier',
    publishedAt: '2026-03-03T08:00:00Z',
    title: 'Frost keeps orchards waiting',
    text: 'Growers on the north shore said on Tuesday that the blossom is two weeks late. “We have seen worse,” Alma Stroud, who keeps forty trees, said.',
  },
]

const ask = (command: string, ...words: string[]): Promise<Outcome> =>
  hearsay([command, '--corpus', corpus, ...words], { env: { COLUMNS: '80' } })
const askLines = async <T>(command: string, ...words: string[]): Promise<T[]> =>
  parseLines<T>((await ask(command, '--json', ...words)).stdout)

beforeAll(async () => {
  const added = await ask('add', folder.write('articles.jsonl', toLines(articles)))
  expect([added.status, added.stdout]).toEqual([0, ''])
  expect(added.stderr).toContain('3 publications added; the corpus holds 3 publications, 1 pair that shares text')
}, 60_000)

describe('adding', { timeout: 60_000 }, () => {
  test('a register of one’s own tells whom a text credits', async () => {
    const credited = articles.slice(0, 2).map(article => ({
      ...article,
      publishedAt: null,
      text: article.text.replace(/\(Kestrel Wire\)/, article.id === 'wire' ? '(Ellery)' : '(Norvane)'),
    }))
    const input = folder.write('credited.jsonl', toLines(credited))
    const register = folder.write('names.json', JSON.stringify({ aliases: [['Kestrel Wire', 'Norvane']] }))
    const judge = async (name: string, ...words: string[]): Promise<readonly string[]> => {
      const path = folder.path(name)
      expect((await hearsay(['add', '--corpus', path, input, ...words])).status).toBe(0)
      const [pair] = parseLines<Reuse>((await hearsay(['reuse', '--corpus', path, '--json'])).stdout)
      return [pair.direction, ...pair.reasons.map(({ code }) => code)]
    }
    expect(await judge('plain.hearsay')).not.toContain('credits-other')
    expect((await judge('known.hearsay', '--register', register)).slice(0, 2)).toEqual(['b-from-a', 'credits-other'])
    const refused = await hearsay(['add', '--corpus', folder.path('none.hearsay'), input, '--register', folder.path('absent.json')])
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('absent.json')])
  })
  test('the same again changes nothing', async () => {
    const before = await ask('list', '--json')
    const { status, stderr } = await ask('add', folder.path('articles.jsonl'))
    expect([status, stderr]).toEqual([0, expect.stringContaining('0 publications added, 3 known already')])
    expect(await ask('list', '--json')).toEqual(before)
  })

  test('what cannot be read is told and kept, the rest goes on, status 1', async () => {
    const path = folder.path('partly.hearsay')
    const note = folder.write('note.txt', 'The quay is open again, harbour master Piet Lund said.\n')
    const { status, stdout } = await hearsay(['add', '--json', '--corpus', path, folder.path('gone.txt'), note])
    const [failure, stored] = parseLines<{ error?: { code: string }; state?: string }>(stdout)
    expect([status, failure.error?.code, stored.state]).toEqual([1, 'input-not-found', 'added'])
    const failed = await hearsay(['list', '--failed', '--json', '--corpus', path])
    expect(parseLines<{ input: string }>(failed.stdout).map(({ input }) => input)).toEqual([folder.path('gone.txt')])
  })

  test('a text that cannot be traced is told and kept, and the rest goes on', async () => {
    const path = folder.path('long.hearsay')
    const long = folder.write('long.txt', 'The quay is open again. '.repeat(90_000))
    const note = folder.write('short.txt', 'The quay is open again, harbour master Piet Lund said.\n')
    const { status, stderr } = await hearsay(['add', '--corpus', path, long, note])
    expect([status, stderr]).toEqual([1, expect.stringContaining('at most 2000000 are traced')])
    const { stdout } = await hearsay(['list', '--json', '--corpus', path])
    expect(parseLines<Entry>(stdout).map(({ state, error }) => [state, error?.code ?? null])).toEqual([
      ['failed', 'input-too-large'],
      ['traced', null],
    ])
  })
})

describe('looking', () => {
  test('list tells publications in the order of adding, page by page', async () => {
    const entries = await askLines<Entry>('list')
    expect(entries.map(({ key, state }) => [key, state])).toEqual([
      ['wire', 'traced'],
      ['copy', 'traced'],
      ['other', 'traced'],
    ])
    expect(await askLines<Entry>('list', '--limit', '1', '--offset', '1')).toEqual([entries[1]])
    const { stdout } = await ask('list')
    expect(stdout).toContain('2026-03-02  Tarnmoor Gazette  No night ferry before June')
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  })

  test('show prints the trace by id, by key, and by the beginning of an id', async () => {
    const [{ publication }] = await askLines<Entry>('list')
    const shown = await Promise.all([publication, 'wire', publication.slice(0, 6)].map(name => ask('show', '--json', name)))
    expect(new Set(shown.map(({ stdout }) => stdout)).size).toBe(1)
    const [{ document, attributions }] = parseLines<TracedDocument>(shown[0].stdout)
    expect(document.text).toBe(articles[0].text)
    expect(attributions.length).toBeGreaterThan(0)
  })

  test('search finds by words', async () => {
    expect((await askLines<Entry>('search', 'orchards blossom')).map(({ key }) => key)).toEqual(['other'])
    expect((await ask('search', 'blossom')).stdout).toContain('Frost keeps orchards waiting')
  })
})

describe('asking', () => {
  test('reuse tells who has it from whom, and why', async () => {
    const pairs = await askLines<Reuse>('reuse')
    expect(pairs.map(({ a, b, sharing, direction }) => [a.key, b.key, sharing, direction])).toEqual([['wire', 'copy', 'copy', 'b-from-a']])
    expect(Object.keys(pairs[0])).toEqual(['a', 'b', 'containment', 'sharing', 'passages', 'direction', 'reasons'])
    expect(await askLines<Reuse>('reuse', 'copy')).toEqual(pairs)
    expect(await askLines<Reuse>('reuse', 'other')).toEqual([])
    expect((await ask('reuse')).stdout).toContain('Tarnmoor Gazette')
  })

  test('claims tells what both carry and on how many origins it rests', async () => {
    const claims = await askLines<Claim>('claims')
    const voss = claims.find(({ text }) => text.includes('Nobody boards'))
    expect(voss?.members.map(({ key }) => key)).toEqual(['wire', 'copy'])
    expect([voss?.outlets, voss?.origins.least, voss?.origins.most]).toEqual([['Kestrel Wire', 'Tarnmoor Gazette'], 1, 1])
    const every = await askLines<Claim>('claims', '--all')
    expect(every.some(({ text }) => text.includes('blossom'))).toBe(true)
    expect(every.length).toBeGreaterThan(claims.length)
  })

  test('a register of one’s own is read, and what is none is refused with the shape to write', async () => {
    const register = folder.write('register.json', JSON.stringify({ aliases: [['Kestrel Wire', 'KW']], owners: [] }))
    expect((await ask('claims', '--register', register)).status).toBe(0)
    const refused = await ask('claims', '--register', folder.write('broken.json', '{"aliases": "KW"}'))
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('{"aliases": [["Full Name", "other name"]]')])
  })

  test('stories and sources are told line by line', async () => {
    const stories = await askLines<Story>('stories')
    expect(stories.flatMap(({ members }) => members.map(({ key }) => key)).sort()).toEqual(['copy', 'other', 'wire'])
    const sources = await askLines<SourceUse>('sources')
    const voss = sources.filter(({ name }) => name === 'Mara Voss')
    expect(voss.map(({ publisher, withoutCopies }) => [publisher, withoutCopies.attributions > 0])).toEqual([
      ['Kestrel Wire', true],
      ['Tarnmoor Gazette', false],
    ])
  })

  test('story tells who had it first, who copied, and the origins', async () => {
    const { status, stdout } = await ask('story', 'night ferry')
    expect(status).toBe(0)
    expect(stdout).toContain('2 articles in 2 outlets; 1 independent origin')
    expect(stdout).toMatch(/Earliest known appearance\n {2}2 March 2026, 09:00 UTC: Kestrel Wire/)
    expect(stdout).toMatch(/Tarnmoor Gazette \[\w{8}\], copy, \d+% from Kestrel Wire/)
  })

  test.each([
    ['reuse', 'a,a key,a publisher'],
    ['claims', 'claim,text,least origins'],
    ['stories', 'story,title,publication'],
    ['sources', 'name,kind,identity,publisher'],
  ])('%s --csv begins with its columns, and every row has them all', async (command, head) => {
    const { status, stdout } = await ask(command, '--csv')
    expect([status, stdout.startsWith(head), stdout.split('\r\n').length > 2]).toEqual([0, true, true])
  })
})

describe('refusing', () => {
  test.each([
    ['a corpus that is not there', ['list', '--corpus', 'none.hearsay'], 'there is no such file'],
    ['a file that is no corpus', ['list', '--corpus', 'package.json'], 'it is no hearsay corpus'],
    ['no corpus', ['list'], '--corpus'],
    ['no number', ['list', '--corpus', 'x', '--limit', 'ten'], 'give a whole number, not "ten"'],
    ['no thread', ['add', '--corpus', 'x', '--workers', '0', 'y'], 'give a number from 1 to 64'],
  ])('%s: status 2 and a word of what to do', async (_, words, told) => {
    const { status, stdout, stderr } = await hearsay(words)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })

  test('a publication that is not there', async () => {
    const { status, stderr } = await ask('show', 'nobody')
    expect([status, stderr]).toEqual([2, expect.stringContaining('no publication "nobody"')])
    expect((await ask('remove', 'wire', 'nobody')).status).toBe(2)
    expect((await askLines<Entry>('list')).length).toBe(3)
  })
})

test('what is removed is gone, and its pairs with it; retrace traces the rest again to the same', { timeout: 60_000 }, async () => {
  const traces = await ask('show', 'wire', '--json')
  expect((await ask('retrace', '--all')).status).toBe(0)
  expect(await ask('show', 'wire', '--json')).toEqual(traces)
  expect((await askLines<Reuse>('reuse')).map(({ direction }) => direction)).toEqual(['b-from-a'])
  expect((await ask('remove', 'copy')).status).toBe(0)
  expect([await askLines('reuse'), (await askLines<Entry>('list')).map(({ key }) => key)]).toEqual([[], ['wire', 'other']])
})
