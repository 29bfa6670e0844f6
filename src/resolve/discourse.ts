import { tokenAt } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'
import { type Entity, notePlace, type Occurrence } from './entity.ts'

const prepositions: ReadonlySet<string> = new Set(
  'in of by with to from for at against on about than into over after before near between under without behind beside like told toward towards among'.split(
    ' ',
  ),
)

const reach = 60
const farthest = 14

/** Everybody mentioned so far, in text order, and where in the text that was. */
export class Discourse {
  private readonly annotated: AnnotatedDocument
  private readonly sentenceOf: Int32Array
  /** By sentence, so that a mention within speech can be noted long after what follows it. */
  private readonly occurrences: (Occurrence[] | undefined)[]

  constructor(annotated: AnnotatedDocument) {
    this.annotated = annotated
    this.occurrences = new Array(annotated.sentences.length)
    this.sentenceOf = new Int32Array(annotated.tokens.text.length)
    for (const [index, sentence] of annotated.sentences.entries()) this.sentenceOf.fill(index, sentence.first, sentence.last)
  }

  sentence(token: number): number {
    return this.sentenceOf[token] ?? 0
  }

  /** The index of the sentence that holds a character. */
  sentenceAt(offset: number): number {
    return this.sentence(tokenAt(this.annotated, offset))
  }

  paragraph(token: number): number {
    return this.annotated.sentences[this.sentence(token)]?.paragraph ?? 0
  }

  /** Notes a mention of `entity` at `token`, the first of its phrase. */
  note(entity: Entity, token: number, span: Span, isSource: boolean): void {
    const { lower, quotation } = this.annotated.tokens
    const sentence = this.sentence(token)
    const before = token > 0 && this.sentence(token - 1) === sentence ? lower[token - 1] : ''
    const isOblique = prepositions.has(before)
    const isSubject =
      !isOblique &&
      (token === this.annotated.sentences[sentence]?.first ||
        (isParsedSubject(this.annotated, token, span.end) ?? isFirst(this.annotated, token, sentence)))
    const occurrence: Occurrence = { token, entity, span, sentence, quotation: quotation[token], isSource, isSubject, isOblique }
    const list = this.occurrences[sentence] ?? []
    this.occurrences[sentence] = list
    let at = list.length
    while (at > 0 && list[at - 1].token > token) at--
    list.splice(at, 0, occurrence)
    entity.weight++
    if (token > entity.latest) entity.latest = token
    notePlace(entity, token)
    entity.mentions.push(span)
  }

  /** Mentions before `token`, the nearest first; only those that a reader still has in mind. */
  *before(token: number): Generator<Occurrence> {
    const here = this.sentence(token)
    let steps = 0
    for (let sentence = here; sentence >= Math.max(0, here - farthest); sentence--) {
      const list = this.occurrences[sentence] ?? []
      for (let i = list.length - 1; i >= 0; i--) {
        if (list[i].token >= token) continue
        if (steps++ >= reach) return
        yield list[i]
      }
    }
  }
}

/** Whether the parse has the phrase as a subject; null where there is no parse. */
const isParsedSubject = (annotated: AnnotatedDocument, token: number, end: number): boolean | null => {
  const { head, relation, start } = annotated.tokens
  let parsed = false
  let last = token
  while (last < start.length && start[last] < end && last - token < 12) last++
  for (let i = token; i < last; i++) {
    if (relation[i] !== '') parsed = true
    if (head[i] >= token && head[i] < last) continue
    return relation[i] === '' ? (parsed ? false : null) : relation[i].startsWith('nsubj')
  }
  return parsed ? false : null
}

/** Whether no other noun phrase stands before the token in its sentence, so that it is likely the subject. */
const isFirst = (annotated: AnnotatedDocument, token: number, sentence: number): boolean => {
  const { first } = annotated.sentences[sentence] ?? { first: token }
  if (token - first > 8) return false
  const { text } = annotated.tokens
  for (let i = first; i < token; i++)
    if (/^(?:said|told|says|had|has|was|were|is|are|,|that)$/.test(text[i])) return text[i] === ',' && token - i < 3 && i - first < 6
  return true
}
