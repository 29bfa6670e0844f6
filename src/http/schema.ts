import { z } from '@hono/zod-openapi'
import type { Claim, Origins, SourceUse, Story } from '../model/claim.ts'
import type { Original } from '../model/document.ts'
import type { Ref } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import type { Figures } from '../model/tally.ts'
import type { TracedDocument } from '../model/trace.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const maybe = <T extends z.ZodType>(item: T) => item.nullable()
const text = z.string()
const count = z.int().min(0)

const span = z.object({ start: count, end: count }).openapi('Span', { description: 'UTF-16 offsets into document.text, end exclusive' })
const identity = z.enum(['named', 'unnamed', 'anonymous', 'unspecified']).openapi('Identity')
const kind = z.enum(['person', 'group', 'organization', 'outlet', 'document', 'unknown']).openapi('SourceKind')
const stance = z.enum(['asserted', 'denied', 'doubted', 'asked', 'promised', 'unknown']).openapi('Stance')

const original: z.ZodType<Original> = z
  .object({
    publisher: maybe(text),
    publishedAt: maybe(text),
    url: maybe(text),
    get earlier() {
      return maybe(original)
    },
  })
  .openapi('Original')

const provenance = z
  .object({
    url: maybe(text),
    publisher: maybe(text),
    publishedAt: maybe(text),
    updatedAt: maybe(text),
    seenAt: maybe(text),
    authors: list(text),
    original: maybe(original),
    credits: list(z.object({ name: text, role: z.enum(['contributed', 'translated', 'syndicated', 'photo']), span: maybe(span) })),
    tags: list(z.object({ kind: text, value: text })),
    rights: maybe(z.object({ holder: maybe(text), statement: maybe(text), permission: maybe(text), disclaimer: maybe(text) })),
    evidence: list(z.object({ field: text, span: maybe(span), from: text })),
  })
  .openapi('Provenance')

const attribution = z
  .object({
    id: text,
    parent: maybe(text),
    source: list(span),
    cue: list(span),
    content: list(span),
    kind: z.enum(['direct', 'indirect', 'mixed']),
    stance,
    hedges: list(span),
    sourceId: maybe(text),
    saidAt: maybe(z.object({ span, value: text, precision: z.enum(['minute', 'day', 'month', 'year', 'interval']) })),
    confidence: z.number(),
  })
  .openapi('Attribution')

const source = z
  .object({
    id: text,
    name: text,
    title: maybe(text),
    affiliation: maybe(text),
    kind,
    issuer: maybe(text),
    identity,
    descriptor: maybe(text),
    count: maybe(count),
    reason: maybe(text),
    mentions: list(span),
    alternatives: list(z.object({ sourceId: text, confidence: z.number() })),
  })
  .openapi('Source')

const hop = z
  .object({
    role: z.enum(['publisher', 'original-publisher', 'outlet', 'speaker', 'document']),
    name: text,
    kind,
    identity,
    count: maybe(count),
    reason: maybe(text),
    sourceId: maybe(text),
    mention: maybe(span),
    via: text,
  })
  .openapi('Hop')

export const tracedDocumentSchema = z
  .object({
    format: z.literal('hearsay/1'),
    document: z.object({ id: text, key: maybe(text), input: text, title: maybe(text), language: text, text, provenance }),
    attributions: list(attribution),
    sources: list(source),
    chains: list(z.object({ attribution: text, hops: list(hop) })),
    unattributed: list(span),
    diagnostics: list(z.object({ code: text, message: text, span: maybe(span) })),
    decisions: list(z.object({ about: text, by: text, spans: list(span), considered: list(text) })).optional(),
  })
  .openapi('TracedDocument') satisfies z.ZodType<TracedDocument>

const ref = z
  .object({ publication: text, key: maybe(text), publisher: maybe(text), publishedAt: maybe(text) })
  .openapi('Ref') satisfies z.ZodType<Ref>

const reason = z.object({ code: text, message: text, span: maybe(span), in: maybe(text) }).openapi('Reason')

export const reuseSchema = z
  .object({
    a: ref,
    b: ref,
    containment: z.number(),
    sharing: z.enum(['copy', 'excerpt', 'quotation', 'boilerplate']),
    passages: list(z.object({ a: span, b: span })),
    direction: z.enum(['a-from-b', 'b-from-a', 'common-origin', 'unknown']),
    reasons: list(reason),
  })
  .openapi('Reuse') satisfies z.ZodType<Reuse>

