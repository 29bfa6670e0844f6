import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gatherColumns, hashTemplate, openTable, readTemplates, type Table } from '../../src/learn/templates.ts'

const columns = ['word', 'tag'] as const
const edge = 7

const tableOf = (words: readonly number[], tags: readonly number[]): Table => {
  const { table, at } = openTable(columns, words.length, { word: edge })
  table.cells.set(words, at.word)
  table.cells.set(tags, at.tag)
  return table
}
const hashesOf = (table: Table, template: string, number = 1): number[] => {
  const out = new Int32Array(table.length)
  hashTemplate(table, readTemplates(columns, [template], number)[0], out)
  return [...out]
}

const values = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const sequences = fc.array(fc.tuple(values, values), { minLength: 1, maxLength: 12 })

test('a place shifted by some positions sees what stands there, and the edge beyond the ends', () => {
  fc.assert(
    fc.property(sequences, pairs => {
      const words = pairs.map(([word]) => word)
      const table = tableOf(
        words,
        pairs.map(([, tag]) => tag),
      )
      for (const shift of [-2, -1, 1, 2]) {
        const shifted = tableOf(
          words.map((_, i) => words[i + shift] ?? edge),
          [],
        )
        expect(hashesOf(table, `word${shift > 0 ? '+' : ''}${shift}`)).toEqual(hashesOf(shifted, 'word'))
      }
    }),
  )
})

test('the same cells under another number, or in another order, are another feature', () => {
  const table = tableOf([1, 2], [3, 4])
  expect(hashesOf(table, 'word', 1)).not.toEqual(hashesOf(table, 'word', 2))
  expect(hashesOf(table, 'word tag')).not.toEqual(hashesOf(table, 'tag word'))
  expect(hashesOf(table, 'word tag word-1')[0]).not.toBe(hashesOf(table, 'word tag word+1')[0])
})

test.each(['lemma', 'word+3', 'word tag word tag'])('%j is refused', template => {
  expect(() => readTemplates(columns, [template], 1)).toThrow(RangeError)
})

test('gathered columns stand position by position', () => {
  expect([...gatherColumns(3, 2, (k, out) => out.set([1 + k, 3 + k, 5 + k]))]).toEqual([1, 2, 3, 4, 5, 6])
})
