import type { Hop } from '../../src/model/chain.ts'
import type { TracedDocument } from '../../src/model/trace.ts'
import { isNamed, type Match, matchArticle, sharesOrigin } from './article-match.ts'
import { collectFound, type Found, hopTexts } from './claims.ts'
import type { GoldArticle, GoldAttribution, GoldHop } from './gold.ts'
import { datesAgree, reasonsAgree } from './likeness.ts'
import { scoreProvenance } from './provenance.ts'
import type { Tally } from './tally.ts'

const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60)

/** Whether a chain is the expected one: optional hops in or out, a hop that repeats the one before it once or twice. */
const fits = (want: readonly GoldHop[], got: readonly Hop[], twice: boolean, text: string): boolean => {
  if (want.length === 0) return got.length === 0
  const [first, ...rest] = want
  if (first.optional && fits(rest, got, twice, text)) return true
  if (got.length === 0 || !isNamed(first, hopTexts(got[0], text))) return false
  if (fits(rest, got.slice(1), twice, text)) return true
  return twice && got.length > 1 && isNamed(first, hopTexts(got[1], text)) && fits(rest, got.slice(2), twice, text)
}

const wantedHops = (chain: readonly GoldHop[]): GoldHop[] => {
  const out: GoldHop[] = []
  for (const hop of chain) {
    const before = out.at(-1)
    if (before?.name === hop.name) out[out.length - 1] = { ...hop, optional: hop.optional && before.optional }
    else out.push(hop)
  }
  return out
}

const isSaidWhen = (gold: GoldAttribution, found: Found, alone: boolean, tally: Tally): string[] => {
  const { saidAt } = found.attribution
  if (gold.saidAt === null) return alone && !tally.add('saidAtNone', saidAt === null) ? [`saidAt ${saidAt?.value} for none`] : []
  if (gold.follow !== null) return []
  return tally.add('saidAt', datesAgree(gold.saidAt.value, saidAt)) ? [] : [`saidAt ${saidAt?.value} for ${gold.saidAt.value}`]
}

/** What is wrong with a found attribution that has the gold one's content. */
const scoreHit = (gold: GoldAttribution, found: Found, match: Match, text: string, tally: Tally): string[] => {
  const faults: string[] = []
  const check = (name: string, right: boolean, fault: string): void => {
    if (!tally.add(name, right)) faults.push(fault)
  }
  const { origin } = gold
  const last = found.last ?? found.source ?? { identity: 'unspecified', kind: 'unknown', count: null, reason: null }
  check('source', sharesOrigin(gold, found, text), `source ${found.source?.name} for ${origin.name || 'nobody'}`)
  const want = wantedHops(gold.chain)
  const wanted = want.map(hop => (hop.optional ? '~' : '') + hop.name).join(' < ')
  check(
    'chain',
    fits(want, found.hops, gold.chain.length > want.length, text),
    `chain ${found.hops.map(hop => hop.name).join(' < ')} for ${wanted}`,
  )
  check('identity', origin.identity.includes(last.identity), `identity ${last.identity} for ${origin.identity.join('/')}`)
  check('kindOfSource', origin.heads.length === 0 || origin.kind.includes(last.kind), `kind ${last.kind} for ${origin.kind.join('/')}`)
  if (origin.count != null) check('count', last.count === origin.count, `count ${last.count} for ${origin.count}`)
  if (origin.reason) check('reason', reasonsAgree(origin.reason, last.reason), `reason ${last.reason} for ${origin.reason}`)
  const sharing = match.gold.get(found)!
  faults.push(...isSaidWhen(gold, found, sharing.length === 1, tally))
  const kinds = new Set(sharing.map(({ kind }) => kind))
  const { kind, parent } = found.attribution
  check('directness', kinds.has(kind) || (kinds.size > 1 && kind === 'mixed'), `${kind} for ${gold.kind}`)
  if (gold.parent !== null && match.hit.has(gold.parent)) {
    const parents = match.found.filter(one => match.gold.get(one)!.some(({ id }) => id === gold.parent)).map(one => one.attribution.id)
    check('parent', parent !== null && parents.includes(parent), `parent ${parent} for ${parents.join('/')}`)
  }
  return faults
}

/** Scores a traced article against its gold; what is wrong comes back, a line each. */
export const scoreArticle = (article: GoldArticle, traced: TracedDocument, tally: Tally): string[] => {
  const { text } = traced.document
  const match = matchArticle(article, collectFound(traced), text)
  const lines: string[] = []
  for (const found of match.found) {
    const gold = match.gold.get(found)!
    const asked = gold.some(one => !one.optional)
    if (match.free.has(found) || (gold.length > 0 && !asked)) continue
    if (tally.add('precision', asked)) continue
    const where = match.junk.has(found) ? 'outside the body ' : ''
    lines.push(`+ ${where}[${brief(found.sourceText)}] ${brief(found.text)}`)
  }
  for (const gold of article.attributions) {
    if (gold.optional) continue
    const label = brief(gold.content.map(([start, end]) => text.slice(start, end)).join(' '))
    const found = match.hit.get(gold.id)
    tally.add('recall', found !== undefined)
    if (gold.parent !== null) tally.add('nested', found !== undefined)
    if (found === undefined) {
      tally.add('chain', false)
      lines.push(`- ${gold.parent === null ? '' : 'nested '}[${gold.origin.name}] ${label}`)
      continue
    }
    const faults = scoreHit(gold, found, match, text, tally)
    if (faults.length > 0) lines.push(`~ ${label}: ${faults.join('; ')}`)
  }
  return [...lines, ...scoreProvenance(article.provenance, traced.document, tally)]
}
