import type { TracedDocument } from '../model/trace.ts'
import { type Claim, groupBy } from './claim.ts'
import { describeDecision } from './decision.ts'
import { cleanText, layOut } from './layout.ts'
import { countNoun, type Style } from './style.ts'

/** What the page says in its own voice: how many sentences, and the first of them. */
export const printOwnVoice = ({ document, unattributed }: TracedDocument, style: Style): string[] => {
  if (unattributed.length === 0) return []
  const shown = unattributed.slice(0, 3)
  const more = unattributed.length - shown.length
  return [
    `${style.bold('In the page’s own voice')}: ${countNoun(unattributed.length, 'sentence')}`,
    ...shown.flatMap(span =>
      layOut([{ text: cleanText(document.text.slice(span.start, span.end)) }], {
        width: style.width,
        first: '  - ',
        rest: '    ',
        maxLines: 2,
      }),
    ),
    ...(more > 0 ? [`  - and ${more} more`] : []),
  ]
}

const shownOfACode = 3

const printDiagnostics = ({ document, diagnostics }: TracedDocument, style: Style): string[] =>
  [...groupBy(diagnostics, diagnostic => diagnostic.code)].flatMap(([code, group]) => {
    const lines = group.slice(0, shownOfACode).flatMap(({ message, span }) => {
      const words = span ? ` “${cleanText(document.text.slice(span.start, span.end))}”` : ''
      const text = `${cleanText(code)}: ${cleanText(message)}${words}`
      return layOut([{ text }], { width: style.width, first: '  ', rest: '    ', maxLines: 3 })
    })
    const more = group.length - shownOfACode
    return more > 0 ? [...lines, `  ${cleanText(code)}: and ${more} more`] : lines
  })

const printOtherDecisions = (traced: TracedDocument, claims: readonly Claim[], style: Style): string[] => {
  const told = new Set([...claims.map(claim => claim.attribution.id), ...traced.sources.map(source => source.id)])
  return (traced.decisions ?? [])
    .filter(decision => !told.has(decision.about))
    .flatMap(decision => {
      const text = `${cleanText(decision.about)}, ${describeDecision(decision, traced.document.text)}`
      return layOut([{ text }], { width: style.width, first: '  ', rest: '    ', maxLines: 4 })
    })
}

/** What a reader should know about the page and about the trace. */
export const printNotes = (traced: TracedDocument, claims: readonly Claim[], style: Style): string[] => {
  const notes = printDiagnostics(traced, style)
  const decisions = style.explain ? printOtherDecisions(traced, claims, style) : []
  return [
    ...(notes.length > 0 ? [style.bold('Notes'), ...notes] : []),
    ...(decisions.length > 0 ? [style.bold('Other decisions'), ...decisions] : []),
  ]
}
