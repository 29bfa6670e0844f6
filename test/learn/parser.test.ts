import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpackBundle } from '../../src/learn/bundle.ts'
import { decodeParser, type Parser } from '../../src/learn/parser.ts'
import type { SilverArticle, SilverSentence } from '../../training/corpus.ts'
import { measureParser, trainParser } from '../../training/parser.ts'
import { plainWord } from '../../training/parser-examples.ts'

const shipped = decodeParser(unpackBundle(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url))).parser)

/** `word/tag` pairs, parsed alone. */
const parse = (parser: Parser, text: string): { word: string; head: string; relation: string }[] => {
  const pairs = text.split(' ').map(pair => [pair.slice(0, pair.lastIndexOf('/')), pair.slice(pair.lastIndexOf('/') + 1)])
  const words = pairs.map(([word]) => word)
  const heads: number[] = []
  const relations: string[] = []
  parser.parse(
    words,
    pairs.map(([, tag]) => tag),
    words,
    0,
    words.length,
    heads,
    relations,
  )
  return words.map((word, i) => ({ word, head: words[heads[i]] ?? '', relation: relations[i] }))
}

/** `word/tag/head/relation`, heads counted from 1, 0 the root. */
const readSentence = (text: string): SilverSentence => {
  const rows = text.split(' ').map(row => row.split('/'))
  const column = (i: number): string[] => rows.map(row => row[i])
  const numbers = rows.map((_, i) => i)
  return {
    tokens: column(0),
    start: numbers,
    end: numbers,
    pos: column(1),
    ner: rows.map(() => 'O'),
    lemma: column(0),
    head: column(2).map(head => Number(head) - 1),
    rel: column(3),
  }
}

const toy: SilverArticle[] = ['baker', 'pilot', 'mayor', 'nurse'].map((noun, i) => ({
  doc: `toy ${i}`,
  sentences: ['sang', 'slept', 'waited'].flatMap(verb => [
    readSentence(`the/DT/2/det ${noun}/NN/3/nsubj ${verb}/VBD/0/root ././3/punct`),
    readSentence(`Ada/NNP/2/nsubj said/VBD/0/root the/DT/4/det ${noun}/NN/5/nsubj ${verb}/VBD/2/ccomp ././2/punct`),
    readSentence(`Ada/NNP/2/nsubj met/VBD/0/root the/DT/4/det ${noun}/NN/2/dobj ././2/punct`),
  ]),
}))
const options = { epochs: 5, transitionBits: 14, relationBits: 12, knownBits: 10, minimum: 1, cutoff: 1 }
const bytes = trainParser(toy, options)
const learned = decodeParser(bytes)

describe('training', () => {
  it('learns heads and relations, and gives them to words it never saw', () => {
    expect(measureParser(bytes, toy)).toMatchObject({ uas: 100, las: 100 })
    expect(parse(learned, 'Ada/NNP said/VBD the/DT fiddler/NN stayed/VBD ./.')).toEqual([
      { word: 'Ada', head: 'said', relation: 'nsubj' },
      { word: 'said', head: '', relation: 'root' },
      { word: 'the', head: 'fiddler', relation: 'det' },
      { word: 'fiddler', head: 'stayed', relation: 'nsubj' },
      { word: 'stayed', head: 'said', relation: 'ccomp' },
      { word: '.', head: 'said', relation: 'punct' },
    ])
  })

  it('gives the same bytes for the same articles', () => {
    expect(trainParser(toy, options)).toEqual(bytes)
  })

  it('reads treebank marks in their plain form', () => {
    expect(['``', "''", '`', '-LRB-', '-RSB-', '—', '…', 'ferry'].map(plainWord)).toEqual(['"', '"', "'", '(', ']', '--', '...', 'ferry'])
  })
})

describe('bytes', () => {
  it('are read from the middle of a buffer too', () => {
    const padded = Buffer.concat([Buffer.from('xyz'), bytes]).subarray(3)
    expect(parse(decodeParser(padded), 'the/DT mayor/NN sang/VBD ./.')).toEqual(parse(learned, 'the/DT mayor/NN sang/VBD ./.'))
  })

  it('are refused where they are no parser or cut short', () => {
    expect(() => decodeParser(new Uint8Array(100))).toThrow(RangeError)
    expect(() => decodeParser(new Uint8Array(0))).toThrow(RangeError)
    expect(() => decodeParser(bytes.subarray(0, bytes.length - 8))).toThrow(/cut short/)
  })
})

