import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeModel, HearsayError, type Model, readText, type TracedDocument, trace } from '../src/index.ts'
import { loadModel } from '../src/node.ts'
import { findFaults } from './faults.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const ferry = readFileSync(join(root, 'examples/ferry.txt'), 'utf8')
let model: Model

beforeAll(async () => {
  model = await loadModel()
})

const freeze = <T>(value: T): T => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}

const traceText = (text: string): TracedDocument => trace(freeze(readText(text, { input: 'test' })), model, { explain: true })

describe('the sample story', () => {
  const say = (traced: TracedDocument, words: string) => {
    const attribution = traced.attributions.find(({ content }) =>
      content.some(({ start, end }) => traced.document.text.slice(start, end).includes(words)),
    )
    if (!attribution) throw new Error(`nobody says ${words}`)
    return { attribution, hops: traced.chains.find(chain => chain.attribution === attribution.id)?.hops ?? [] }
  }

  test('is whole', () => {
    const traced = traceText(ferry)
    expect(findFaults(traced)).toEqual([])
    expect(traced.document.text).toBe(ferry)
    expect(traced.decisions?.length).toBeGreaterThan(0)
  })

  test('its lead comes from two officials through an outlet, an agency and the page', () => {
    const { hops, attribution } = say(traceText(ferry), 'sold to a foreign buyer')
    expect(hops.map(({ role, identity }) => [role, identity])).toEqual([
      ['publisher', 'named'],
      ['original-publisher', 'named'],
      ['outlet', 'named'],
      ['speaker', 'anonymous'],
    ])
    expect(hops.map(hop => hop.name).slice(0, 3)).toEqual(['Lakeside Courier', 'Northlake News Agency', 'Radio Meridian'])
    expect(hops[3]).toMatchObject({ count: 2, reason: expect.stringContaining('the contract forbids') })
    expect(attribution.hedges.length).toBeGreaterThan(0)
  })

  test('its denial is one', () => {
    expect(say(traceText(ferry), 'met any buyer').attribution.stance).toBe('denied')
  })

  test('what nobody is quoted for is the page’s own', () => {
    const { document, unattributed } = traceText(ferry)
    const sentences = unattributed.map(({ start, end }) => document.text.slice(start, end))
    expect(sentences.some(sentence => sentence.includes('four times a day since 1987'))).toBe(true)
    expect(sentences.some(sentence => sentence.includes('eleven days of lessons'))).toBe(false)
  })
})

describe('any text', () => {
  test('gives the same trace again, and decisions only when asked for', () => {
    const document = readText(ferry, { input: 'test' })
    expect(trace(document, model)).toEqual(trace(document, model))
    expect('decisions' in trace(document, model)).toBe(false)
  })

  test('of news-like pieces in any order is traced without fault', () => {
    const piece = fc.constantFrom(
      ...[
        '“',
        '”',
        '‘',
        '’',
        '"',
        ' ',
        '\n\n',
        ', ',
        '. ',
        'said',
        'Mara Voss',
        'the clerk',
        'that',
        'he',
        'according to',
        'Radio Vesna',
        'two officials',
      ],
      ...[
        'reported',
        'citing',
        'may',
        'denied',
        'the dam will hold',
        'on Monday',
        'It',
        '—',
        '\u00a0',
        '😀',
        '\t',
        '1,200',
        '[',
        '](#)',
        '**',
        '>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        expect(findFaults(traceText(pieces.join(' ')))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('of any characters is traced without fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(findFaults(traceText(text))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

test('a language that no model covers keeps its provenance, has no attributions and says why', () => {
  const text =
    'Der Damm wird halten, sagte die Ingenieurin Mara Voss am Montag. Er sei im Frühjahr geprüft worden, und niemand müsse das Tal verlassen.\n'.repeat(
      4,
    )
  const traced = traceText(text)
  expect(traced.document.language).toMatch(/^de/)
  expect([traced.attributions, traced.sources, traced.chains]).toEqual([[], [], []])
  expect(traced.diagnostics.map(diagnostic => diagnostic.code)).toContain('language-unsupported')
})

test.each([
  ['nothing', new Uint8Array()],
  ['something else', new TextEncoder().encode('<html></html>')],
  ['a bundle cut short', new TextEncoder().encode('HEARSAY1')],
])('%s is no model', (_, bytes) => {
  expect(() => decodeModel(bytes)).toThrow(HearsayError)
  expect(() => decodeModel(bytes)).toThrow('use models/en/en.hearsay')
})

test('a text that breaks off after any word is survived', () => {
  const text = `Two clerks who asked not to be quoted or identified told Radio Meridian, citing a memo, that the ferry had reportedly been sold. “We were not authorised to discuss it, and nobody was permitted to speak,” one of them said. According to the mayor, Petra Vance, who declined to be named at first, the harbour board was quoted by the Gazette as saying: “No comment.”`
  const words = text.split(' ')
  for (let n = 1; n <= words.length; n++) {
    const cut = words.slice(0, n).join(' ')
    expect(findFaults(traceText(cut)), cut).toEqual([])
  }
})
