import type { Hop } from '../model/chain.ts'
import { type Claim, quoteSpans } from './claim.ts'
import { formatDate } from './date.ts'
import { printDecisions } from './decision.ts'
import { cleanText, layOut, measureColumns, type Piece } from './layout.ts'
import { identities, type Style } from './style.ts'

const silentVias = new Set(['', 'published', 'republished', 'said'])

const describeHop = (hop: Hop): string => {
  const name = cleanText(hop.name) || identities.unspecified.word
  const via = cleanText(hop.via)
  return silentVias.has(via) ? name : `${name} (${via})`
}

const describeOrigin = (hop: Hop): string => {
  const { sign, word } = identities[hop.identity]
  const name = cleanText(hop.name)
  if (name === '') return `${sign}\u00a0${word}`
  const via = cleanText(hop.via)
  const details = [word, hop.count === null ? '' : hop.count === 1 ? '1 person' : `${hop.count} people`, via.includes(' ') ? via : '']
  return `${sign}\u00a0${name} (${details.filter(Boolean).join(', ')})`
}

/** Words that fit on a line stay on one. */
const keepTogether = (text: string, columns: number): string => (measureColumns(text) <= columns ? text.replaceAll(' ', '\u00a0') : text)

const printChain = ({ chain, identity }: Claim, indent: string, style: Style): string[] => {
  const pieces = chain.hops.map((hop, i): Piece => {
    const arrow = i === 0 ? '' : '←\u00a0'
    const origin = i === chain.hops.length - 1 && hop.role !== 'publisher' && hop.role !== 'original-publisher'
    if (origin)
      return { text: keepTogether(`${arrow}${describeOrigin(hop)}`, style.width - indent.length - 2), paint: style.identity[identity] }
    return {
      text: `${arrow}${describeHop(hop)}`,
      paint: hop.role === 'publisher' || hop.role === 'original-publisher' ? style.dim : undefined,
    }
  })
  return pieces.length === 0 ? [] : layOut(pieces, { width: style.width, first: indent, rest: `${indent}  ` })
}

const stanceLabels: Readonly<Record<string, string>> = {
  denied: 'DENIED:',
  doubted: 'DOUBTED:',
  asked: 'ASKED:',
  promised: 'PROMISED:',
  unknown: 'STANCE NOT CLEAR:',
}

/** One claim: its words, its chain from the page to the origin, and what the text says about how firmly, when, and why without a name. */
export const printClaim = (claim: Claim, text: string, style: Style): string[] => {
  const { attribution, chain, number, depth } = claim
  const indent = '  '.repeat(Math.min(depth, 6))
  const inner = `${indent}${' '.repeat(number.length + 2)}`
  const label = stanceLabels[attribution.stance]
  const pieces: Piece[] = [
    ...(label ? [{ text: label, paint: style.stance }] : []),
    { text: cleanText(quoteSpans(text, attribution.content)), paint: style.bold },
  ]
  const facts = [
    attribution.hedges.length > 0
      ? `hedged: ${[...new Set(attribution.hedges.map(span => `“${cleanText(text.slice(span.start, span.end))}”`))].join(', ')}`
      : '',
    attribution.saidAt ? `said: ${formatDate(attribution.saidAt.value)}` : '',
    attribution.confidence < 0.5 ? 'uncertain reading' : '',
  ].filter(Boolean)
  const reason = cleanText(chain.hops.at(-1)?.reason ?? '')
  return [
    ...layOut(pieces, { width: style.width, first: `${indent}${number}  `, rest: inner, maxLines: 3 }),
    ...printChain(claim, inner, style),
    ...(facts.length > 0 ? layOut([{ text: facts.join(' · ') }], { width: style.width, first: inner, rest: `${inner}  ` }) : []),
    ...(reason
      ? layOut([{ text: `why not named: “${reason}”` }], { width: style.width, first: inner, rest: `${inner}  `, maxLines: 2 })
      : []),
    ...printDecisions(claim.decisions, text, inner, style),
  ]
}
