import type { TracedDocument } from '../model/trace.ts'
import { listClaims } from './claim.ts'
import { printClaim } from './entry.ts'
import { printHeading, printLegend } from './heading.ts'
import { printNotes, printOwnVoice } from './remainder.ts'
import { countShares } from './share.ts'
import { createStyle, type ReportOptions } from './style.ts'
import { printShares, printSources } from './summary.ts'

/** A trace as a page for people, without a line break at its end. */
export const renderPage = (traced: TracedDocument, options: ReportOptions): string => {
  const style = createStyle(options)
  const claims = listClaims(traced)
  const blocks =
    claims.length === 0
      ? [['Nothing on this page is attributed to anybody.']]
      : [
          printLegend(style),
          ...claims.map(claim => printClaim(claim, traced.document.text, style)),
          printShares(countShares(traced, claims), traced.sources, style),
        ]
  return [
    printHeading(traced, style),
    ...blocks,
    printSources(traced, claims, style),
    printOwnVoice(traced, style),
    printNotes(traced, claims, style),
  ]
    .filter(block => block.length > 0)
    .map(block => block.join('\n'))
    .join('\n\n')
}
