import type { AnnotatedDocument, TokenRange, Tokens } from '../model/annotation.ts'

/** A stretch ends with the first paragraph behind so many tokens that no quotation runs over, and with a sentence behind twice as many. */
const LONG = 4000

/** Whether speech goes on from the token before `token` to it. */
const isOpen = ({ tokens, quotations }: AnnotatedDocument, token: number): boolean => {
  const [before, here] = [tokens.quotation[token - 1], tokens.quotation[token]]
  return here >= 0 && (before === here || quotations[here].continues >= 0 || quotations[here].first < token)
}

const findCuts = (annotated: AnnotatedDocument): TokenRange[] => {
  const { sentences } = annotated
  const out: TokenRange[] = []
  let from = 0
  for (let s = 1; s < sentences.length; s++) {
    const { first, paragraph } = sentences[s]
    if (first - from < LONG) continue
    const paragraphEnds = paragraph !== sentences[s - 1].paragraph && !isOpen(annotated, first)
    if (!paragraphEnds && first - from < 2 * LONG) continue
    out.push({ first: from, last: first })
    from = first
  }
  return [...out, { first: from, last: annotated.tokens.start.length }]
}

/** What of an ordered list lies at least partly between two tokens, clipped to them, and where each thing of the list has got to. */
const clip = <T extends TokenRange>(list: readonly T[], { first, last }: TokenRange): { kept: T[]; places: Map<number, number> } => {
  const kept: T[] = []
  const places = new Map<number, number>([[-1, -1]])
  list.forEach((one, i) => {
    if (one.last <= first || one.first >= last) return
    places.set(i, kept.length)
    kept.push({ ...one, first: Math.max(0, one.first - first), last: Math.min(last, one.last) - first })
  })
  return { kept, places }
}

const cutOutStretch = (annotated: AnnotatedDocument, range: TokenRange): AnnotatedDocument => {
  const { document, tokens } = annotated
  const quotations = clip(annotated.quotations, range)
  const names = clip(annotated.names, range)
  const paragraphs = clip(annotated.paragraphs, range)
  const sentences = clip(annotated.sentences, range)
  const cut = <T>(column: readonly T[]): T[] => column.slice(range.first, range.last)
  const start = cut(tokens.start)
  const end = cut(tokens.end)
  const spanOf = ({ first, last }: TokenRange) => ({ start: start[first], end: end[last - 1] })
  const columns: Tokens = {
    start,
    end,
    text: cut(tokens.text),
    lower: cut(tokens.lower),
    tag: cut(tokens.tag),
    lemma: cut(tokens.lemma),
    relation: cut(tokens.relation),
    quotation: cut(tokens.quotation).map(q => quotations.places.get(q) ?? -1),
    name: cut(tokens.name).map(n => names.places.get(n) ?? -1),
    head: cut(tokens.head).map(h => (h >= range.first && h < range.last ? h - range.first : -1)),
  }
  const lengths = new Int32Array(paragraphs.kept.length)
  for (const { paragraph } of sentences.kept) lengths[paragraphs.places.get(paragraph)!]++
  let sentence = 0
  return {
    document,
    tokens: columns,
    sentences: sentences.kept.map(one => ({ ...one, paragraph: paragraphs.places.get(one.paragraph)! })),
    paragraphs: paragraphs.kept.map((one, p) => {
      const firstSentence = sentence
      sentence += lengths[p]
      return { ...one, ...spanOf(one), firstSentence, lastSentence: sentence }
    }),
    quotations: quotations.kept.map(one => ({
      ...one,
      ...spanOf(one),
      parent: quotations.places.get(one.parent) ?? -1,
      continues: quotations.places.get(one.continues) ?? -1,
    })),
    names: names.kept,
  }
}

/** A document as stretches that are searched one by one, so that a book takes no longer a page than an article does. An article is one stretch. */
export const cutStretches = (annotated: AnnotatedDocument): AnnotatedDocument[] => {
  if (annotated.tokens.start.length <= 2 * LONG) return [annotated]
  return findCuts(annotated).map(range => cutOutStretch(annotated, range))
}
