import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sketchText } from '../../src/compare/index.ts'
import { identifyPublication } from '../../src/corpus/identity.ts'
import type { NewPublication, Round, Store, Traced, Uncompared } from '../../src/corpus/index.ts'
import { packTrace, unpackDocument } from '../../src/corpus/packing.ts'
import type { Document } from '../../src/model/document.ts'
import type { Reuse } from '../../src/model/reuse.ts'
import type { Tally } from '../../src/model/tally.ts'
import type { TracedDocument } from '../../src/model/trace.ts'
import { readText } from '../../src/read/text.ts'
import { countTrace } from '../../src/report/tally.ts'
import { writeArticles } from './articles.ts'

const all = { limit: 1000, offset: 0 }

const readArticles = (count: number): NewPublication[] =>
  writeArticles(count).map(({ id, url, publisher, publishedAt, title, text }) => {
    const document = readText(text, { input: 'articles.jsonl', key: id, url, record: { publisher, publishedAt, title } })
    return { id: identifyPublication(document), document }
  })

const traceOf = ({ blocks: _, diagnostics, ...document }: Document): TracedDocument => ({
  format: 'hearsay/1',
  document,
  attributions: [],
  sources: [],
  chains: [],
  unattributed: [{ start: 0, end: 5 }],
  diagnostics,
})

const complete = ({ id, document }: NewPublication, model = 'one'): Traced => {
  const { keys, words } = sketchText(document.text)
  const trace = traceOf(document)
  return { publication: id, model, trace: packTrace(trace), tally: countTrace(trace), keys: Uint32Array.from(keys), words }
}

const pairUp = (a: NewPublication, b: NewPublication): Reuse => {
  const refer = ({ id, document: { key, provenance } }: NewPublication) => ({
    publication: id,
    key,
    publisher: provenance.publisher,
    publishedAt: provenance.publishedAt,
  })
  const span = { start: 0, end: 4 }
  return {
    a: refer(a),
    b: refer(b),
    containment: 0.5,
    sharing: 'copy',
    passages: [{ a: span, b: span }],
    direction: 'b-from-a',
    reasons: [{ code: 'credit', message: 'told', span, in: b.id }],
  }
}

