import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('interviews, remarks, letters and columns', () => {
  it.each([
    [
      'In an interview with the Lakeside Courier, [S Prof. Ida Moreau] [C said] [P the glacier had lost a third of its mass].',
      'the Lakeside Courier ← Ida Moreau',
    ],
    ['[S Ida Moreau] [C said] in an interview with Radio Lune on Sunday that [P the ice was thin].', 'Radio Lune ← Ida Moreau'],
    ['[S Ida Moreau] [C said] in an interview published by the Post that [P the ice was thin].', 'the Post ← Ida Moreau'],
    ['Speaking to the Harbour Gazette, [S the mayor] [C called] [P the plan “daft”].', 'the Harbour Gazette ← the mayor'],
    ['Speaking on Radio Lune, [S the mayor] [C said] [P the plan was dead].', 'Radio Lune ← the mayor'],
    ['Speaking to reporters in Tarsk, [S the mayor] [C said] [P the plan was dead].', 'the mayor'],
    [
      'In remarks broadcast by Radio Meridian, [S General Paulo Estrin] [C said] [P the bridge would hold].',
      'Radio Meridian ← Paulo Estrin',
    ],
    ['In a post carried by the agency Velanews, [S the ministry] [C said] [P nobody had been hurt].', 'Velanews ← the ministry'],
    [
      '[S The foreign ministry], in a note carried by the agency Velanews, [C called] [P the story “fantasy.”]',
      'Velanews ← The foreign ministry',
    ],
    ['In comments to the Courier, [S a spokeswoman] [C insisted] [P the firm was solvent].', 'the Courier ← a spokeswoman'],
    ['Writing in the Sellin Morning Post, [S Ada Brun] [C argued] that [P the ministry had lied].', 'the Sellin Morning Post ← Ada Brun'],
    ['[S Ada Brun] [C wrote] in the Sellin Morning Post that [P the ministry had lied].', 'the Sellin Morning Post ← Ada Brun'],
    ['Asked by Radio Lune whether he would resign, [S Paulo Estrin] [C said] [P he would not].', 'Radio Lune ← Paulo Estrin'],
    [
      'Radio Lune carried an interview with General Paulo Estrin, in which [S=General Paulo Estrin: he] [C admitted] that [P his officers had warned him].',
      'Radio Lune ← Paulo Estrin',
    ],
    ['The Gazette spoke to [S a nurse], who [C said] [P the wards were full].', 'The Gazette ← a nurse'],
    ['On Radio Lune, [S the mayor] [C said] [P the plan was dead].', 'Radio Lune ← the mayor'],
    [
      'In a rare interview with the state broadcaster TVK, [S President Idris Wole] [C said] [P elections would be held].',
      'TVK ← Idris Wole',
    ],
    [
      '[S President Idris Wole] [C said] [P elections would be held] in an interview with Channel Nine broadcast on Sunday.',
      'Channel Nine ← Idris Wole',
    ],
    [
      '[P Elections will be held], [S Idris Wole] [C said] in an interview with the magazine Tribune that was published on Friday.',
      'Tribune ← Idris Wole',
    ],
    ['[S Sela Marr], speaking on Radio Brekke, [C said] [P the pier would be rebuilt].', 'Radio Brekke ← Sela Marr'],
    ['[S Sela Marr] [C said] on Radio Brekke that [P the pier would be rebuilt].', 'Radio Brekke ← Sela Marr'],
    ["Appearing on Channel Nine's breakfast show, [S Sela Marr] [C said] [P the pier would be rebuilt].", 'Channel Nine ← Sela Marr'],
    [
      'During a live interview on Radio Brekke, [S the chief constable] [C conceded] [P mistakes had been made].',
      'Radio Brekke ← the chief constable',
    ],
    ['[S The chief constable] [C conceded] in an interview with police trainees that [P mistakes had been made].', 'The chief constable'],
    ['Talking to the Ostrand Echo outside court, [S his widow] [C said] [P she felt nothing].', 'the Ostrand Echo ← his widow'],
    [
      'In an email to the Ostrand Echo, [S the developer] [C wrote] that [P work would begin in spring].',
      'the Ostrand Echo ← the developer',
    ],
    ['In a letter to shareholders, [S the developer] [C wrote] that [P work would begin in spring].', 'the developer'],
    [
      'In a letter published in the Ostrand Echo, [S twelve doctors] [C warned] that [P the ward would close].',
      'the Ostrand Echo ← twelve doctors',
    ],
    ['In an op-ed for the Herald, [S Lydia Voss] [C argued] [P the tax was unfair].', 'the Herald ← Lydia Voss'],
    ['[S Lydia Voss], writing in the Herald on Saturday, [C called] [P the tax “a fraud on the young”].', 'the Herald ← Lydia Voss'],
    [
      'Contacted by the Ostrand Echo, [S a spokeswoman for the bank] [C said] [P the error had been corrected].',
      'the Ostrand Echo ← a spokeswoman for the bank',
    ],
    ['[S One resident], interviewed by Radio Brekke, [C described] [P the noise as “like a train”].', 'Radio Brekke ← One resident'],
    ['In footage aired by Channel Nine, [S a guard] [C is heard saying] that [P nobody may leave].', 'Channel Nine ← a guard'],
    ['In a statement carried by the official news agency KVN, [S the army] [C said] [P it had retaken the town].', 'KVN ← the army'],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
