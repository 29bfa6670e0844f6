import type { Source } from '../model/source.ts'
import type { TracedDocument } from '../model/trace.ts'
import { type Claim, groupBy } from './claim.ts'
import { printDecisions } from './decision.ts'
import { cleanText, layOut, type Piece } from './layout.ts'
import type { Shares } from './share.ts'
import { countNoun, identities, type Style } from './style.ts'

/** How much of what is attributed rests on named, unnamed, anonymous and no sources. */
export const printShares = ({ claims, words, shares }: Shares, sources: readonly Source[], style: Style): string[] => {
  const rows = shares.flatMap(share => {
    const { sign, word } = identities[share.identity]
    const percent = words === 0 ? '' : `${Math.round((100 * share.words) / words)}%`
    const cells = [
      `${sign} ${word}`,
      `${share.claims} of ${countNoun(claims, 'claim')}`,
      `${share.words} of ${countNoun(words, 'word')}`,
      percent,
    ]
    if (style.width < 64) return layOut([{ text: cells.join(' ') }], { width: style.width, first: '  ', rest: '    ' })
    return `  ${style.identity[share.identity](cells[0].padEnd(16))}${cells[1].padEnd(18)}${cells[2].padEnd(22)}${percent.padStart(4)}`.trimEnd()
  })
  const hidden = sources.filter(source => source.identity === 'unnamed' || source.identity === 'anonymous')
  const withReason = hidden.filter(source => source.reason !== null).length
  const note =
    hidden.length === 0
      ? []
      : layOut(
          [{ text: `A reason for giving no name: for ${withReason} of ${countNoun(hidden.length, 'unnamed or anonymous source')}.` }],
          { width: style.width, first: '  ', rest: '  ' },
        )
  return [style.bold('On whose word'), ...rows, ...note]
}

const describeSource = (source: Source): string => {
  const { sign, word } = identities[source.identity]
  const about = [source.title, source.affiliation, source.descriptor, source.issuer ? `issued by ${source.issuer}` : null]
    .filter(part => part !== null)
    .map(cleanText)
    .filter(part => part !== '' && !cleanText(source.name).includes(part))
  return [`${sign} ${cleanText(source.name) || identities.unspecified.word}`, ...about, `${word} ${source.kind}`].join(', ')
}

/** Everybody and everything that says something, with the numbers of what they say. */
export const printSources = (traced: TracedDocument, claims: readonly Claim[], style: Style): string[] => {
  const said = new Map<string, Set<string>>()
  const add = (id: string | null, number: string): void => {
    if (id !== null) said.set(id, (said.get(id) ?? new Set()).add(number))
  }
  for (const { attribution, chain, number } of claims) {
    add(attribution.sourceId, number)
    for (const hop of chain.hops) add(hop.sourceId, number)
  }
  const names = new Map(traced.sources.map(source => [source.id, cleanText(source.name)]))
  const decisions = groupBy(traced.decisions ?? [], decision => decision.about)
  const lines = traced.sources.flatMap(source => {
    const numbers = [...(said.get(source.id) ?? [])]
    const close = source.alternatives.map(({ sourceId }) => names.get(sourceId)).filter(Boolean)
    const pieces: Piece[] = [
      { text: describeSource(source) },
      ...(numbers.length > 0 ? [{ text: `[${numbers.slice(0, 12).join(' ')}${numbers.length > 12 ? ' …' : ''}]`, paint: style.dim }] : []),
      ...(close.length > 0 ? [{ text: `perhaps the same as ${close.join(' or ')}`, paint: style.dim }] : []),
    ]
    return [
      ...layOut(pieces, { width: style.width, first: '  ', rest: '    ' }),
      ...printDecisions(decisions.get(source.id) ?? [], traced.document.text, '    ', style),
    ]
  })
  return traced.sources.length === 0 ? [] : [style.bold('Sources [and their claims]'), ...lines]
}
