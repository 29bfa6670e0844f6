import { expect, test } from 'vitest'
import { mendCapitals, spellForTagger } from '../../src/annotate/capitals.ts'

const mend = (words: string, tags: string): string => {
  const list = words.split(' ')
  const mended = tags.split(' ')
  const stops = list.flatMap((word, t) => (word === '.' ? [t + 1] : []))
  mendCapitals(
    list,
    mended,
    stops.map((last, k) => ({ first: k === 0 ? 0 : stops[k - 1], last })),
  )
  return mended.join(' ')
}

test('a surname that begins a sentence is tagged as the name it is elsewhere', () => {
  expect(mend('Her manager was Victor Strake . Strake denies it .', 'PRP$ NN VBD NNP NNP . VB VBZ PRP .')).toBe(
    'PRP$ NN VBD NNP NNP . NNP VBZ PRP .',
  )
})

test('a common word that is also somebody’s name stays what it was', () => {
  expect(mend('Tom Mark left a mark . Mark the day .', 'NNP NNP VBD DT NN . VB DT NN .')).toBe('NNP NNP VBD DT NN . VB DT NN .')
})

test('a name with an Arabic article reaches the tagger with a capital', () => {
  expect(spellForTagger(['rival', 'al-Jisr', 'al-dente'])).toEqual(['rival', 'Al-Jisr', 'al-dente'])
})
