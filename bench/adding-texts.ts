import { drawNumbers } from './corpus-texts.ts'
import { countWords } from './texts.ts'

/** Joins parts until each article has so many words; at most `count` articles. */
const joinParts = (parts: Iterable<string>, words: number, count: number, glue: string): string[] => {
  const out: string[] = []
  let body: string[] = []
  let size = 0
  for (const part of parts) {
    body.push(part)
    size += countWords(part)
    if (size < words) continue
    out.push(body.join(glue))
    if (out.length === count) break
    body = []
    size = 0
  }
  return out
}

/** Articles of so many words made of the paragraphs of others, each paragraph once: as many as there is text for, at most `count`. */
export const cutArticles = (articles: readonly string[], words: number, count: number): string[] => {
  const paragraphs = articles.flatMap(text => text.split('\n')).filter(paragraph => countWords(paragraph) >= 12)
  return joinParts(new Set(paragraphs), words, count, '\n\n')
}

const longWord = /\b[a-z]{5,}\b/g

/**
 * `count` articles of so many words made of a few: their paragraphs in an order that looks drawn, with one long word in four exchanged for another, so that
 * hardly any two share a passage. Always the same ones.
 */
export const mixArticles = (articles: readonly string[], words: number, count: number): string[] => {
  const draw = drawNumbers(20_260_102)
  const choose = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]
  const paragraphs = articles.flatMap(text => text.split(/\n+/)).filter(paragraph => countWords(paragraph) >= 12)
  const vocabulary = [...new Set(paragraphs.flatMap(paragraph => paragraph.match(longWord) ?? []))]
  const endless = function* (): Generator<string> {
    for (;;) yield choose(paragraphs).replace(longWord, word => (draw() < 0.25 ? choose(vocabulary) : word))
  }
  return joinParts(endless(), words, count, '\n\n')
}
