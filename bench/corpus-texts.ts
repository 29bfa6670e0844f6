/** A line of numbers that look drawn at random, the same each time (mulberry32). */
export const drawNumbers = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}

const syllables =
  'ba be bo da de do fa fe ga go ha he ka ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve wa we'.split(' ')

/** Words as often as in a language: the n-th is drawn in proportion to 1/n (Zipf). */
const makeVocabulary = (size: number, draw: () => number) => {
  const words = Array.from({ length: size }, (_, index) =>
    Array.from({ length: 1 + ((index * 7) % 3) + (index > 500 ? 1 : 0) }, () => syllables[Math.floor(draw() * syllables.length)]).join(''),
  )
  return (): string => words[Math.min(size - 1, Math.floor(size ** draw()) - 1)] ?? words[0]
}

const footer =
  'Sign up for our morning letter and never miss a story again. All rights reserved by the publisher of this page and its partners.'

/**
 * Made articles for ever: two in ten are copies of one of the last thousand under a new head, one in ten takes an excerpt from one, half of all end with the
 * same furniture. Always the same ones.
 */
export function* makeArticles(words: number): Generator<{ id: string; publisher: string; text: string }, never> {
  const draw = drawNumbers(20_260_101)
  const word = makeVocabulary(30_000, draw)
  const writeSentence = (): string => {
    const length = 8 + Math.floor(draw() * 22)
    const text = Array.from({ length }, word).join(' ')
    return `${text[0].toUpperCase()}${text.slice(1)}.`
  }
  const recent: (readonly string[])[] = []
  const writeParagraphs = (count: number): string[] => {
    const paragraphs: string[] = []
    for (let n = 0; n < count; ) {
      const paragraph = Array.from({ length: 3 }, writeSentence).join(' ')
      paragraphs.push(paragraph)
      n += paragraph.split(' ').length
    }
    return paragraphs
  }
  for (let number = 1; ; number++) {
    const kind = recent.length > 0 ? draw() : 1
    const other = recent[Math.floor(draw() * recent.length)] ?? []
    const body =
      kind < 0.2
        ? [writeSentence(), ...other]
        : kind < 0.3
          ? [...other.slice(1, 3), ...writeParagraphs(words * 0.8)]
          : writeParagraphs(words)
    if (kind >= 0.3) {
      recent.push(body)
      if (recent.length > 1000) recent.shift()
    }
    const text = [...body, ...(draw() < 0.5 ? [footer] : [])].join('\n\n')
    yield { id: `made-${number}`, publisher: `Outlet ${1 + Math.floor(draw() * 40)}`, text }
  }
}
