import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './marked.ts'

const phrase = fc.constantFrom(
  'he',
  'She',
  'they',
  'It',
  'I',
  'the paper',
  'an official',
  'One of them',
  'Ada Brun',
  'Brun',
  'its editor',
  'two people briefed on the talks',
  'the ministry',
  'Police',
  'the general, Paulo Estrin,',
  'who',
)
const cue = fc.constantFrom('said', 'told', 'was told', 'says in a note')
const content = fc.constantFrom('it was over', '“it was over”', 'on Monday', 'she asked not to be named because he was ill', '')
const attribution = fc.tuple(phrase, cue, content, fc.boolean())

test('every attribution gets a reference, and every source id exists', () => {
  fc.assert(
    fc.property(fc.array(attribution, { minLength: 1, maxLength: 8 }), parts => {
      const marked = parts
        .map(([source, verb, words, nested], i) =>
          nested
            ? `[S${i + 1} ${source}] [C${i + 1} ${verb}] [K${i + 1} ${words}].`
            : `[K${i + 1} ${words}], [C${i + 1} ${verb}] [S${i + 1} ${source}].`,
        )
        .join(' ')
      const { resolution, text } = read(marked)
      const ids = new Set(resolution.sources.map(({ id }) => id))
      expect(resolution.references).toHaveLength(parts.length)
      for (const { sourceId } of resolution.references) expect(sourceId === null || ids.has(sourceId)).toBe(true)
      for (const { mentions, alternatives, identity, count, reason } of resolution.sources) {
        for (const { start, end } of mentions) expect(start >= 0 && start < end && end <= text.length).toBe(true)
        for (const { sourceId } of alternatives) expect(ids.has(sourceId)).toBe(true)
        if (identity === 'named') expect([count, reason]).toEqual([null, null])
      }
    }),
    { numRuns: 150 },
  )
})
