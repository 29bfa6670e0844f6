import { expect, test } from 'vitest'
import { openSpill } from '../../src/corpus/spill.ts'

test('what is put aside comes back by its number, before and after a block is full', () => {
  const spill = openSpill<{ readonly number: number; readonly text: string }>()
  try {
    const text = 'Ö ‘goats’ 🐐 '.repeat(100)
    for (let number = 0; number < 3000; number++) {
      spill.put({ number, text: text.slice(number % 300) })
      if (number % 500 === 0) expect(spill.get(number)).toEqual({ number, text: text.slice(number % 300) })
    }
    for (const number of [2999, 0, 1023, 1024, 1500]) expect(spill.get(number)).toEqual({ number, text: text.slice(number % 300) })
  } finally {
    spill.close()
  }
})
