import type { BlockKind } from '../model/document.ts'
import type { Segment } from './segments.ts'
import { countSpaced } from './white-space.ts'

const REACH = 200_000
const SEGMENTS = 3000
const QUOTED = /^[“"‘'«].*[”"’'»][.,]?$/

const SPEECH = /[“”"‘]|\b(?:said|says|told|tells|added|asked|tweeted|wrote|writes|warned|according|reportedly|allegedly)\b/i

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether the text has the first words of a line twice. */
const isRepeated = (text: string, line: string): boolean => {
  const words = line.replace(/^[“"‘'«]+|[”"’'».,!?]+$/g, '').slice(0, 24)
  return text.indexOf(words, text.indexOf(words) + 1) >= 0
}

/** The paragraphs, headings and quotations whose words stand in a longer paragraph again: pull quotes. “Nobody rang us” beside “Nobody rang us,” said Ada Brun. */
export const findPullQuotes = (text: string, segments: readonly Segment[], kinds: readonly BlockKind[]): Set<number> => {
  const found = new Set<number>()
  if (segments.length > SEGMENTS || text.length > REACH) return found
  const candidates: number[] = []
  segments.forEach((segment, index) => {
    if (segment.long || segment.plain.length > 240 || segment.listed) return
    if (kinds[index] !== 'paragraph' && kinds[index] !== 'heading' && kinds[index] !== 'quote') return
    const words = countSpaced(segment.plain)
    if ((QUOTED.test(segment.plain) ? words >= 3 : words >= 6 && !SPEECH.test(segment.plain)) && isRepeated(text, segment.plain))
      candidates.push(index)
  })
  if (candidates.length === 0) return found
  let spoken = '\n'
  segments.forEach(({ plain }, index) => {
    if (kinds[index] === 'paragraph' && /[“"«‘]/.test(plain)) spoken += `${lettersOf(plain)}\n`
  })
  const sought = candidates
    .map(index => ({ index, letters: lettersOf(segments[index].plain) }))
    .filter(({ index, letters }) => letters.length >= 8 && (QUOTED.test(segments[index].plain) || spoken.includes(letters)))
  if (sought.length === 0) return found
  const starts = new Map<number, number>()
  let article = '\n'
  segments.forEach((segment, index) => {
    if (kinds[index] !== 'paragraph') return
    starts.set(index, article.length)
    article += `${lettersOf(segment.plain)}\n`
  })
  for (const { index, letters } of sought)
    for (let at = article.indexOf(letters), tries = 0; at >= 0 && tries < 5; at = article.indexOf(letters, at + 1), tries++) {
      if (at === starts.get(index) || (article[at - 1] === '\n' && article[at + letters.length] === '\n')) continue
      found.add(index)
      break
    }
  return found
}
