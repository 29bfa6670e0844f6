import type { NameTagger } from '../learn/names.ts'
import type { Parser } from '../learn/parser.ts'
import type { Tagger } from '../learn/tagger.ts'
import type { AnnotatedDocument, Paragraph, Sentence } from '../model/annotation.ts'
import type { Document } from '../model/document.ts'
import { mendCapitals, mendTellings, spellForTagger } from './capitals.ts'
import { findHints } from './hints.ts'
import { lemmaOf } from './lemmas.ts'
import { findNames } from './names.ts'
import { findPassages } from './paragraphs.ts'
import { CLOSING, findQuotations, OPENING } from './quotations.ts'
import { splitSentences } from './sentences.ts'
import { createRows, tokenize } from './tokens.ts'

/** What annotation needs to have learned. Without a parser every token's head is -1 and its relation empty. */
export interface AnnotationModel {
  readonly tagger: Tagger
  readonly names: NameTagger
  readonly parser?: Parser
}

/** Tells a document's words apart: tokens, sentences, paragraphs, quotations, tags, lemmas, names and, with a parser, dependencies. */
export const annotate = (document: Document, model: AnnotationModel): AnnotatedDocument => {
  const { text } = document
  const passages = findPassages(document)
  const rows = createRows()
  const bounds = [0]
  for (const { pieces } of passages) {
    for (const piece of pieces) tokenize(text, piece.start, piece.end, rows)
    bounds.push(rows.start.length)
  }
  const { quotations, innermost, roles } = findQuotations(text, rows, passages, bounds)

  const sentences: Sentence[] = []
  const paragraphs: Paragraph[] = []
  for (let p = 0; p < passages.length; p++) {
    const first = bounds[p]
    const last = bounds[p + 1]
    if (first === last) continue
    const firstSentence = sentences.length
    splitSentences(rows, roles, first, last, paragraphs.length, sentences)
    const { start, end, block } = passages[p]
    paragraphs.push({ start, end, first, last, firstSentence, lastSentence: sentences.length, block })
  }

  const count = rows.start.length
  const tag = new Array<string>(count).fill('')
  const labels = new Array<string>(count).fill('O')
  const head = new Array<number>(count).fill(-1)
  const relation = new Array<string>(count).fill('')
  const spelt = spellForTagger(rows.text)
  for (const { first, last } of sentences) model.tagger.tag(spelt, first, last, tag)
  mendCapitals(rows.text, tag, sentences)
  for (let t = 0; t < count; t++) {
    if (roles[t] === OPENING) tag[t] = '``'
    else if (roles[t] === CLOSING) tag[t] = "''"
  }
  const lower = rows.text.map(word => word.toLowerCase())
  mendTellings(lower, tag, sentences)
  const lemma = lower.map((word, t) => lemmaOf(word, tag[t]))
  const hints = findHints(rows.text, lower, sentences)
  for (const { first, last } of sentences) {
    model.names.label(rows.text, tag, hints, first, last, labels)
    model.parser?.parse(rows.text, tag, lemma, first, last, head, relation)
  }
  const names = findNames(rows, tag, hints, sentences, labels)
  const name = new Array<number>(count).fill(-1)
  for (let n = 0; n < names.length; n++) name.fill(n, names[n].first, names[n].last)

  const tokens = { ...rows, lower, tag, lemma, quotation: innermost, name, head, relation }
  return { document, tokens, sentences, paragraphs, quotations, names }
}
