import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Diagnostic, Document } from '../model/document.ts'
import { detectLanguage } from './language.ts'
import { layOut, toBlocks } from './layout.ts'
import { type Declared, readProvenance } from './provenance.ts'
import type { Segment } from './segments.ts'

/** Names the input that a document is read from; `key` tells documents of one input apart. `record` is what is known of it beside its text. */
export interface ReadOptions {
  readonly input: string
  readonly key?: string | null
  readonly url?: string | null
  readonly record?: Declared
}

const PAYWALL =
  /^(?:to (?:continue|read the (?:full|rest))|(?:please )?(?:subscribe|log in|sign in|register) to (?:continue|read|unlock)|this (?:article|content|story) is (?:for|only|available|reserved)|already a subscriber|you (?:have|’ve|'ve) (?:reached|read)|continue reading)/i

/** Makes the document of a text that is cut into segments. */
export const makeDocument = (
  text: string,
  segments: readonly Segment[],
  options: ReadOptions,
  from: { readonly declared?: Declared; readonly language?: string | null; readonly diagnostics?: readonly Diagnostic[] } = {},
): Document => {
  const layout = layOut(text, segments)
  const record = options.record ?? {}
  const declared: Declared = {
    ...from.declared,
    ...Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)),
  }
  const diagnostics: Diagnostic[] = [...(from.diagnostics ?? [])]
  layout.segments.forEach((segment, index) => {
    if (
      layout.kinds[index] !== 'boilerplate' ||
      !PAYWALL.test(segment.plain) ||
      diagnostics.some(diagnostic => diagnostic.code === 'paywall')
    )
      return
    diagnostics.push({
      code: 'paywall',
      message: 'The page asks for a subscription here; the article may be cut short.',
      span: { start: segment.start, end: segment.end },
    })
  })
  return {
    id: bytesToHex(sha256(utf8ToBytes(text))),
    key: options.key ?? null,
    input: options.input,
    title: declared.title ?? layout.header.title?.value ?? null,
    language: detectLanguage(text, from.language),
    text,
    provenance: readProvenance(text, layout, { ...declared, url: options.url ?? declared.url ?? null }),
    blocks: toBlocks(layout),
    diagnostics,
  }
}