/** What every store must do. `open` opens the same corpus each time it is called within a test, which begins with an empty one. */
export const testStore = (name: string, open: () => Promise<Store>): void => {
  let store: Store
  const [first, second, third] = readArticles(3)

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const listIds = async (): Promise<string[]> => (await store.listEntries({}, all)).map(({ publication }) => publication)
  const lease = (owner: string, now: number) => ({ owner, now, until: now + 1000 })
  const claim = async (owner: string, now: number, limit = 10): Promise<string[]> =>
    (await store.claimJobs(lease(owner, now), limit)).map(({ publication }) => publication)

  describe(`${name}: publications`, () => {
    test('are kept in the order in which they are added, once each', async () => {
      expect(await store.addPublications([second, first])).toEqual([true, true])
      expect(await store.addPublications([first, third])).toEqual([false, true])
      expect(await listIds()).toEqual([second.id, first.id, third.id])
    })

    test('are found again by another that opens the corpus', async () => {
      await store.addPublications([first])
      const other = await open()
      expect((await other.listEntries({}, all)).map(({ key, publisher, state }) => [key, publisher, state])).toEqual([
        ['n1', 'Kestrel Wire', 'waiting'],
      ])
      await other.close()
    })

    test('of the same text are two where key, URL or publisher differ', async () => {
      const { document } = first
      const variants = [
        document,
        { ...document, key: 'other' },
        { ...document, provenance: { ...document.provenance, publisher: 'Other' } },
      ]
      const added = await store.addPublications(variants.map(variant => ({ id: identifyPublication(variant), document: variant })))
      expect(added).toEqual([true, true, true])
    })

    test('come back with their trace, every character of the text as it was', async () => {
      const document = readText('A quay\ud800 and a\0 null, “said” Mara Voss of Ørnsö 🚢.', { input: 'odd.txt' })
      const odd = { id: identifyPublication(document), document }
      await store.addPublications([odd, first])
      expect(await store.readPublications([odd.id])).toEqual([])
      await store.completeJobs([complete(odd), complete(first)])
      const [found, other] = await store.readPublications([first.id, odd.id, 'none'])
      expect(found.trace).toEqual(traceOf(document))
      expect([other.id, other.key, other.url, other.publisher, other.publishedAt]).toEqual([
        first.id,
        'n1',
        'https://kestrelwire.example/0',
        'Kestrel Wire',
        '2025-03-04T08:00:00Z',
      ])
    })

    test('are found by id, by key and by the beginning of an id', async () => {
      await store.addPublications([first, second])
      const find = async (words: string): Promise<string[]> => (await store.findEntries(words, 5)).map(({ publication }) => publication)
      expect([await find(first.id), await find('n2'), await find(second.id.slice(0, 8)), await find('nobody')]).toEqual([
        [first.id],
        [second.id],
        [second.id],
        [],
      ])
    })

    test('are found by their words, whatever else is typed', async () => {
      await store.addPublications([first, second, third])
      const find = async (words: string): Promise<string[]> => (await store.search(words, all)).map(({ key }) => key ?? '')
      expect((await find('council clerk')).sort()).toEqual(['n1', 'n2'])
      expect(await find('waited "news of number"')).toEqual(['n3'])
      expect([await find('zeppelin'), await find('" zeppelin ( * NEAR'), await find('title:x -"')]).toEqual([[], [], []])
    })

    test('are listed and found by outlet and by day', async () => {
      await store.addPublications([first, second, third])
      const { publisher, publishedAt } = second.document.provenance
      const day = (publishedAt as string).slice(0, 10)
      const ids = (entries: readonly { publication: string }[]): string[] => entries.map(entry => entry.publication).sort()
      const filters = [{ publisher: publisher as string }, { from: day, to: day }, { from: '2999-01-01' }, { state: 'failed' as const }]
      const listed = await Promise.all(filters.map(filter => store.listEntries(filter, all).then(ids)))
      const found = await Promise.all(filters.map(filter => store.search('council clerk', all, filter).then(ids)))
      expect(found).toEqual(listed.map(list => list.filter(id => id !== third.id)))
      expect(listed.map(list => list.includes(second.id))).toEqual([true, true, false, false])
      expect(listed[0]).not.toContain(first.id)
    })

    test('come back as they were read, before they are traced', async () => {
      const document = readText('A quay\ud800 and a\0 null, “said” Mara Voss of Ørnsö 🚢.', { input: 'odd.txt' })
      const odd = { id: identifyPublication(document), document }
      await store.addPublications([odd, first])
      expect(await store.readDocuments([first.id, 'none', odd.id])).toEqual(
        new Map([
          [first.id, first.document],
          [odd.id, document],
        ]),
      )
    })

    test('are gone once removed, with all that was found of them, and may come again', async () => {
      await store.addPublications([first, second])
      await store.completeJobs([complete(first), complete(second)])
      await store.compare(async round => {
        for (const waiting of await round.listUncompared(5)) await round.storeComparison(waiting, [], 10)
      })
      expect(await store.removePublications([first.id, 'none'])).toBe(1)
      expect([await listIds(), await store.search('Kestrel', all).then(hits => hits.length), await store.listTraced()]).toEqual([
        [second.id],
        1,
        [second.id],
      ])
      expect(await store.addPublications([first])).toEqual([true])
    })
  })

  describe(`${name}: failed inputs`, () => {
    test('are kept until they are read', async () => {
      const error = { code: 'input-not-found', message: 'there is no such file' }
      await store.addFailedInputs([
        { input: 'gone.txt', key: null, error },
        { input: 'articles.jsonl', key: 'n1', error },
      ])
      expect((await store.countAll()).failedInputs).toBe(2)
      await store.addPublications([first])
      expect(await store.listFailedInputs(all)).toEqual([{ input: 'gone.txt', key: null, error }])
    })
  })

  describe(`${name}: jobs`, () => {
    test('are leased to one owner, in order, until the lease runs out', async () => {
      await store.addPublications([first, second, third])
      expect(await claim('a', 0, 2)).toEqual([first.id, second.id])
      expect(await claim('b', 500)).toEqual([third.id])
      await store.renewLeases(lease('b', 900))
      expect(await claim('c', 1500)).toEqual([first.id, second.id])
      expect(await claim('c', 2501)).toEqual([first.id, second.id, third.id])
    })

    test('hold the document as it was read', async () => {
      await store.addPublications([first])
      const [{ text, document }] = await store.claimJobs(lease('a', 0), 1)
      expect(unpackDocument(document, text)).toEqual(first.document)
    })

    test('come back when their owner gives them back', async () => {
      await store.addPublications([first])
      await claim('a', 0)
      expect([await store.listOwners(), await claim('b', 0)]).toEqual([['a'], []])
      await store.releaseLeases('a')
      expect([await store.listOwners(), await claim('b', 0)]).toEqual([[], [first.id]])
    })

    test('that fail are tried again as often as may be, then given up with the error', async () => {
      await store.addPublications([first])
      const error = { code: 'trace-failed', message: 'it took too long' }
      await claim('a', 0)
      expect(await store.failJobs([{ publication: first.id, error, retry: true }], 2)).toEqual([])
      expect(await claim('a', 0)).toEqual([first.id])
      expect(await store.failJobs([{ publication: first.id, error, retry: true }], 2)).toEqual([first.id])
      expect(await claim('a', 9000)).toEqual([])
      expect((await store.listEntries({ state: 'failed' }, all)).map(entry => entry.error)).toEqual([error])
    })

    test('are made anew for what failed and for what another model traced', async () => {
      await store.addPublications([first, second, third])
      await store.completeJobs([complete(first, 'old'), complete(second, 'new')])
      await store.failJobs([{ publication: third.id, error: { code: 'x', message: 'y' }, retry: false }], 1)
      expect(await store.requestTraces(null, 'new')).toBe(2)
      expect(await claim('a', 0)).toEqual([first.id, third.id])
      expect(await store.listTraced()).toEqual([first.id, second.id])
      expect(await store.requestTraces([second.id], null)).toBe(1)
    })
  })

  describe(`${name}: comparison`, () => {
    const compareAll = (work: (round: Round, waiting: Uncompared) => Promise<readonly Reuse[]>, common = 10): Promise<void> =>
      store.compare(async round => {
        for (const waiting of await round.listUncompared(10)) await round.storeComparison(waiting, await work(round, waiting), common)
      })

    test('takes publications in the order of adding, and waits for those that are still to be traced', async () => {
      await store.addPublications([first, second, third])
      await store.completeJobs([complete(first), complete(third)])
      const waiting = await store.compare(round => round.listUncompared(10))
      expect(waiting.map(({ publication, again }) => [publication, again])).toEqual([[first.id, false]])
    })

    test('finds those compared before by keys in common, rare ones and frequent ones', async () => {
      await store.addPublications([first, second, third])
      await store.completeJobs([complete(first), complete(second), complete(third)])
      const found: unknown[] = []
      const remember = async (round: Round, waiting: Uncompared): Promise<readonly Reuse[]> => {
        found.push(
          (await round.findCandidates(waiting, { frequent: 2, common: 2, least: 1 })).map(({ publication, earlier }) => [
            publication,
            earlier,
          ]),
        )
        return []
      }
      await compareAll(remember, 2)
      expect(found).toEqual([[], [[first.id, true]], expect.arrayContaining([[first.id, true]])])
    })

    test('counts what traces come to by month and publisher, copies apart', async () => {
      await store.addPublications([first, second, third])
      const tally: Tally = { ...complete(first).tally, claims: { named: 2, unnamed: 0, anonymous: 1, unspecified: 0 } }
      await store.completeJobs([
        { ...complete(first), tally },
        { ...complete(second), tally: { ...tally, original: 'Kestrel Wire' } },
        { ...complete(third), tally },
      ])
      await compareAll(async (_, { publication }) => (publication === second.id ? [pairUp(first, second)] : []))
      const tell = async () => {
        const { cells, originals } = await store.countFigures()
        return { cells: cells.map(cell => [cell.month, cell.publisher, cell.copies, cell.claims.named, cell.republished]), originals }
      }
      const [one, two, three] = [first, second, third].map(({ document: { provenance } }) => provenance)
      const month = one.publishedAt?.slice(0, 7)
      expect(await tell()).toEqual({
        cells: [
          [month, one.publisher, false, 2, 0],
          [month, two.publisher, true, 2, 1],
          [month, three.publisher, false, 2, 0],
        ],
        originals: [{ publisher: 'Kestrel Wire', publications: 1, withoutCopies: 0 }],
      })
      await store.removePublications([second.id])
      expect((await tell()).cells).toHaveLength(2)
    })

    test('keeps pairs in the place of those known before, and lists them', async () => {
      await store.addPublications([first, second, third])
      await store.completeJobs([complete(first), complete(second), complete(third)])
      const pair = pairUp(first, second)
      await compareAll(async (_, { publication }) =>
        publication === second.id ? [pair] : publication === third.id ? [pairUp(first, third)] : [],
      )
      expect(await store.listReuse(null, all)).toEqual([pair, pairUp(first, third)])
      expect(await store.listReuse(second.id, all)).toEqual([pair])
      await store.requestTraces([second.id], null)
      await store.completeJobs([complete(second, 'new')])
      const again: boolean[] = []
      await compareAll(async (_, waiting) => {
        again.push(waiting.again)
        return [{ ...pair, direction: 'unknown' }]
      })
      expect(again).toEqual([true])
      expect((await store.listReuse(null, all)).map(({ direction }) => direction)).toEqual(['unknown', 'b-from-a'])
    })

    test('that breaks off keeps nothing', async () => {
      await store.addPublications([first])
      await store.completeJobs([complete(first)])
      const broken = store.compare(async round => {
        for (const waiting of await round.listUncompared(10)) await round.storeComparison(waiting, [], 10)
        throw new RangeError('broken off')
      })
      await expect(broken).rejects.toThrow('broken off')
      expect((await store.compare(round => round.listUncompared(10))).length).toBe(1)
    })
  })
}