describe('the shipped parser', () => {
  it('hangs reported speech on its cue', () => {
    const rows = parse(
      shipped,
      'Mayor/NNP Ines/NNP Holm/NNP said/VBD on/IN Monday/NNP that/IN the/DT ferry/NN will/MD sail/VB again/RB ./.',
    )
    expect(rows[2]).toMatchObject({ head: 'said', relation: 'nsubj' })
    expect(rows[3]).toMatchObject({ head: '', relation: 'root' })
    expect(rows[8]).toMatchObject({ head: 'sail', relation: 'nsubj' })
    expect(rows[10]).toMatchObject({ head: 'said', relation: 'ccomp' })
  })

  it('hangs a quotation before its cue on it', () => {
    const rows = parse(shipped, `"/\`\` The/DT bridge/NN is/VBZ closed/VBN ,/, "/'' the/DT harbour/NN office/NN said/VBD ./.`)
    expect(rows[9]).toMatchObject({ head: 'said', relation: 'nsubj' })
    expect(rows[4]).toMatchObject({ head: 'said', relation: 'ccomp' })
  })

  it('tells a passive subject and a relative clause', () => {
    const passive = parse(shipped, 'The/DT pilot/NN was/VBD questioned/VBN by/IN police/NN on/IN Monday/NNP ./.')
    expect(passive[1]).toMatchObject({ head: 'questioned', relation: 'nsubjpass' })
    expect(passive[5]).toMatchObject({ head: 'questioned', relation: 'nmod' })
    const relative = parse(shipped, 'The/DT ministry/NN ,/, which/WDT runs/VBZ the/DT port/NN ,/, denied/VBD the/DT report/NN ./.')
    expect(relative[1]).toMatchObject({ head: 'denied', relation: 'nsubj' })
    expect(relative[4]).toMatchObject({ head: 'ministry', relation: 'acl:relcl' })
  })
})

describe('any input', () => {
  it('fills the rows of its sentence alone', () => {
    const heads = [7, 7, 7, 7, 7]
    const relations = ['x', 'x', 'x', 'x', 'x']
    shipped.parse(['no', 'Ferries', 'sail', '.', 'no'], ['UH', 'NNS', 'VBP', '.', 'UH'], [], 1, 4, heads, relations)
    expect(heads).toEqual([7, 2, -1, 2, 7])
    expect(relations).toEqual(['x', 'nsubj', 'root', 'punct', 'x'])
  })

  it('leaves an empty range as it is and makes a lone word the root', () => {
    const heads: number[] = []
    const relations: string[] = []
    shipped.parse(['Ferry'], ['NN'], ['ferry'], 0, 0, heads, relations)
    expect(heads).toEqual([])
    shipped.parse(['Ferry'], ['NN'], ['ferry'], 0, 1, heads, relations)
    expect([heads, relations]).toEqual([[-1], ['root']])
  })

  it('takes a line of 100,000 words in linear time', () => {
    const size = 100_000
    const words = Array.from({ length: size }, (_, i) => ['the', 'of', '', '"', ',', 'ferry', '9'][i % 7])
    const tags = Array.from({ length: size }, (_, i) => ['DT', 'IN', 'XX', '``', ',', 'NN', 'CD'][i % 7])
    const heads: number[] = []
    const start = performance.now()
    shipped.parse(words, tags, words, 0, size, heads, [])
    expect(performance.now() - start).toBeLessThan(3000)
    expect(heads.filter(head => head === -1)).toHaveLength(1)
    expect(parse(shipped, 'Ferries/NNS sail/VBP ./.')[0]).toEqual({ word: 'Ferries', head: 'sail', relation: 'nsubj' })
  })

  it('gives a tree with one root and no crossing arcs', () => {
    const tag = fc.constantFrom('NN', 'NNP', 'VBD', 'VB', 'IN', 'DT', ',', '.', '``', "''", 'CC', 'TO', 'WP', 'nonsense', '')
    const word = fc.oneof(fc.constantFrom('said', 'to', 'the', '"', ',', ''), fc.string({ maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(word, tag), { minLength: 1, maxLength: 40 }), rows => {
        const heads: number[] = []
        const relations: string[] = []
        const words = rows.map(([w]) => w)
        shipped.parse(
          words,
          rows.map(([, t]) => t),
          words,
          0,
          rows.length,
          heads,
          relations,
        )
        expect(heads).toHaveLength(rows.length)
        expect(heads.filter(head => head === -1)).toHaveLength(1)
        for (let i = 0; i < rows.length; i++) {
          expect(relations[i] === 'root').toBe(heads[i] === -1)
          let steps = 0
          for (let at = i; at !== -1; at = heads[at]) expect(steps++).toBeLessThan(rows.length)
          for (let j = 0; j < rows.length; j++) {
            if (heads[i] < 0 || heads[j] < 0) continue
            const [a, b] = [Math.min(i, heads[i]), Math.max(i, heads[i])]
            const [c, d] = [Math.min(j, heads[j]), Math.max(j, heads[j])]
            expect(a < c && c < b && b < d).toBe(false)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
