import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('statements and documents', () => {
  it.each([
    ['[S A leaked memo] obtained by the Lakeside Courier [C says] [P the toll was undercounted].', 'the Lakeside Courier ← A leaked memo'],
    ['[S A leaked memo obtained by the Lakeside Courier] [C says] [P the toll was undercounted].', 'the Lakeside Courier ← A leaked memo'],
    ['[C According to] [S a copy of the letter seen by Nordwind], [P the plant will shut].', 'Nordwind ← a copy of the letter'],
    ['[S The ministry] [C said] in a statement that [P the dam was safe].', 'The ministry'],
    ['[S The ministry] [C said] in a statement to the Harbour Gazette that [P the dam was safe].', 'the Harbour Gazette ← The ministry'],
    [
      '[S The ministry] [C said] in a statement published by the Harbour Gazette that [P the dam was safe].',
      'the Harbour Gazette ← The ministry',
    ],
    ['[S The ministry] [C said] in a statement carried on state television that [P the dam was safe].', 'state television ← The ministry'],
    ['[S Ada Brun] [C said] in a post on Facebook that [P the dam was safe].', 'Ada Brun'],
    ['[S A study published in the Journal of Ice] [C suggests] [P the glacier is melting].', 'A study published in the Journal of Ice'],
    ['[C According to] [S a report in the Eastern Courant], [P the envoy has been found].', 'the Eastern Courant'],
    ['[C According to] [S documents] the Courier has seen, [P the plant will shut].', 'the Courier ← documents'],
    ['[S Emails] reviewed by the Harbour Gazette [C show] that [P the firm knew].', 'the Harbour Gazette ← Emails'],
    ['[C According to] [S court papers] seen by Velanews, [P the debt was sold].', 'Velanews ← court papers'],
    ['[S An internal audit] leaked to the Herald [C found] [P the safe had been opened].', 'the Herald ← An internal audit'],
    ['[S A poll published by the Herald on Sunday] [C showed] [P support had halved].', 'the Herald ← A poll'],
    ['[S A report by the Institute of Rivers] [C says] [P the eels are gone].', 'A report by the Institute of Rivers'],
    ['[S The report], first published by the Herald, [C says] [P the eels are gone].', 'the Herald ← The report'],
    ['[S A study in the journal Rivers] [C found] [P the eels are gone].', 'A study in the journal Rivers'],
    ['[S An investigation by the Herald] [C found] [P the eels were poisoned].', 'the Herald'],
    ["[S The Herald's investigation] [C found] [P the eels were poisoned].", 'The Herald'],
    ['[S A Herald editorial] [C argued] [P the mayor should resign]. The Herald has supported her.', 'Herald'],
    ['[S The ministry] [C said] on Twitter that [P the border was open].', 'The ministry'],
    ['[S The ministry] [C said] on its website that [P the border was open].', 'The ministry'],
    ['[S The ministry] [C said] in a statement on Monday [P the border was open].', 'The ministry'],
    ['A statement from [S the ministry] [C said] [P the border was open].', 'the ministry'],
    ['[S A ministry statement] [C said] [P the border was open].', 'A ministry statement'],
    ['Citing a ministry statement, [S KVN] [C said] [P the border was open].', 'KVN ← a ministry statement'],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
