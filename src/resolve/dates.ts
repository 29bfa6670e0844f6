import { tokensOf } from '../mention/index.ts'
import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import type { Attribution, SaidAt } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { type Day, readDay } from './calendar.ts'
import { type DateExpression, readExpression } from './expression.ts'

/** The day that "on Tuesday" is reckoned from: the original's, where the text was republished. */
export const referenceDay = (annotated: AnnotatedDocument): Day | null => {
  const { provenance } = annotated.document
  let { original } = provenance
  let day: Day | null = null
  while (original) {
    day = readDay(original.publishedAt) ?? day
    original = original.earlier
  }
  return day ?? readDay(provenance.publishedAt)
}

const reach = 40

/** Past these words another thing is told than when it was said: "said after the vote on Monday". */
const turns: ReadonlySet<string> = new Set(
  'who whom whose which that after before when as while where because until since following ahead amid if though although despite whether how why what ; : ( ) ['.split(
    ' ',
  ),
)

/** "Asked on Saturday whether she expected an answer, the general said …". */
const leadIn = /^(?:Asked|Speaking|Pressed|Questioned|Addressing|Writing|Interviewed|Reached|Testifying|Contacted|Challenged)$/

const finite = /^(?:VBD|VBZ|VBP|MD)$/

const saidAt = (annotated: AnnotatedDocument, expression: DateExpression): SaidAt => {
  const { start, end } = annotated.tokens
  return {
    span: { start: start[expression.first], end: end[expression.last - 1] },
    value: expression.value,
    precision: expression.precision,
  }
}

/** The first date expression in a stretch that tells of nothing but the saying. */
const scan = (annotated: AnnotatedDocument, first: number, last: number, today: Day | null, quotation: number): DateExpression | null => {
  const { tokens } = annotated
  const { text, lower } = tokens
  for (let i = first; i < last; i++) {
    if (tokens.quotation[i] !== quotation) return null
    const expression = readExpression(text, i, last, today, i === first)
    if (expression) return expression
    if (turns.has(lower[i]) && lower[i] !== 'that') return null
  }
  return null
}

/** "On Tuesday, …", "Speaking in Little Orrin on Saturday, …": a date before the speaker with no other verb between. */
const scanBefore = (
  annotated: AnnotatedDocument,
  first: number,
  last: number,
  today: Day | null,
  quotation: number,
): DateExpression | null => {
  const { text, lower, tag } = annotated.tokens
  let from = first
  for (let i = last - 1; i >= first; i--) {
    const word = lower[i]
    if (
      annotated.tokens.quotation[i] !== quotation ||
      word === ';' ||
      ((word === 'and' || word === 'but' || word === 'while') && (i === first || text[i - 1] === ','))
    ) {
      from = i + 1
      break
    }
    if (finite.test(tag[i] ?? '')) return leadIn.test(text[first]) ? scan(annotated, first + 1, last, today, quotation) : null
  }
  let found: DateExpression | null = null
  for (let i = from; i < last; i++) {
    const word = lower[i]
    if (/^(?:after|before|following|ahead|amid|despite|until|because|if)$/.test(word)) return found
    const expression = readExpression(text, i, last, today)
    if (!expression) continue
    found = expression
    i = expression.last - 1
  }
  return found
}

/** "The trust said last night it had …": a date right behind the cue, before the clause's own subject, where the content has taken it in. */
const openingDate = (
  annotated: AnnotatedDocument,
  cues: readonly TokenRange[],
  contents: readonly TokenRange[],
  today: Day | null,
): DateExpression | null => {
  const { quotation, tag, text, lower } = annotated.tokens
  const content = contents.find(({ first }) => cues.some(({ last }) => last === first))
  if (content === undefined || quotation[content.first] !== quotation[content.first - 1]) return null
  const found = readExpression(text, content.first, content.last, today, true)
  if (found === null) return null
  const next = lower[found.last] === 'that' ? found.last + 1 : found.last
  return next > found.last || /^(?:PRP|DT)$/.test(tag[next] ?? '') ? found : null
}

