import type { Decision } from '../model/trace.ts'
import { cleanText, layOut } from './layout.ts'
import type { Style } from './style.ts'

/** A decision in one line: the rule or model, the words, and what else was considered. */
export const describeDecision = (decision: Decision, text: string): string => {
  const words = decision.spans.map(span => `“${cleanText(text.slice(span.start, span.end))}”`)
  const considered = decision.considered.length > 0 ? `; also considered: ${decision.considered.map(cleanText).join('; ')}` : ''
  return `why: ${cleanText(decision.by)}${words.length > 0 ? ` on ${words.join(', ')}` : ''}${considered}`
}

/** Decisions as lines of the page; none unless they are asked for. */
export const printDecisions = (decisions: readonly Decision[], text: string, indent: string, style: Style): string[] =>
  style.explain
    ? decisions.flatMap(decision =>
        layOut([{ text: describeDecision(decision, text), paint: style.dim }], {
          width: style.width,
          first: indent,
          rest: `${indent}  `,
          maxLines: 4,
        }),
      )
    : []
