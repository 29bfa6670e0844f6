import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('outlets whose names nobody knows', () => {
  it.each([
    ['The Orley Bugle [C was told] by [S a councillor] that [P the baths had been sold].', 'The Orley Bugle ← a councillor'],
    ['[S A memo obtained by Channel 9] [C said] [P the plant would shut].', 'Channel 9 ← A memo'],
    ['“[P There is no crisis],” [S the minister] [C told] Vesna 24 on Sunday.', 'Vesna 24 ← the minister'],
    ['Speaking to Canal Noreste from his bed, [S the jockey] [C said] [P the rail had moved].', 'Canal Noreste ← the jockey'],
    ['[S The minister], who was interviewed by Die Stimme, [C said] [P there was no crisis].', 'Die Stimme ← The minister'],
    [
      '[S A survey of 900 growers published in the Upland Farmer] [C found] that [P four in ten would sell].',
      'the Upland Farmer ← A survey of 900 growers',
    ],
    ['Interlux, [C quoting] [S border officials], [C said] [P the crossing was shut].', 'Interlux ← border officials'],
    [
      'ORT-5 broke into its programme at eight. The channel, [C quoting] [S an unnamed aide], [C said] [P the president was abroad].',
      'ORT-5 ← an unnamed aide',
    ],
    [
      'Canal Noreste showed pictures of the fire. The broadcaster [C said] [P two men were hurt], [C citing] [S the provincial government].',
      'Canal Noreste ← the provincial government',
    ],
  ])('%s', (marked, expected) => {
    expect(chainOf(marked)).toBe(expected)
  })

  it.each([
    ['Speaking to Anna Reyes from his bed, [S the jockey] [C said] [P the rail had moved].', 'the jockey'],
    ['[S The minister] [C told] Anna Reyes that [P there was no crisis].', 'The minister'],
    ['[S A map printed in the Netherlands] [C showed] that [P the lake was larger].', 'A map printed in the Netherlands'],
    ['[S The envoy] [C told] Washington that [P the talks were over].', 'The envoy'],
    ['[S The nurse], speaking on condition of anonymity to friends, [C said] [P the ward was shut].', 'The nurse'],
  ])('are not persons, places or audiences: %s', (marked, expected) => {
    expect(chainOf(marked)).toBe(expected)
  })
})

describe('an outlet between the speaker and the words', () => {
  it.each([
    ['[S The Harbour Gazette] [C has been told] that [P the ferry will be sold].', 'The Harbour Gazette ← ?'],
    [
      '[S Officials], speaking on condition of anonymity to the Harbour Gazette, [C said] [P the king would go].',
      'the Harbour Gazette ← Officials',
    ],
    ['[S An official] [C told] Rosa Amaral of the Harbour Gazette that [P the king would go].', 'the Harbour Gazette ← An official'],
    [
      'State television in Ostvale, in a bulletin monitored by Velanews, [C quoted] [S the minister] [C as saying] [P the curfew was over].',
      'Velanews ← State television ← the minister',
    ],
    [
      'Radio Lune carries a long conversation with the engineer Aurel Dinescu, [S=the engineer Aurel Dinescu: who] [C insists] that [P the cracks were known].',
      'Radio Lune ← Aurel Dinescu',
    ],
    [
      "[S1 Ilmar's state radio], [C1 quoting] [P1 “informed circles,”] [C2 claimed] that [P2 letters had been exchanged].",
      "Ilmar's state radio ← informed circles",
    ],
  ])('%s', (marked, expected) => {
    expect(chainOf(marked)).toBe(expected)
  })
})

describe('an outlet before the occasion, or called by a word for something else', () => {
  it.each([
    ['In a Radio Lune interview on Sunday, [S Ida Moreau] [C said] [P the plan was dead].', 'Radio Lune ← Ida Moreau'],
    ['[S Ida Moreau] [C argued] in a Morning Post op-ed that [P the plan was dead].', 'Morning Post ← Ida Moreau'],
    ['[S Ida Moreau] [C told] The Sun that [P the plan was dead].', 'The Sun ← Ida Moreau'],
    ['Appearing on state TV, [S Ida Moreau] [C argued] that [P the plan was dead].', 'state TV ← Ida Moreau'],
    ["“[P It is open],” [S the mayor] [C told] listeners of Radio Lune's breakfast show.", 'Radio Lune ← the mayor'],
    ['[S A Harbour Gazette investigation] [C found] that [P the border was open].', 'Harbour Gazette'],
    ['[S Ida Moreau] [C told] friends on Sunday that [P the plan was dead].', 'Ida Moreau'],
  ])('%s', (marked, expected) => {
    expect(chainOf(marked)).toBe(expected)
  })
})

describe('hearsay', () => {
  it.each([
    ['[S The suspect] [C is believed] [P to have crossed the border].', '?'],
    ['[S It] [C was widely reported] that [P the ferry had turned back].', '?'],
    ['[S The general] [C was reported] [C as saying] [P the bridge had fallen].', 'The general'],
    ['[S The mayor] [C said] [P the suspect was believed to have fled].', 'The mayor'],
  ])('%s', (marked, expected) => {
    expect(chainOf(marked)).toBe(expected)
  })
})