const tokenRanges = (annotated: AnnotatedDocument, spans: readonly Span[]): TokenRange[] => spans.map(span => tokensOf(annotated, span))

const sentenceOf = (annotated: AnnotatedDocument, token: number): TokenRange => {
  const { sentences } = annotated
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle].last <= token) low = middle + 1
    else high = middle
  }
  return sentences[Math.min(low, sentences.length - 1)]
}

/** When an attribution was said, if an expression dates the saying and not the event that is told. */
export const dateSaying = (annotated: AnnotatedDocument, attribution: Attribution, today: Day | null): SaidAt | null => {
  const cues = tokenRanges(annotated, attribution.cue)
  if (cues.length === 0 || annotated.sentences.length === 0) return null
  const sources = tokenRanges(annotated, attribution.source)
  const contents = tokenRanges(annotated, attribution.content)
  const { quotation } = annotated.tokens
  const level = quotation[cues[0].first]
  const sentence = sentenceOf(annotated, cues[0].first)
  const blocks = [...contents, ...sources, ...cues]
  const nextBlock = (token: number): number => {
    let next = Math.min(sentence.last, token + reach)
    for (const block of contents) if (block.first >= token && block.first < next) next = block.first
    return next
  }
  for (const cue of cues) {
    if (cue.first < sentence.first || cue.first >= sentence.last) continue
    let from = cue.last
    for (const source of sources) if (source.first >= from && source.first - from <= 1) from = source.last
    const found = scan(annotated, from, nextBlock(from), today, level)
    if (found) return saidAt(annotated, found)
    if (from !== cue.last) continue
  }
  const opening = openingDate(annotated, cues, contents, today)
  if (opening) return saidAt(annotated, opening)
  const cue = cues[0]
  for (const part of cues) {
    const inside = part.last - part.first > 2 ? scan(annotated, part.first + 1, part.last, today, level) : null
    if (inside) return saidAt(annotated, inside)
  }
  for (const { first, last } of sources) {
    if (quotation[first] !== level || last - first < 2) continue
    const relative = /^(?:who|which)$/.test(annotated.tokens.text[first])
    const opening = readExpression(annotated.tokens.text, relative ? first + 1 : first, last, today)
    if (opening && (relative || opening.last < last) && opening.precision !== 'year') return saidAt(annotated, opening)
    if (opening && relative) return saidAt(annotated, opening)
  }
  for (const source of sources) {
    if (source.last > cue.first || source.first < sentence.first) continue
    const relative = annotated.tokens.text[source.last] === ',' ? source.last + 1 : source.last
    const opens =
      relative < cue.first &&
      /^(?:who|which)$/.test(annotated.tokens.text[relative]) &&
      !annotated.tokens.tag.slice(relative, cue.first).some(tag => finite.test(tag))
    const found = scan(annotated, opens ? relative + 1 : source.last, cue.first, today, level)
    if (found) return saidAt(annotated, found)
  }
  const head = Math.min(cue.first, ...sources.filter(source => source.first >= sentence.first).map(source => source.first))
  let from = Math.max(sentence.first, head - reach)
  if (head - sentence.first > reach) return null
  for (const block of blocks) if (block.last <= head && block.last > from) from = block.last
  const found = scanBefore(annotated, from, head, today, level)
  if (found) return saidAt(annotated, found)
  for (const source of sources) {
    for (let i = source.first + 1; i < source.last && i < source.first + reach; i++) {
      if (!/^(?:published|released|issued|dated|posted|aired|broadcast|sent|filed|conducted)$/.test(annotated.tokens.text[i])) continue
      const inside = scan(annotated, i + 1, source.last, today, level)
      if (inside) return saidAt(annotated, inside)
    }
  }
  return null
}
