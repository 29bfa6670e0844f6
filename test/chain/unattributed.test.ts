import { describe, expect, it } from 'vitest'
import { findRepetitions, findUnclosedQuotations } from '../../src/chain/repetition.ts'
import { findUnattributed } from '../../src/chain/unattributed.ts'
import { annotateText } from './annotated.ts'
import { readMarked } from './marked.ts'

const unattributedIn = (marked: string) => {
  const { text, attributions } = readMarked(marked)
  return findUnattributed(annotateText(text), attributions).map(({ start, end }) => text.slice(start, end))
}

describe('the page in its own voice', () => {
  it('is what no attribution holds', () => {
    const marked =
      '[S The mayor] [C said] [P the pool would close]. It opened in 1931 and has two slides. [P “I learned to swim there,”] [S she] [C said].'
    expect(unattributedIn(marked)).toEqual(['It opened in 1931 and has two slides.'])
  })

  it('is not a question, nor a scrap', () => {
    expect(unattributedIn('Who will pay for the new pool? Nobody. The council has set aside four million.')).toEqual([
      'The council has set aside four million.',
    ])
  })

  it('is not a sentence that an attribution has most of', () => {
    expect(unattributedIn('[P The pool will close for good in September], [S the mayor] [C told] a crowd on Monday evening.')).toEqual([])
  })

  it('is not what stands in quotation marks without a speaker', () => {
    expect(unattributedIn('“Nobody in this town has ever been asked about the pool.”')).toEqual([])
  })
})

describe('repetition', () => {
  it('is a sentence that says once more what an earlier one says', () => {
    const text =
      'Army aircraft scattered leaflets over the eastern streets on Monday. The market burned in January.\n\nArmy aircraft scattered leaflets over the eastern streets and circled until dark.'
    const found = findRepetitions(annotateText(text))
    expect(found.map(({ code, span }) => [code, span && text.slice(span.start, span.start + 13)])).toEqual([['repeated', 'Army aircraft']])
    expect(found[0].span!.start).toBeGreaterThan(60)
  })

  it('is not a sentence on the same subject', () => {
    const text =
      'The army dropped leaflets over the eastern streets of the town. The town has two streets and a market that burned in January.'
    expect(findRepetitions(annotateText(text))).toEqual([])
  })

  it('takes time in line with the length of the text', () => {
    const text = Array.from(
      { length: 4000 },
      (_, i) => `The clerk of parish ${i} counted ${i * 7} sheep on the northern common of the valley.`,
    ).join(' ')
    const annotated = annotateText(text)
    const start = performance.now()
    findRepetitions(annotated)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('unclosed quotations', () => {
  it('are told of, with the quotation', () => {
    const text = '“The doors were locked, she said and left.\n\nNobody had a key.'
    expect(findUnclosedQuotations(annotateText(text)).map(({ code, span }) => [code, span?.start])).toEqual([['unclosed-quotation', 0]])
  })

  it('are not quotations that go on in the next paragraph', () => {
    expect(findUnclosedQuotations(annotateText('“The doors were locked.\n\n“Nobody had a key,” she said.'))).toEqual([])
  })
})
