import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Block, Diagnostic, Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { detectLanguage } from './language.ts'
import { layOut, toBlocks } from './layout.ts'
import { type Declared, readProvenance } from './provenance.ts'
import type { Segment } from './segments.ts'

/**
 * Names the input that a document is read from; `key` tells documents of one input apart. `record` is what is known of it beside its text, `language` what
 * its feed or its server declared.
 */
export interface ReadOptions {
  readonly input: string
  readonly key?: string | null
  readonly url?: string | null
  readonly language?: string | null
  readonly record?: Declared
}

/** What an input's markup and bytes said before its text was read. */
export interface Context {
  readonly declared?: Declared
  readonly language?: string | null
  readonly diagnostics?: readonly Diagnostic[]
}

const PAYWALL =
  /^(?:to (?:continue|read the (?:full|rest))|(?:please )?(?:subscribe|log in|sign in|register) to (?:continue|read|unlock)|this (?:article|content|story) is (?:for|only|available|reserved)|already a subscriber|you (?:have|’ve|'ve) (?:reached|read)|continue reading)/i

const identify = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

const mergeDeclared = (from: Declared | undefined, record: Declared | undefined): Declared => ({
  ...from,
  ...Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== null && value !== undefined)),
})

/** Makes the document of a text that is cut into segments. */
export const makeDocument = (text: string, segments: readonly Segment[], options: ReadOptions, context: Context = {}): Document => {
  const layout = layOut(text, segments)
  const declared = mergeDeclared(context.declared, options.record)
  const diagnostics: Diagnostic[] = [...(context.diagnostics ?? [])]
  const wall = layout.segments.find((segment, index) => layout.kinds[index] === 'boilerplate' && PAYWALL.test(segment.plain))
  if (wall)
    diagnostics.push({
      code: 'paywall',
      message: 'The page asks for a subscription here; the article may be cut short.',
      span: { start: wall.start, end: wall.end },
    })
  return {
    id: identify(text),
    key: options.key ?? null,
    input: options.input,
    title: declared.title ?? layout.header.title?.value ?? null,
    language: detectLanguage(text, context.language ?? options.language ?? null),
    text,
    provenance: readProvenance(text, layout, { ...declared, url: options.url ?? declared.url ?? null }),
    blocks: toBlocks(layout),
    diagnostics,
  }
}

/** The same document without some of its blocks: its text is the others, a blank line between them. What was read out of the dropped ones stays. */
export const dropBlocks = (document: Document, isDropped: (block: Block, index: number) => boolean): Document => {
  const kept = document.blocks.filter((block, index) => !isDropped(block, index))
  const shifts: { readonly from: Span; readonly to: number }[] = []
  const parts: string[] = []
  let length = 0
  for (const block of kept) {
    if (length > 0) length += 2
    shifts.push({ from: block, to: length })
    parts.push(document.text.slice(block.start, block.end))
    length += block.end - block.start
  }
  const text = parts.join('\n\n')
  const move = (span: Span | null): Span | null => {
    const shift = span && shifts.find(({ from }) => from.start <= span.start && span.end <= from.end)
    return shift ? { start: span.start - shift.from.start + shift.to, end: span.end - shift.from.start + shift.to } : null
  }
  const { provenance } = document
  return {
    ...document,
    id: identify(text),
    text,
    provenance: {
      ...provenance,
      credits: provenance.credits.map(credit => ({ ...credit, span: move(credit.span) })),
      evidence: provenance.evidence.map(item => ({ ...item, span: move(item.span) })),
    },
    blocks: kept.map((block, index) => ({ kind: block.kind, start: shifts[index].to, end: shifts[index].to + block.end - block.start })),
    diagnostics: document.diagnostics.map(diagnostic => ({ ...diagnostic, span: move(diagnostic.span) })),
  }
}
