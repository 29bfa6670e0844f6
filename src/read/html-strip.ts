import { scanTags } from './html-guard.ts'
import { gatherPieces, isSkippedTag, type Piece } from './html-pieces.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  eacute: 'é',
  egrave: 'è',
  pound: '£',
  euro: '€',
}

const decodeEntities = (words: string): string =>
  words.includes('&')
    ? words.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name) return ENTITIES[name.toLowerCase()] ?? whole
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
      })
    : words

/** The words of a page without building its tree: linear in its length, however deep its tags. */
export const stripTags = (html: string): readonly Piece[] => {
  const gatherer = gatherPieces()
  let at = 0
  let skipped: string | null = null
  for (const tag of scanTags(html)) {
    if (!tag.name) continue
    if (!skipped && tag.start > at) gatherer.add(decodeEntities(html.slice(at, tag.start).replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')))
    at = tag.end
    if (skipped) {
      if (tag.closing && tag.name === skipped) skipped = null
    } else if (
      !tag.closing &&
      isSkippedTag(tag.name) &&
      !/^(?:form|input|option|embed|nav|dialog)$/.test(tag.name) &&
      html.charCodeAt(tag.end - 2) !== 47
    )
      skipped = tag.name
    else if (tag.closing) gatherer.close(tag.name)
    else gatherer.open(tag.name)
  }
  if (!skipped && at < html.length)
    gatherer.add(
      decodeEntities(
        html
          .slice(at)
          .replace(/<!--[\s\S]*$/, ' ')
          .replace(/<[a-z/!][^>]*$/i, ' '),
      ),
    )
  return gatherer.pieces()
}
