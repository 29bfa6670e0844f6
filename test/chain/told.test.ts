import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('told an outlet, or somebody who is none', () => {
  it.each([
    [
      '[P The dam will reopen in May], [S a ministry spokesman] [C told] the Harbour Gazette.',
      'the Harbour Gazette ← a ministry spokesman',
    ],
    ['[S Ida Moreau] [C told] reporters that [P the glacier had lost a third of its mass].', 'Ida Moreau'],
    ['[S Noor Hallam] [C told] the court that [P her manager had left early].', 'Noor Hallam'],
    ['[S The minister] [C told] parliament [P the bridge was safe].', 'The minister'],
    ['[S The minister] [C told] lawmakers in Sellin on Monday that [P the bridge was safe].', 'The minister'],
    ['[P “We were never asked,”] [S Tom Abiola] [C told] us.', 'Tom Abiola'],
    ['[S Tom Abiola] [C told] this newspaper that [P nobody had asked].', 'Tom Abiola'],
    ['[S Two officials] [C told] the news agency Velanews that [P the talks had collapsed].', 'Velanews ← Two officials'],
    ["[S A nurse] [C told] Radio Lune's morning programme that [P the wards were full].", 'Radio Lune ← A nurse'],
    ['[S A nurse] [C told] a reporter for the Harbour Gazette that [P the wards were full].', 'the Harbour Gazette ← A nurse'],
    ['[S Lawyers] [C told] a Gazette reporter that [P the wards were full]. The Harbour Gazette asked again.', 'Gazette ← Lawyers'],
    ['[S Oskar Venn] [C told] state television that [P he was fishing].', 'state television ← Oskar Venn'],
    ['[S Ilona Sacher] [C confirmed] to the Courier that [P the sale was off].', 'the Courier ← Ilona Sacher'],
    ['[P The sale is off], [S Ilona Sacher] has [C told] Nordwind.', 'Nordwind ← Ilona Sacher'],
    ['[S Ilona Sacher] [C told] Strand that [P the sale was off]. Victor Strand denied it.', 'Ilona Sacher'],
    ['[P “Guns do not come on new trucks,”] [S Mira Stane] [C replied] on social media.', 'Mira Stane'],
    ['[S Mira Stane] [C pointed] on paper [P to a deficit].', 'Mira Stane'],
    ['[S Ilona Sacher] [C told] a local newspaper that [P the sale was off].', 'a local newspaper ← Ilona Sacher'],
    ['Radio Lune reported the fire. [S A fireman] [C told] the station [P it began in the cellar].', 'Radio Lune ← A fireman'],
    [
      'The Harbour Gazette was [C told] by [S a ministry spokesman] that [P the dam would reopen].',
      'The Harbour Gazette ← a ministry spokesman',
    ],
    [
      '[S Mira Tolland, who runs the bakery,] [C told] the Ostrand Echo [P the ovens had been cold for a week].',
      'the Ostrand Echo ← Mira Tolland',
    ],
    ['[P “We lost everything,”] [S she] [C told] Radio Brekke in tears.', 'Radio Brekke ← she'],
    [
      '[S A diplomat] familiar with the talks [C told] Nordlys News on condition of anonymity that [P a deal was close].',
      'Nordlys News ← A diplomat',
    ],
    ["[S The coach] [C told] the club's website [P the striker would stay].", 'The coach'],
    ['[S The coach] [C told] a press conference [P the striker would stay].', 'The coach'],
    ['[S Union leaders] [C told] members at a rally that [P the strike would go on].', 'Union leaders'],
    ['[S The finance minister] [C told] the Senate finance committee on Tuesday that [P revenue had fallen].', 'The finance minister'],
    ['[S Two passengers] [C told] the agency KVN [P the train had braked twice].', 'KVN ← Two passengers'],
    ['[S A senior officer] [C told] Velanews [P the convoy had turned back].', 'Velanews ← A senior officer'],
    ['[S Elin Varga], the prosecutor, [C told] KVN by telephone [P the inquiry was closed].', 'KVN ← Elin Varga'],
    ["[S Jonas Quill] has [C told] Radio Orrin's Sunday programme that [P ministers were warned].", 'Radio Orrin ← Jonas Quill'],
    ['[P “Never,”] [S the bishop] [C told] the weekly Kirkeblad.', 'Kirkeblad ← the bishop'],
    [
      '[S The director] [C told] staff in an email seen by the Ostrand Echo that [P forty jobs would go].',
      'the Ostrand Echo ← The director',
    ],
    ['[S Ruben Castell] [C told] me [P he had no regrets].', 'Ruben Castell'],
    ['[S He] [C told] his lawyer [P he had no regrets].', 'He'],
    ['[S The mayor] [C informed] residents that [P the water was unsafe].', 'The mayor'],
    [
      '[S A spokesman for the airline] [C told] the Ostrand Echo: [P “We regret the delay.”]',
      'the Ostrand Echo ← A spokesman for the airline',
    ],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
