import { readFileSync } from 'node:fs'
import { annotate } from '../../src/annotate/index.ts'
import { attribute } from '../../src/attribute/index.ts'
import type { Span } from '../../src/model/span.ts'
import { readText } from '../../src/read/text.ts'
import { decodeModel } from '../../src/trace.ts'

export const model = decodeModel(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url)))

/** The attributions of a text, one a line: `source / cue / content`, pieces parted by `…`, with `>` for each level of nesting and `+` for what runs on. */
export const find = (text: string): string[] => {
  const annotated = annotate(readText(text, { input: 'passage.txt' }), model.annotation)
  const { attributions } = attribute(annotated, model.attribution)
  const byId = new Map(attributions.map(a => [a.id, a]))
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(byId.get(id)!.parent))
  const words = (spans: readonly Span[]): string => spans.map(s => text.slice(s.start, s.end)).join(' … ')
  return attributions.map(
    a => `${'> '.repeat(depth(a.parent))}${a.follows ? '+ ' : ''}${words(a.source)} / ${words(a.cue)} / ${words(a.content)}`,
  )
}

/** The kinds of a text's attributions, in order. */
export const kindsOf = (text: string): string[] =>
  attribute(annotate(readText(text, { input: 'passage.txt' }), model.annotation), model.attribution).attributions.map(a => a.kind)
