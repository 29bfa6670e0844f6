import { expect, test } from 'vitest'
import { findAll, findClaims, ingest, openStore } from '../../src/corpus/index.ts'
import type { Claim } from '../../src/model/claim.ts'
import { readText } from '../../src/read/text.ts'
import { openFolder } from './articles.ts'

const folder = openFolder()

const crane = 'The harbour crane at Selmark will be taken down before Christmas'
const goats = 'goats drowned in the Arrin canal when a lock gate broke on Monday'
const texts = [
  ['Cray Post', `${crane}, port director Alma Reeve said. Twelve ${goats}, farmers told the Cray Post.`],
  ['Onderby Echo', `${crane}, Reeve told dockers. Twenty ${goats}, the fire brigade said.`],
  ['Selmark Mercury', `The Cray Post reports that twelve ${goats}. The mercury fell to nine below in the hills above Selmark.`],
  ['Estavian Post', `${crane}, because no spare parts for it are made any more, and the port needs the room for a second ferry berth.`],
  ['Radio Lyre', `${crane}, because no spare parts for it are made any more, and the port needs the room for a second ferry berth.`],
] as const

const simplify = (claims: readonly Claim[]) =>
  claims
    .map(claim => ({ ...claim, variants: claim.variants.map(({ claim, differs }) => `${differs} ${claim}`).sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

test('claims of a whole corpus, found part by part, are those of its articles together', { timeout: 60_000 }, async () => {
  const store = await openStore(folder.path('parts.hearsay'), 'create')
  const readables = texts.map(([publisher, text], index) => {
    const key = String(index)
    return {
      name: key,
      key,
      read: async () => readText(text, { input: key, key, record: { publisher, publishedAt: `2026-03-0${index + 1}` } }),
    }
  })
  const inputs = async function* () {
    yield* readables
  }
  await ingest(store, inputs(), { workers: 1, signal: new AbortController().signal })
  const publications = await store.readPublications(await store.listTraced())
  const pairs = await store.listReuse(null, { limit: 100, offset: 0 })
  const together = findAll(publications, pairs).claims
  for (const all of [true, false]) {
    const wanted = together.filter(({ members }) => all || new Set(members.map(({ publication }) => publication)).size > 1)
    const found = await findClaims(store, { all })
    expect(found.length).toBe(wanted.length)
    expect(simplify(found.slice(0, found.length))).toEqual(simplify(wanted))
    found.close()
  }
  expect(together.flatMap(({ variants }) => variants.map(({ differs }) => differs))).toContain('number')
  await store.close()
})
