import type { Identity } from '../../../src/model/source.ts'
import type { Span } from '../../../src/model/span.ts'
import type { TracedDocument } from '../../../src/model/trace.ts'
import type { Claim } from '../../../src/report/claim.ts'
import type { Layer } from './segment.ts'

export type Role = 'target' | 'own-voice' | 'content' | 'source' | 'cue' | 'time' | 'hedge'

/** What is marked in an article: a part of a claim, a sentence in the page's own voice, or the words that a link points at. */
export interface Mark extends Layer {
  readonly role: Role
  readonly claim: Claim | null
  readonly identity: Identity | null
  readonly depth: number
}

const steps: Readonly<Partial<Record<Role, number>>> = { content: 0, source: 1, cue: 2, time: 3 }
const innermost = 10_000

const markClaim = (claim: Claim): Mark[] => {
  const { attribution, identity, depth } = claim
  const parts: readonly (readonly [Role, readonly Span[]])[] = [
    ['content', attribution.content],
    ['source', attribution.source],
    ['cue', attribution.cue],
    ['time', attribution.saidAt ? [attribution.saidAt.span] : []],
    ['hedge', attribution.hedges],
  ]
  return parts
    .filter(([, spans]) => spans.length > 0)
    .map(([role, spans]) => ({
      key: `${attribution.id}-${role}`,
      rank: role === 'hedge' ? innermost : 10 + depth * 10 + (steps[role] ?? 0),
      spans,
      role,
      claim,
      identity,
      depth,
    }))
}

/** A hedge of speech within speech belongs to both; it is marked once, with the claim that is told last. */
const markOnce = (marks: readonly Mark[]): Mark[] => {
  const marked = new Set<string>()
  return marks
    .toSorted((a, b) => b.depth - a.depth)
    .map(mark => {
      if (mark.role !== 'hedge') return mark
      const spans = mark.spans.filter(({ start, end }) => !marked.has(`${start}-${end}`))
      for (const { start, end } of spans) marked.add(`${start}-${end}`)
      return { ...mark, spans }
    })
    .filter(({ spans }) => spans.length > 0)
}

/** All marks of an article, in no order. `target` is where a link points. */
export const markArticle = ({ unattributed }: TracedDocument, claims: readonly Claim[], target: Span | null): Mark[] => [
  ...markOnce(claims.flatMap(markClaim)),
  ...unattributed.map(
    (span, i): Mark => ({ key: `own-${i}`, rank: 1, spans: [span], role: 'own-voice', claim: null, identity: null, depth: 0 }),
  ),
  ...(target ? [{ key: 'target', rank: 0, spans: [target], role: 'target', claim: null, identity: null, depth: 0 } as const] : []),
]

/** Whether nobody is named for a claim: its chain ends with somebody unnamed, anonymous, or nobody. */
export const lacksName = (claim: Claim): boolean => claim.identity !== 'named'
