import type { TracedDocument } from '../model/trace.ts'
import type { Claim } from './claim.ts'
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

/** What a reader should know about the page and about the trace. */
export const printNotes = (traced: TracedDocument, claims: readonly Claim[], style: Style): string[] => {
  const told = new Set([...claims.map(claim => claim.attribution.id), ...traced.sources.map(source => source.id)])
  const { text } = traced.document
  const notes = traced.diagnostics.flatMap(({ code, message, span }) => {
    const words = span ? ` “${cleanText(text.slice(span.start, span.end))}”` : ''
    return layOut([{ text: `${cleanText(code)}: ${cleanText(message)}${words}` }], {
      width: style.width,
      first: '  ',
      rest: '    ',
      maxLines: 3,
    })
  })
  const others = (traced.decisions ?? []).filter(decision => !told.has(decision.about))
  const explained = style.explain
    ? others.flatMap(decision =>
        layOut([{ text: `${cleanText(decision.about)}, ${describeDecision(decision, text)}` }], {
          width: style.width,
          first: '  ',
          rest: '    ',
          maxLines: 4,
        }),
      )
    : []
  return [
    ...(notes.length > 0 ? [style.bold('Notes'), ...notes] : []),
    ...(explained.length > 0 ? [style.bold('Other decisions'), ...explained] : []),
  ]
}
