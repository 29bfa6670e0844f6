import { describe, expect, it } from 'vitest'
import { traceMarked } from './marked.ts'

const viasOf = (marked: string): string =>
  traceMarked(marked)
    .at(-1)!
    .map(({ name, via, role }) => `${name || '?'} (${role}, ${via})`)
    .join(' ← ')

describe('how each hop passed it on', () => {
  it.each([
    [
      'Radio Lune [C reported], [C citing] [S two officials], that [P the port would close].',
      'Radio Lune (outlet, reported) ← two officials (speaker, cited)',
    ],
    [
      'Radio Lune [C quoted] [S port officials] [C as saying] [P the ferry had been sold].',
      'Radio Lune (outlet, quoted) ← port officials (speaker, said)',
    ],
    [
      'The channel Canal Noreste, [C quoting] [S an unnamed aide], [C said] [P the president was abroad].',
      'Canal Noreste (outlet, said) ← an unnamed aide (speaker, quoted)',
    ],
    [
      'Velanews, quoting Radio Lune, which cited [S border officials], [C said] [P the crossing was shut].',
      'Velanews (outlet, said) ← Radio Lune (outlet, cited) ← border officials (speaker, said)',
    ],
    [
      '[P Two ships collided], [C according to] a report by Radio Lune [C citing] [S the coastguard].',
      'Radio Lune (outlet, reported) ← the coastguard (speaker, cited)',
    ],
    ['[S Two officials] [C told] Radio Lune [P the port would close].', 'Radio Lune (outlet, told) ← Two officials (speaker, said)'],
    [
      'The Weald Courier [C was informed] by [S a councillor] that [P the baths had been sold].',
      'The Weald Courier (outlet, told) ← a councillor (speaker, said)',
    ],
    [
      '[S A memo] seen by Radio Lune [C repeatedly warned] that [P the roof could fall].',
      'Radio Lune (outlet, seen) ← A memo (document, warned)',
    ],
    [
      'In a Radio Lune interview, [S Ida Moreau] [C said] [P the plan was dead].',
      'Radio Lune (outlet, carried) ← Ida Moreau (speaker, in an interview)',
    ],
    ['In a statement on Friday, [S Ida Moreau] [C said] [P the plan was dead].', 'Ida Moreau (speaker, in a statement)'],
    ['[S Ida Moreau] [C pointed out] that [P the roof was new].', 'Ida Moreau (speaker, pointed out)'],
    ['[S The Weald Courier] [C reports this morning] that [P the roof fell].', 'The Weald Courier (outlet, reports)'],
  ])('%s', (marked, expected) => {
    expect(viasOf(marked)).toBe(expected)
  })
})
