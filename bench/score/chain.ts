import type { Hop } from '../../src/model/chain.ts'
import type { TracedDocument } from '../../src/model/trace.ts'
import { collectFound, type Found, hopTexts } from './claims.ts'
import type { GoldChain } from './gold.ts'
import { charactersOf, findPieces, likeness, reasonsAgree, wordsOf } from './likeness.ts'
import type { Tally } from './tally.ts'

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their'])
const content = (text: string): string[] => wordsOf(text).filter(word => !ARTICLES.has(word))
const capitals = (text: string): Set<string> => new Set((text.match(/\b\p{Lu}[\p{L}\p{N}]*/gu) ?? []).flatMap(wordsOf))

/** Whether a name is the expected one: the same words but for articles, or one of them longer by words that are no names. */
export const isSameName = (expected: string, read: string): boolean => {
  const [want, have] = [new Set(content(expected)), new Set(content(read))]
  if (want.size === 0 || have.size === 0) return want.size === have.size
  const missing = [...want].filter(word => !have.has(word))
  const added = [...have].filter(word => !want.has(word))
  if (missing.length > 0 && added.length > 0) return false
  const proper = capitals(expected)
  if (missing.some(word => proper.has(word))) return false
  return likeness(want, have) >= 0.4
}

const isSameHop = (expected: string, hop: Hop, text: string): boolean => hopTexts(hop, text).some(read => isSameName(expected, read))

/** The found attribution whose content is most like the expected one, at least half; of equals the first that `prefers`. */
export const findClaim = (
  traced: TracedDocument,
  pieces: string | readonly string[],
  prefers: (found: Found) => boolean = () => true,
): Found | undefined => {
  const { text } = traced.document
  const wanted = charactersOf(text, findPieces(text, pieces))
  return collectFound(traced)
    .map(found => ({ found, score: likeness(found.characters, wanted) }))
    .filter(({ score }) => score >= 0.5)
    .toSorted((a, b) => b.score - a.score || Number(prefers(b.found)) - Number(prefers(a.found)))[0]?.found
}

/** Scores a short text's chain; what is wrong comes back, in words. */
export const scoreChain = (gold: GoldChain, traced: TracedDocument, tally: Tally): string[] => {
  const { text } = traced.document
  const isRight = ({ hops }: Found): boolean =>
    hops.length === gold.hops.length && gold.hops.every((name, i) => isSameHop(name, hops[i], text))
  const found = findClaim(traced, gold.content, isRight)
  tally.add('content', found !== undefined)
  const faults: string[] = []
  const check = (name: string, right: boolean, fault: string): void => {
    if (!tally.add(name, right)) faults.push(fault)
  }
  const names = (hops: readonly string[]): string => hops.join(' < ') || 'nobody'
  const hops = found?.hops.map(hop => hop.name) ?? []
  check('chain', found !== undefined && isRight(found), found ? `chain ${names(hops)} for ${names(gold.hops)}` : 'not found')
  if (found === undefined) return faults
  const last = found.last
  check('identity', (last?.identity ?? 'unspecified') === gold.identity, `identity ${last?.identity} for ${gold.identity}`)
  check('kind', found.attribution.kind === gold.kind, `${found.attribution.kind} for ${gold.kind}`)
  if (gold.count != null) check('count', last?.count === gold.count, `count ${last?.count} for ${gold.count}`)
  if (gold.reason) check('reason', reasonsAgree(gold.reason, last?.reason), `reason ${last?.reason} for ${gold.reason}`)
  if (gold.resolved) check('resolved', isSameName(gold.resolved, last?.name ?? ''), `${last?.name} for ${gold.resolved}`)
  return faults
}
