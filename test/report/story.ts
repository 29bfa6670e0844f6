import type { Hop, Identity, Source, Span, TracedAttribution, TracedDocument } from '../../src/index.ts'

const text = `Grey Island ferry sold, say officials

The ferry has been sold, Radio Meridian reported, citing two officials familiar with the sale.

“There is no sale,” council leader Petra Vance said.

Captain Tomas Ridley said that an inspector had told him the ship may leave in spring.

The lake rose. The road closed. Snow fell. The school stayed open.
`

/** The span of the only place where `phrase` stands in the story. */
export const find = (phrase: string): Span => {
  const start = text.indexOf(phrase)
  if (start < 0 || text.indexOf(phrase, start + 1) >= 0) throw new Error(`not exactly once: ${phrase}`)
  return { start, end: start + phrase.length }
}

const attribution = (fields: Partial<TracedAttribution> & Pick<TracedAttribution, 'id' | 'content'>): TracedAttribution => ({
  parent: null,
  source: [],
  cue: [],
  kind: 'indirect',
  stance: 'asserted',
  hedges: [],
  sourceId: null,
  saidAt: null,
  confidence: 0.9,
  ...fields,
})

const source = (id: string, name: string, identity: Identity, fields: Partial<Source> = {}): Source => ({
  id,
  name,
  title: null,
  affiliation: null,
  kind: 'person',
  issuer: null,
  identity,
  descriptor: null,
  count: null,
  reason: null,
  mentions: [],
  alternatives: [],
  ...fields,
})

const hop = (role: Hop['role'], name: string, identity: Identity, fields: Partial<Hop> = {}): Hop => ({
  role,
  name,
  kind: 'person',
  identity,
  count: null,
  reason: null,
  sourceId: null,
  mention: null,
  via: 'said',
  ...fields,
})

const page = [
  hop('publisher', 'Lakeside Courier', 'named', { kind: 'outlet', via: 'published' }),
  hop('original-publisher', 'Northlake News', 'named', { kind: 'outlet', via: 'republished' }),
]
const ridley = hop('speaker', 'Tomas Ridley', 'named', { sourceId: 's4' })

/** A trace made by hand: an outlet that cites anonymous officials, a denial, and speech within speech. */
export const story: TracedDocument = {
  format: 'hearsay/1',
  document: {
    id: '0',
    key: null,
    input: 'story.txt',
    title: 'Grey Island ferry sold, say officials',
    language: 'en',
    text,
    provenance: {
      url: null,
      publisher: 'Lakeside Courier',
      publishedAt: '2026-03-14T09:30:00+01:00',
      updatedAt: null,
      seenAt: null,
      authors: ['Ilse Marrow'],
      original: { publisher: 'Northlake News', publishedAt: '2026-03-12', url: null, earlier: null },
      credits: [],
      tags: [],
      rights: null,
      evidence: [],
    },
  },
  attributions: [
    attribution({
      id: 'a1',
      content: [find('The ferry has been sold')],
      sourceId: 's2',
      saidAt: { span: find('reported'), value: '2026-03-11', precision: 'day' },
    }),
    attribution({ id: 'a2', content: [find('There is no sale')], sourceId: 's3', stance: 'denied', kind: 'direct' }),
    attribution({ id: 'a3', content: [find('an inspector had told him the ship may leave in spring')], sourceId: 's4' }),
    attribution({
      id: 'a4',
      parent: 'a3',
      content: [find('the ship may leave in spring')],
      sourceId: 's5',
      hedges: [find('may')],
      confidence: 0.4,
    }),
  ],
  sources: [
    source('s1', 'Radio Meridian', 'named', { kind: 'outlet' }),
    source('s2', 'two officials', 'anonymous', {
      kind: 'group',
      count: 2,
      descriptor: 'familiar with the sale',
      reason: 'the contract forbids it',
    }),
    source('s3', 'Petra Vance', 'named', { title: 'council leader' }),
    source('s4', 'Tomas Ridley', 'named', { title: 'Captain' }),
    source('s5', 'an inspector', 'unnamed', { count: 1, alternatives: [{ sourceId: 's3', confidence: 0.2 }] }),
  ],
  chains: [
    {
      attribution: 'a1',
      hops: [
        ...page,
        hop('outlet', 'Radio Meridian', 'named', { kind: 'outlet', sourceId: 's1', via: 'reported' }),
        hop('speaker', 'two officials', 'anonymous', { count: 2, reason: 'the contract forbids it', sourceId: 's2' }),
      ],
    },
    { attribution: 'a2', hops: [...page, hop('speaker', 'Petra Vance', 'named', { sourceId: 's3' })] },
    { attribution: 'a3', hops: [...page, ridley] },
    {
      attribution: 'a4',
      hops: [...page, ridley, hop('speaker', 'an inspector', 'unnamed', { count: 1, sourceId: 's5', via: 'in a letter' })],
    },
  ],
  unattributed: [find('The lake rose.'), find('The road closed.'), find('Snow fell.'), find('The school stayed open.')],
  diagnostics: [{ code: 'repeated', message: 'the headline says what a paragraph says', span: find('Grey Island ferry sold') }],
  decisions: [
    { about: 'a1', by: 'rule: outlet citing somebody', spans: [find('citing')], considered: ['Radio Meridian as the origin'] },
    { about: 's5', by: 'rule: role with an indefinite article', spans: [find('an inspector had')], considered: [] },
    { about: 'document', by: 'rule: masthead', spans: [], considered: ['byline'] },
  ],
}
