import { classifyMention, tokensOf } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { Discourse } from './discourse.ts'
import { createEntity, type Entity, notePlace } from './entity.ts'
import { indexNames, type NameIndex } from './names.ts'
import type { Place } from './pronoun.ts'

/** Who an attribution's source is, by which rule, and who else it might have been. */
export interface Finding {
  readonly entity: Entity | null
  readonly mention: Span | null
  readonly by: string
  readonly considered: readonly string[]
}

export const unresolved = (by: string, mention: Span | null = null): Finding => ({ entity: null, mention, by, considered: [] })

/** A source phrase to be read at its place in the text. */
export interface Task {
  readonly token: number
  readonly attribution: Attribution
  readonly span: Span
}

const reach = 300

/** All that is known while an article is being read: who has been met, who has been found to speak. */
export class Scene {
  readonly annotated: AnnotatedDocument
  readonly discourse: Discourse
  readonly names: NameIndex
  readonly findings = new Map<string, Finding>()
  readonly byId = new Map<string, Attribution>()
  /** The outermost attribution that each quotation belongs to. */
  readonly byQuotation = new Map<number, string>()
  /** Whom the relative pronoun at a token stands for. */
  readonly relatives = new Map<number, Finding>()
  /** Whom the source words are that begin at an offset. */
  readonly read = new Map<number, Finding>()
  /** Everybody who has been found to be a source. */
  readonly speakers = new Set<Entity>()
  publisher: Entity | null = null
  /** Who gives the answers of "Q:" and "A:". */
  answerer: Entity | null = null
  private writer: Entity | null = null
  private readonly met: Entity[] = []
  private readonly known = new Set<Entity>()

  constructor(annotated: AnnotatedDocument, attributions: readonly Attribution[]) {
    this.annotated = annotated
    this.discourse = new Discourse(annotated)
    this.names = indexNames(annotated)
    const { quotation } = annotated.tokens
    for (const attribution of attributions) {
      this.byId.set(attribution.id, attribution)
      if (attribution.parent !== null) continue
      for (const span of attribution.content) {
        const { first, last } = tokensOf(annotated, span)
        for (const token of [first, last - 1])
          if (quotation[token] >= 0 && !this.byQuotation.has(quotation[token])) this.byQuotation.set(quotation[token], attribution.id)
      }
    }
  }

  /** Whose "I" is outside of quotation marks: the one author that the page gives, or somebody without a name. */
  author(): Entity | null {
    const [name, ...others] = this.annotated.document.provenance.authors
    if (name === undefined) return this.anonymousAuthor()
    if (others.length > 0 || !/^\p{Lu}\S+ .*\p{Lu}/u.test(name)) return null
    const words = name.toLowerCase().split(/\s+/)
    this.writer ??= this.names.known(words) ?? {
      ...createEntity({ ...classifyMention(this.annotated, { start: 0, end: 0 }), name }),
      words,
      kind: 'person',
      identity: 'named',
    }
    return this.writer.kind === 'person' ? this.writer : null
  }

  private anonymousAuthor(): Entity {
    this.writer ??= {
      ...createEntity({ ...classifyMention(this.annotated, { start: 0, end: 0 }), name: 'I' }),
      kind: 'person',
      identity: 'unnamed',
      count: 1,
    }
    return this.writer
  }

  /** Those met last, in the order in which they were met. */
  recent(): readonly Entity[] {
    return this.met.length <= reach ? this.met : this.met.slice(-reach)
  }

  meet(entity: Entity, token: number): void {
    if (token > entity.latest) entity.latest = token
    notePlace(entity, token)
    if (!this.known.has(entity)) {
      this.known.add(entity)
      this.met.push(entity)
    }
  }

  note(entity: Entity, token: number, span: Span, isSource: boolean): void {
    this.meet(entity, token)
    this.discourse.note(entity, token, span, isSource)
  }

  placeAt(token: number, attribution: Attribution | null): Place {
    const { quotation } = this.annotated.tokens
    const parent = attribution?.parent ? (this.byId.get(attribution.parent) ?? null) : null
    const speaker = parent ? (this.findings.get(parent.id)?.entity ?? null) : null
    const content = attribution?.content ?? []
    return {
      token,
      quotation: quotation[token] ?? -1,
      speaker,
      quoted:
        parent !== null &&
        (parent.kind === 'direct' ||
          (parent.cue.length === 0 && parent.source.length > 0) ||
          (parent.kind === 'mixed' && quotation[token] >= 0)),
      isOwnContent: offset => content.some(span => span.start <= offset && offset < span.end),
    }
  }
}
