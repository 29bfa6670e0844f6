import { type Found, hopTexts } from './claims.ts'
import type { GoldArticle, GoldAttribution, GoldHop } from './gold.ts'
import { charactersOf, likeness, shareIn, union, wordsOf } from './likeness.ts'

/** Which found attribution is which gold one: each way round, and what is neither right nor wrong. */
export interface Match {
  readonly found: readonly Found[]
  readonly hit: ReadonlyMap<string, Found>
  readonly gold: ReadonlyMap<Found, readonly GoldAttribution[]>
  readonly free: ReadonlySet<Found>
  /** What lies mostly in the masthead, the byline, captions or the footer. */
  readonly junk: ReadonlySet<Found>
}

export const isNamed = ({ heads }: Pick<GoldHop, 'heads'>, texts: readonly (string | null | undefined)[]): boolean =>
  texts.some(text => {
    const words = new Set(wordsOf(text))
    return heads.some(head => head.every(word => words.has(word)))
  })

const hasNobody = (found: Found): boolean => found.sourceText === '' && !found.source?.name

/** Whether a found attribution has the gold one's origin. */
export const sharesOrigin = ({ origin }: GoldAttribution, found: Found, text: string): boolean => {
  if (origin.heads.length === 0) return hasNobody(found)
  const last = found.hops.at(-1)
  const texts = [found.source?.name, found.sourceText, ...(last === undefined ? [] : hopTexts(last, text))]
  return isNamed(origin, texts) || (origin.identity.includes('unspecified') && hasNobody(found))
}

const IGNORABLE =
  /\bnot\b.{0,12}\b(?:named|identified)|anonym|declin\w+ to (?:comment|discuss)|did not (?:respond|answer|comment|reply)|name.{0,20}withh/i

interface Candidate {
  readonly score: number
  readonly found: Found
  readonly gold: readonly GoldAttribution[]
}

/**
 * Matches one to one by content, best intersection over union first, at least .5. A quotation that runs on without a cue may be its own attribution or one
 * more piece of the one it follows; one that gold has whole may come in parts of one source.
 */
export const matchArticle = (article: GoldArticle, found: readonly Found[], text: string): Match => {
  const { attributions } = article
  const characters = new Map(attributions.map(gold => [gold.id, charactersOf(text, gold.content)]))
  const charactersOfGold = (gold: GoldAttribution): Set<number> => characters.get(gold.id)!
  const hit = new Map<string, Found>()
  const matched = new Map<Found, GoldAttribution[]>(found.map(one => [one, []]))
  const candidates: Candidate[] = []
  const groups = [...new Set(attributions.map(({ id, follow }) => follow ?? id))].map(head =>
    attributions.filter(({ id, follow }) => (follow ?? id) === head),
  )
  for (const one of found) {
    if (one.characters.size === 0) continue
    for (const gold of attributions) {
      const score = likeness(one.characters, charactersOfGold(gold))
      if (score < 0.5) continue
      const bonus = (sharesOrigin(gold, one, text) ? 0.25 : 0) - (gold.optional ? 0.5 : 0)
      candidates.push({ score: score + bonus, found: one, gold: [gold] })
    }
    for (const group of groups) {
      const inside = group.filter(gold => shareIn(charactersOfGold(gold), one.characters) >= 0.8)
      if (inside.length < 2) continue
      const score = likeness(one.characters, union(inside.map(charactersOfGold)))
      if (score >= 0.5) candidates.push({ score: score + (sharesOrigin(inside[0], one, text) ? 0.35 : 0.1), found: one, gold: inside })
    }
  }
  const used = new Set<Found>()
  for (const { found: one, gold } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (used.has(one) || gold.some(({ id }) => hit.has(id))) continue
    used.add(one)
    for (const each of gold) hit.set(each.id, one)
    matched.get(one)!.push(...gold)
  }
  for (const gold of attributions) {
    if (hit.has(gold.id)) continue
    const whole = charactersOfGold(gold)
    const parts = found.filter(one => !used.has(one) && shareIn(one.characters, whole) >= 0.8 && sharesOrigin(gold, one, text))
    if (parts.length === 0 || likeness(union(parts.map(part => part.characters)), whole) < 0.5) continue
    hit.set(gold.id, parts[0])
    for (const part of parts) {
      matched.get(part)!.push(gold)
      used.add(part)
    }
  }
  const left = found.filter(one => !used.has(one))
  const junkText = charactersOf(text, [[0, article.body[0]], [article.body[1], text.length], ...article.boilerplate])
  const title = article.title === null ? new Set<number>() : charactersOf(text, [article.title])
  const junk = new Set(left.filter(one => shareIn(one.characters, junkText) >= 0.5))
  const isFree = (one: Found): boolean => {
    if (one.characters.size === 0 || shareIn(one.characters, title) >= 0.5) return true
    if (junk.has(one)) return false
    if (IGNORABLE.test(`${one.cueText} ${one.text}`) && one.text.length < 120) return true
    return attributions.some(gold => {
      const right = hit.get(gold.id)
      const inside = shareIn(one.characters, charactersOfGold(gold))
      const outlet = right !== undefined && likeness(one.characters, charactersOfGold(gold)) >= 0.5
      if (outlet && gold.chain.some(hop => isNamed(hop, [one.sourceText, one.source?.name]))) return true
      if (inside < 0.8 || !sharesOrigin(gold, one, text)) return false
      return gold.optional || (right?.source != null && one.attribution.parent === null && one.source?.id === right.source.id)
    })
  }
  return { found, hit, gold: matched, free: new Set(left.filter(isFree)), junk }
}
