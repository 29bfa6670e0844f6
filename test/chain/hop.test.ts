import { describe, expect, it } from 'vitest'
import { isAlias } from '../../src/chain/alias.ts'
import { buildChains } from '../../src/chain/index.ts'
import { annotateText } from './annotated.ts'
import { readMarked, resolveMarked, traceMarked } from './marked.ts'

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

describe('hops', () => {
  it('carry role, kind, identity, count and how the words were passed on', () => {
    const [hops] = traceMarked('[S A ministry spokesman] [C told] the Harbour Gazette that [P the dam will reopen].', {
      publisher: 'Lakeside Courier',
    })
    expect(hops.map(({ role, name, kind, identity, count, via }) => ({ role, name, kind, identity, count, via }))).toEqual([
      { role: 'publisher', name: 'Lakeside Courier', kind: 'outlet', identity: 'named', count: null, via: 'published' },
      { role: 'outlet', name: 'the Harbour Gazette', kind: 'outlet', identity: 'named', count: null, via: 'told' },
      { role: 'speaker', name: 'A ministry spokesman', kind: 'person', identity: 'unnamed', count: 1, via: 'said' },
    ])
  })

  it('point at the words that put them into the chain', () => {
    const marked = 'Radio Meridian [C quoted] [S unnamed port officials] [C as saying] [P the ferry had been sold].'
    const { text } = readMarked(marked)
    const [hops] = traceMarked(marked)
    expect(hops.map(({ mention }) => mention && text.slice(mention.start, mention.end))).toEqual([
      'Radio Meridian',
      'unnamed port officials',
    ])
  })

  it.each([
    ['[S The ministry] [C said] in a statement that [P the dam was safe].', 'in a statement'],
    ['[S The ministry] [C said] in a post on Monday that [P the dam was safe].', 'in a post'],
    ['[S Lydia Voss] [C wrote] that [P the dam was safe].', 'wrote'],
    ['[S Lydia Voss] [C warned] that [P the dam was unsafe].', 'warned'],
    ['[C According to] [S Lydia Voss], [P the dam was safe].', 'said'],
  ])('%s passes it on: %s', (marked, via) => {
    expect(traceMarked(marked)[0].at(-1)?.via).toBe(via)
  })

  it('are one, unspecified, where nobody is given', () => {
    const [hops] = traceMarked('It was [C reported] that [P the minister owns three villas].')
    expect(hops).toMatchObject([{ role: 'speaker', name: '', identity: 'unspecified', sourceId: null, mention: null }])
  })

  it('add to the sources whom only they speak of, and change nothing they were given', () => {
    const passage = readMarked('[S Hana Petrov] [C told] Radio Lune that [P the doors were locked].')
    const annotated = freeze(annotateText(passage.text))
    const resolution = freeze(resolveMarked(annotated, passage))
    const { sources, chains, decisions } = buildChains(annotated, freeze(passage.attributions), resolution)
    expect(sources.map(({ name, kind }) => [name, kind])).toEqual([
      ['Hana Petrov', 'person'],
      ['Radio Lune', 'outlet'],
    ])
    expect(chains[0].hops.map(({ sourceId }) => sourceId)).toEqual([sources[1].id, sources[0].id])
    expect(decisions.map(({ by }) => by)).toEqual(['chain:told', 'chain:source'])
  })

  it('of one source that follow each other are one', () => {
    const hops = traceMarked('[S1 Hana Petrov] [C1 said]: [P1 “[S2=Hana Petrov: I] [C2 told] them [P2 the doors were locked].”]')
    expect(hops[1].map(({ name }) => name)).toEqual(['Hana Petrov'])
  })
})

describe('names of outlets', () => {
  it.each([
    ['the Gazette', 'The Weald & Marches Gazette', true],
    ['Qarn News', 'Qarn News Agency', true],
    ['worldledger.com', 'World Ledger', true],
    ['NBS', 'Northern Broadcasting Service', true],
    ['the Harbour Gazette', 'the Lakeside Gazette', false],
    ['Radio Lune', 'Radio Brekke', false],
    ['Radio', 'Radio Lune', false],
    ['', 'Radio Lune', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isAlias(a, b)).toBe(same)
    expect(isAlias(b, a)).toBe(same)
  })
})
