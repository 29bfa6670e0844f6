import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readText } from '../../src/read/text.ts'
import { decodeModel, trace } from '../../src/trace.ts'

const model = decodeModel(readFileSync(new URL('../../models/en/en.hearsay', import.meta.url)))

/** The chain of the attribution whose content has these words, outermost first. */
const chainOf = (text: string, words: string): string => {
  const traced = trace(readText(text, { input: 'passage.txt' }), model)
  const found = traced.attributions.findLast(({ content }) => content.some(({ start, end }) => text.slice(start, end).includes(words)))
  const chain = traced.chains.find(({ attribution }) => attribution === found?.id)
  return chain?.hops.map(({ name }) => name).join(' ← ') ?? 'not found'
}

test.each([
  ['Speaking to Breakwater FM, Torvald Senn said the pilots would walk out.', 'Breakwater FM ← Torvald Senn'],
  [
    'Asked by the Lindow Herald whether the pool would reopen, Dagny Roth said the pilots would walk out.',
    'the Lindow Herald ← Dagny Roth',
  ],
  [
    'The consulate said in a statement carried by the Savanna News Network that the pilots would walk out.',
    'the Savanna News Network ← The consulate',
  ],
  ['In a cable quoted by Channel Delta, the consul, Hedda Broom, wrote that the pilots would walk out.', 'Channel Delta ← Hedda Broom'],
  ['The pilots would walk out, according to an engineer quoted by the weekly Amper.', 'Amper ← an engineer'],
  ['The pilots would walk out, the retired admiral Guy Starling wrote in the Harbour Post last week.', 'the Harbour Post ← Guy Starling'],
  ['The pilots would walk out, the engineer Ada Brun argued in the Lakeside Courier on Monday.', 'the Lakeside Courier ← Ada Brun'],
])('an outlet that brought it: %s', (text, chain) => {
  expect(chainOf(text, 'ilots would walk out')).toBe(chain)
})

test.each([
  [
    'According to the Ferrow Beacon, which cites the agency Interkor, two stokers said the boiler had been patched with tin.',
    'the Ferrow Beacon ← Interkor ← two stokers',
  ],
  [
    'The website Dockwatch, quoting unnamed sources via the Kestrel agency, reported that the boiler had been patched with tin.',
    'Dockwatch ← the Kestrel agency ← unnamed sources',
  ],
  [
    'The agency Interlux, quoting Karvenian state television, which cited border officials, said the boiler had been patched with tin.',
    'Interlux ← Karvenian state television ← border officials',
  ],
  [
    'Interkor reported on Thursday, citing the opposition daily Svetlo, that, according to a palace guard, the boiler had been patched with tin.',
    'Interkor ← Svetlo ← a palace guard',
  ],
  ['Local media, citing police in Dorn, said the boiler had been patched with tin.', 'Local media ← police in Dorn'],
  [
    'According to minutes of the board meeting, the treasurer told members that the boiler had been patched with tin.',
    'minutes of the board meeting ← the treasurer',
  ],
])('three that passed it on: %s', (text, chain) => {
  expect(chainOf(text, 'patched with tin')).toBe(chain)
})
