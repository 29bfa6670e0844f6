import { describe, expect, it } from 'vitest'
import { findHints } from '../../src/annotate/hints.ts'
import { decodeNames } from '../../src/learn/names.ts'
import { decodeTagger } from '../../src/learn/tagger.ts'
import type { SilverArticle } from '../../training/corpus.ts'
import { trainNames } from '../../training/names.ts'
import { trainTagger } from '../../training/tagger.ts'

const sentence = (marked: string) => {
  const parts = marked.split(' ').map(part => part.split('/'))
  const tokens = parts.map(p => p[0])
  const zeros = tokens.map(() => 0)
  return {
    tokens,
    pos: parts.map(p => p[1]),
    ner: parts.map(p => p[2] ?? 'O'),
    start: zeros,
    end: zeros,
    lemma: tokens,
    head: zeros,
    rel: tokens,
  }
}

const articles: readonly SilverArticle[] = [
  {
    doc: 'a',
    sentences: [
      sentence('The/DT clerk/NN said/VBD Rosa/NNP/PERSON Quill/NNP/PERSON left/VBD ./.'),
      sentence('The/DT plan/NN worried/VBD the/DT clerk/NN ./.'),
      sentence('They/PRP plan/VBP a/DT dam/NN in/IN Orrin/NNP/LOCATION ./.'),
      sentence('Greta/NNP/PERSON Holm/NNP/PERSON said/VBD the/DT plan/NN failed/VBD ./.'),
      sentence('They/PRP plan/VBP to/TO leave/VB ./.'),
    ],
  },
]

describe('tagger', () => {
  const bytes = trainTagger(articles)

  it('learns what it was shown', () => {
    const words = 'The clerk said the plan failed .'.split(' ')
    const tags: string[] = []
    decodeTagger(bytes).tag(words, 0, words.length, tags)
    expect(tags).toEqual(['DT', 'NN', 'VBD', 'DT', 'NN', 'VBD', '.'])
  })

  it('tells a word by its place', () => {
    const words = 'They plan a dam . The plan failed .'.split(' ')
    const tags: string[] = []
    const tagger = decodeTagger(bytes)
    tagger.tag(words, 0, 5, tags)
    tagger.tag(words, 5, 9, tags)
    expect([tags[1], tags[6]]).toEqual(['VBP', 'NN'])
  })

  it('comes out the same each time', () => {
    expect(Buffer.compare(trainTagger(articles), bytes)).toBe(0)
  })

  it('says so where the bytes are none', () => {
    expect(() => decodeTagger(new Uint8Array(40))).toThrow(RangeError)
    expect(() => decodeTagger(bytes.subarray(0, bytes.length - 10))).toThrow(RangeError)
    expect(() => decodeTagger(trainNames(articles))).toThrow('not a tagger')
  })
})

describe('finder of names', () => {
  const bytes = trainNames(articles)

  it('learns what it was shown', () => {
    const words = 'Rosa Quill said the plan failed .'.split(' ')
    const tags = 'NNP NNP VBD DT NN VBD .'.split(' ')
    const labels: string[] = []
    decodeNames(bytes).label(
      words,
      tags,
      findHints(
        words,
        words.map(word => word.toLowerCase()),
        [{ first: 0, last: 7 }],
      ),
      0,
      7,
      labels,
    )
    expect(labels).toEqual(['B-PERSON', 'I-PERSON', 'O', 'O', 'O', 'O', 'O'])
  })

  it('comes out the same each time', () => {
    expect(Buffer.compare(trainNames(articles), bytes)).toBe(0)
  })

  it('says so where the bytes are none', () => {
    expect(() => decodeNames(trainTagger(articles))).toThrow('not a finder of names')
  })
})
