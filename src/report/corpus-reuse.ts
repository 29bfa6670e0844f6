import type { Ref } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import { shortId } from './corpus-list.ts'
import { cleanText, layOut } from './layout.ts'
import { createStyle, type ReportOptions, type Style } from './style.ts'

/** A publication in the middle of a sentence: "Harbour Gazette [06a30911]". */
export const nameRef = ({ publication, publisher, key }: Ref): string => {
  const name = cleanText(publisher ?? key ?? '')
  return name === '' ? `[${shortId(publication)}]` : `${name} [${shortId(publication)}]`
}

/** "Tarnmoor Gazette has it from Kestrel Wire". */
const describeDirection = ({ a, b, direction }: Reuse): string => {
  const [one, other] = [nameRef(a), nameRef(b)]
  if (direction === 'a-from-b') return `${one} has it from ${other}`
  if (direction === 'b-from-a') return `${other} has it from ${one}`
  if (direction === 'common-origin') return `${one} and ${other} have it from a third`
  return `${one} and ${other}; who has it from whom is not known`
}

const describePair = (pair: Reuse): string => {
  if (pair.sharing === 'quotation') return `${nameRef(pair.a)} and ${nameRef(pair.b)} quote the same words`
  if (pair.sharing === 'boilerplate') return `${nameRef(pair.a)} and ${nameRef(pair.b)} have the same furniture`
  return describeDirection(pair)
}

/** `96%`, never `100%` or `0%` of what is not. */
export const writePercent = (part: number): string => {
  const percent = Math.round(part * 100)
  if (percent === 100 && part < 1) return '99%'
  return percent === 0 && part > 0 ? '1%' : `${percent}%`
}

const printPair = (pair: Reuse, style: Style): string[] => {
  const indent = '                  '
  const label = `${pair.sharing.padEnd(12)}${writePercent(pair.containment).padStart(4)}  `
  return [
    ...layOut([{ text: describePair(pair) }], { width: style.width, first: label, rest: indent }),
    ...pair.reasons.flatMap(({ message }) =>
      layOut([{ text: cleanText(message), paint: style.dim }], { width: style.width, first: indent, rest: indent, maxLines: 3 }),
    ),
  ]
}

/** Pairs that share text, for people: what kind of sharing it is, how much of the shorter, who has it from whom and why. */
export const renderReuse = (pairs: readonly Reuse[], options: ReportOptions): string => {
  const style = createStyle(options)
  return pairs.map(pair => printPair(pair, style).join('\n')).join('\n')
}
