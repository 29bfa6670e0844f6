import type { TracedDocument } from '../../src/model/trace.ts'
import type { GoldProvenance } from './gold.ts'
import { wordsOf } from './likeness.ts'
import type { Tally } from './tally.ts'

const plain = (text: string | null | undefined): string => wordsOf(text).join(' ')
const nameOf = (text: string | null | undefined): string => plain(text).replace(/^the /, '')
const isWithin = (inner: string, outer: string): boolean => inner !== '' && outer.includes(inner)

/** Whether two names are one publisher's, one of them perhaps longer: "Harbour Gazette", "The Harbour Gazette Online". */
const isSamePublisher = (read: string | null | undefined, expected: string | null | undefined): boolean => {
  const [have, want] = [nameOf(read), nameOf(expected)]
  if (want === '' || have === '') return want === have
  return have.includes(want) || (want.includes(have) && have.includes(' '))
}

const isSameList = (read: readonly string[], expected: readonly string[]): boolean =>
  read.map(nameOf).sort().join('|') === expected.map(nameOf).sort().join('|')

/** Scores what the page says of where it comes from; what is wrong comes back, a line each. */
export const scoreProvenance = (gold: GoldProvenance, document: TracedDocument['document'], tally: Tally): string[] => {
  const { provenance, title } = document
  const faults: string[] = []
  const check = (field: string, right: boolean, read: unknown): void => {
    if (!tally.add('provenance', right)) faults.push(`provenance ${field}: ${JSON.stringify(read)}`)
  }
  const { original, tags, rights } = provenance
  if (gold.title !== undefined) check('title', nameOf(title) === nameOf(gold.title), title)
  if (gold.publisher !== undefined) check('publisher', isSamePublisher(provenance.publisher, gold.publisher), provenance.publisher)
  if (gold.publishedAt !== undefined)
    check('publishedAt', (provenance.publishedAt ?? '').slice(0, 10) === (gold.publishedAt ?? ''), provenance.publishedAt)
  if (gold.authors !== undefined) check('authors', isSameList(provenance.authors, gold.authors), provenance.authors)
  if (gold.original === null) check('original', original === null, original)
  if (gold.original) {
    check('original.publisher', isSamePublisher(original?.publisher, gold.original.publisher), original?.publisher)
    check('original.publishedAt', original?.publishedAt?.slice(0, 10) === gold.original.publishedAt, original?.publishedAt)
  }
  for (const tag of gold.tags ?? [])
    check(
      `tag ${tag}`,
      tags.some(({ value }) => plain(value) === plain(tag)),
      tags,
    )
  for (const [field, words] of Object.entries(gold.rights ?? {})) {
    const read = rights?.[field as keyof typeof rights] ?? null
    check(`rights.${field}`, read !== null && isWithin(plain(words), plain(read)), read)
  }
  return faults
}
