import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHedges } from '../../src/attribute/hedges.ts'
import { annotateText } from '../chain/annotated.ts'
import { readMarked } from '../chain/marked.ts'

const hedgesOf = (marked: string) => {
  const { text, attributions } = readMarked(marked)
  return findHedges(annotateText(text), attributions[0].content, attributions[0].cue).map(({ start, end }) => text.slice(start, end))
}

describe('hedges', () => {
  it.each([
    ['[S The premier] [C has promised] [P to attend].', []],
    ['[S The union] [C vowed] [P to fight on].', []],
    ['[S The union] [C said] [P it would fight on].', []],
    ['[S Police] [C would not say] [P whether shots were fired].', []],
    ['[S Police] [C could not confirm] [P that shots were fired].', []],
    ['[S The minister] [C said] [P the dam may reopen in May].', ['may']],
    ['[S The minister] [C said] [P the dam will reopen in May].', []],
    ['[S The minister] [C said] [P up to 40 people might have died].', ['up to', 'might']],
    ['[S The minister] [C said] [P about 40 people talked about the fire].', ['about']],
    ['[P The thieves allegedly used a van], [S police] [C said].', ['allegedly']],
    ['[S The man] [C is believed to] [P have fled abroad].', ['believed to have']],
    ['[S He] [C said] [P the van appeared to be stolen].', ['appeared to']],
    ['[S He] [C said] [P the chairman appeared in court on Monday].', []],
    ['[S He] [C said] [P she was likely to resign, perhaps within weeks].', ['likely to', 'perhaps']],
    ['[S He] [C said] [P the suspected arsonist was around the corner].', ['suspected']],
    ['[S Officials] [C said] [P more than 300 homes and nearly half the trees were lost].', ['more than', 'nearly']],
    ['[S Officials] [C cast doubt on] [P the claim that it sank].', []],
    ['[S Analysts] [C are sceptical] that [P the deal will hold].', []],
    ['[S She] [C refused to accept] [P that the child was gone].', []],
    ['[P The vase] is believed [P to be a copy], [C according to] [S the curator].', ['believed to be']],
    ['[P The plot] was said [P to be worthless], [C according to] [S a survey].', ['said to be']],
    ['[P The man], [S she] [C said], [P to be believed], spoke.', []],
    ['[S He] [C did not promise] [P that the road would open].', []],
    ['[S The club] [C pledged] [P it would pay the fans].', []],
  ] as const)('%s: %j', (marked, hedges) => {
    expect(hedgesOf(marked)).toEqual(hedges)
  })

  it('stand in text order inside content and cue and do not overlap', () => {
    const words = fc.constantFrom(
      'may',
      'might',
      'up',
      'to',
      'about',
      '40',
      'people',
      'is',
      'believed',
      'have',
      'allegedly',
      'likely',
      ',',
      'fled',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 25 }), list => {
        const text = `${list.join(' ')}.`
        const content = { start: 0, end: text.length - 1 }
        let last = 0
        for (const { start, end } of findHedges(annotateText(text), [content], [])) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(content.end)
          last = end
        }
      }),
      { numRuns: 60 },
    )
  })
})