export const originSchema = z
  .object({
    least: count,
    most: count,
    list: list(z.object({ name: text, kind, identity, members: list(count), reasons: list(reason) })),
  })
  .openapi('Origins') satisfies z.ZodType<Origins>

export const claimSchema = z
  .object({
    id: text,
    text,
    members: list(z.object({ publication: text, key: maybe(text), attribution: maybe(text), span, stance, hedges: list(span) })),
    variants: list(
      z.object({
        claim: text,
        differs: z.enum(['number', 'negation', 'name', 'date', 'place', 'hedge', 'source']),
        reasons: list(reason),
      }),
    ),
    outlets: list(text),
    origins: originSchema,
    circular: list(list(text)),
  })
  .openapi('Claim') satisfies z.ZodType<Claim>

const storySchema = z.object({ id: text, title: text, members: list(ref) }).openapi('Story') satisfies z.ZodType<Story>

export const storySummarySchema = storySchema
  .extend({ outlets: count, origins: maybe(z.object({ least: count, most: count })), claim: maybe(text) })
  .openapi('StorySummary', {
    description: 'outlets: how many publishers; origins: those of its main claim, which most of its publications make',
  })

export const sourceUseSchema = z
  .object({
    name: text,
    kind,
    identity,
    publisher: maybe(text),
    attributions: count,
    words: count,
    withoutCopies: z.object({ attributions: count, words: count }),
    reasonGiven: count,
  })
  .openapi('SourceUse') satisfies z.ZodType<SourceUse>

const byIdentity = z.object({ named: count, unnamed: count, anonymous: count, unspecified: count })

export const figuresSchema = z
  .object({
    cells: list(
      z.object({
        month: maybe(text),
        publisher: maybe(text),
        copies: z.boolean(),
        publications: count,
        republished: count,
        claims: byIdentity,
        words: byIdentity,
        kinds: z.object({ person: count, group: count, organization: count, outlet: count, document: count, unknown: count }),
      }),
    ),
    originals: list(z.object({ publisher: text, publications: count, withoutCopies: count })),
  })
  .openapi('Figures') satisfies z.ZodType<Figures>

const failure = z.object({ code: text, message: text })

export const entrySchema = ref
  .extend({
    url: maybe(text),
    seenAt: maybe(text),
    title: maybe(text),
    input: text,
    language: text,
    words: count,
    state: z.enum(['waiting', 'traced', 'failed']),
    error: maybe(failure),
  })
  .openapi('Entry')

export const hitSchema = entrySchema
  .extend({ excerpt: text.openapi({ description: 'the words found stand between U+0001 and U+0002' }) })
  .openapi('Hit')

/** One page of a list: `next` is the address of the following one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: list(item), next: maybe(text) })

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).openapi({ description: 'how many' }),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0).openapi({ description: 'how many to pass over' }),
  format: z.enum(['json', 'jsonl']).default('json').openapi({ description: 'jsonl streams everything as JSON Lines, whatever the limit' }),
})

export const idParameter = z.object({
  id: z
    .string()
    .min(1)
    .max(200)
    .openapi({ param: { name: 'id', in: 'path' } }),
})

const long = 10_000_000

/** What may be added: a text with what is known of it, a file, or an address that this server then fetches. */
export const additionSchema = z
  .union([
    z
      .object({
        text: z.string().min(1).max(long),
        id: z.string().max(1000).optional(),
        url: z.string().max(4000).optional(),
        publisher: z.string().max(1000).optional(),
        publishedAt: z.string().max(100).optional(),
        seenAt: z.string().max(100).optional(),
        title: z.string().max(4000).optional(),
        authors: z.array(z.string().max(1000)).max(100).optional(),
      })
      .strict(),
    z.object({ file: z.object({ name: z.string().min(1).max(1000), base64: z.base64().max(13_600_000) }).strict() }).strict(),
    z.object({ fetch: z.url({ protocol: /^https?$/ }).max(4000) }).strict(),
  ])
  .openapi('Addition', { example: { text: 'The dam will reopen, a spokesman said.', publisher: 'Lakeside Courier' } })

export type Addition = z.infer<typeof additionSchema>

export const jobSchema = z
  .object({
    id: text,
    state: z.enum(['running', 'done', 'failed']),
    stored: count,
    known: count,
    traced: count,
    failed: count,
    publications: list(text),
    errors: list(failure),
  })
  .openapi('Job')

export type Job = z.infer<typeof jobSchema>
