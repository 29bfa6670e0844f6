import type { Original, Provenance } from '../model/document.ts'
import type { TracedDocument } from '../model/trace.ts'
import { formatDate } from './date.ts'
import { cleanText, layOut } from './layout.ts'
import { identities, identityOrder, type Style } from './style.ts'

const printOriginal = (original: Original | null, style: Style): string[] => {
  const lines: string[] = []
  for (let o = original; o; o = o.earlier) {
    const words = [cleanText(o.publisher ?? 'publisher not known'), o.publishedAt ? formatDate(o.publishedAt) : '', cleanText(o.url ?? '')]
    lines.push(
      ...layOut([{ text: `republished from ${words.filter(Boolean).join(', ')}` }], { width: style.width, first: '← ', rest: '  ' }),
    )
  }
  return lines
}

const printPublication = (provenance: Provenance, style: Style): string[] => {
  const { publisher, publishedAt, updatedAt, seenAt, authors, url } = provenance
  const words = [
    publisher ? cleanText(publisher) : 'publisher not known',
    publishedAt ? formatDate(publishedAt) : 'date not known',
    publishedAt === null && seenAt ? `seen ${formatDate(seenAt)}` : '',
    updatedAt ? `updated ${formatDate(updatedAt)}` : '',
    authors.length > 0 ? `by ${authors.map(cleanText).join(' and ')}` : '',
  ]
  const lines = layOut([{ text: words.filter(Boolean).join(', ') }], { width: style.width, first: '', rest: '  ' })
  return url ? [...lines, ...layOut([{ text: cleanText(url), paint: style.dim }], { width: style.width, first: '', rest: '  ' })] : lines
}

/** Headline, where it was published, and where that was republished from. */
export const printHeading = ({ document }: TracedDocument, style: Style): string[] => {
  const title = cleanText(document.title ?? '') || '(no headline)'
  return [
    ...layOut([{ text: title, paint: style.bold }], { width: style.width, first: '', rest: '' }),
    ...printPublication(document.provenance, style),
    ...printOriginal(document.provenance.original, style),
  ]
}

/** How the chains are to be read, and what the signs mean. */
export const printLegend = (style: Style): string[] => {
  const layout = { width: style.width, first: '', rest: '' }
  const signs = identityOrder.map((identity, i) => {
    const { sign, word, meaning } = identities[identity]
    return { text: `${sign} ${word}: ${meaning}${i < identityOrder.length - 1 ? ';' : '.'}`, paint: style.dim }
  })
  return [
    ...layOut(
      [{ text: 'Who said it, and through whom:', paint: style.bold }, { text: 'from the page (left) to the origin (right)' }],
      layout,
    ),
    ...layOut(signs, layout),
  ]
}
