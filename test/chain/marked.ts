import { buildChains, type ResolvedSources } from '../../src/chain/index.ts'
import { classifyMention } from '../../src/mention/index.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import type { Attribution } from '../../src/model/attribution.ts'
import type { Hop } from '../../src/model/chain.ts'
import type { Original } from '../../src/model/document.ts'
import type { Source } from '../../src/model/source.ts'
import type { Span } from '../../src/model/span.ts'
import { annotateText } from './annotated.ts'

/** A passage with its markup taken out. */
export interface Marked {
  readonly text: string
  readonly attributions: readonly Attribution[]
  /** For a source span, whom it speaks of: the words of an earlier mention. */
  readonly antecedents: ReadonlyMap<string, string>
}

interface Draft {
  source: Span[]
  cue: Span[]
  content: Span[]
  follows: string | null
  antecedent: string | null
}

const opening = /\[([SCP])(\d?)(?:<(\d))?(?:=([^:\]]+):)? /y

/**
 * Reads `[S A clerk] [C said] [P the hall was shut]`: source, cue and content, with a number where a passage has several attributions.
 * `[S=Ida Moreau: she]` says whom a pronoun means, `[P2<1 …]` that the second runs on from the first. Marks nest.
 */
export const readMarked = (marked: string): Marked => {
  let text = ''
  const drafts = new Map<string, Draft>()
  const open: { role: string; number: string; start: number }[] = []
  for (let i = 0; i < marked.length; ) {
    opening.lastIndex = i
    const found = opening.exec(marked)
    if (found !== null) {
      const [all, role, number, follows, antecedent] = found
      const draft = drafts.get(number) ?? { source: [], cue: [], content: [], follows: null, antecedent: null }
      drafts.set(number, draft)
      if (follows !== undefined) draft.follows = `a${follows}`
      if (antecedent !== undefined) draft.antecedent = antecedent
      open.push({ role, number, start: text.length })
      i += all.length
    } else if (marked[i] === ']' && open.length > 0) {
      const { role, number, start } = open.pop()!
      drafts.get(number)![role === 'S' ? 'source' : role === 'C' ? 'cue' : 'content'].push({ start, end: text.length })
      i++
    } else text += marked[i++]
  }
  const numbered = [...drafts].map(([number, draft]) => ({ id: `a${number || 1}`, ...draft }))
  const holds = (outer: Draft, inner: Draft) =>
    [...inner.cue, ...inner.source].every(span => outer.content.some(content => content.start <= span.start && span.end <= content.end))
  const size = (draft: Draft) => draft.content.reduce((sum, span) => sum + span.end - span.start, 0)
  return {
    text,
    attributions: numbered.map(draft => {
      const parents = numbered.filter(other => other !== draft && draft.cue.length + draft.source.length > 0 && holds(other, draft))
      const parent = parents.sort((a, b) => size(a) - size(b))[0] ?? null
      const { id, source, cue, content, follows } = draft
      return {
        id,
        parent: parent?.id ?? null,
        follows,
        source,
        cue,
        content,
        kind: 'indirect',
        stance: 'asserted',
        hedges: [],
        confidence: 1,
      }
    }),
    antecedents: new Map(numbered.flatMap(({ id, antecedent }) => (antecedent === null ? [] : [[id, antecedent] as const]))),
  }
}

/** Sources and references as the words themselves tell them; a pronoun is whom its mark says. */
export const resolveMarked = (annotated: AnnotatedDocument, { text, attributions, antecedents }: Marked): ResolvedSources => {
  const sources: Source[] = []
  const references = attributions.map(({ id, source }) => {
    if (source.length === 0) return { attribution: id, sourceId: null, mention: null }
    const antecedent = antecedents.get(id)
    const at = antecedent === undefined ? -1 : text.indexOf(antecedent)
    const mention = classifyMention(annotated, antecedent === undefined ? source[0] : { start: at, end: at + antecedent.length })
    const known = sources.find(other => other.name === mention.name)
    if (known !== undefined) {
      sources[sources.indexOf(known)] = { ...known, mentions: [...known.mentions, source[0]] }
      return { attribution: id, sourceId: known.id, mention: source[0] }
    }
    const { name, title, affiliation, kind, issuer, identity, descriptor, count, reason } = mention
    const mentions = antecedent === undefined ? [source[0]] : [mention.span, source[0]]
    sources.push({
      id: `s${sources.length + 1}`,
      name,
      title,
      affiliation,
      kind,
      issuer,
      identity,
      descriptor,
      count,
      reason,
      mentions,
      alternatives: [],
    })
    return { attribution: id, sourceId: `s${sources.length}`, mention: source[0] }
  })
  return { sources, references }
}

export interface Page {
  readonly publisher?: string | null
  readonly original?: Original | null
}

/** The hops of each attribution of a marked passage. */
export const traceMarked = (marked: string, page: Page = {}): readonly (readonly Hop[])[] => {
  const passage = readMarked(marked)
  const annotated = annotateText(passage.text, page)
  return buildChains(annotated, passage.attributions, resolveMarked(annotated, passage)).chains.map(chain => chain.hops)
}

/** The last attribution's chain as a reader writes it: "the Harbour Gazette ← a ministry spokesman". */
export const chainOf = (marked: string, page: Page = {}): string => {
  const hops = traceMarked(marked, page).at(-1)!
  return hops.map(hop => (hop.identity === 'unspecified' && hop.name === '' ? '?' : hop.name)).join(' ← ')
}
