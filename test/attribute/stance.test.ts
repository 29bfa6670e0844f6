import { describe, expect, it } from 'vitest'
import { findStance } from '../../src/attribute/stance.ts'
import { annotateText } from '../chain/annotated.ts'
import { readMarked } from '../chain/marked.ts'

const stanceOf = (marked: string) => {
  const { text, attributions } = readMarked(marked)
  return findStance(annotateText(text), attributions[0].cue, attributions[0].content, attributions[0].source)
}

describe('stance', () => {
  it.each([
    ['[S The interior ministry] [C has denied] that [P any talks are under way].', 'denied'],
    ['[S Strand] [C denies] [P fraud and two counts of destroying evidence].', 'denied'],
    ['[S The mayor] [C did not deny] that [P money had changed hands].', 'unknown'],
    ['[S Nobody] [C rejected] [P the claim that the well was poisoned].', 'denied'],
    ['[S The firm] [C disputed] [P the figure of 40 injured].', 'denied'],
    ['[S Economists] [C doubt] that [P the bank will survive].', 'doubted'],
    ['[S She] [C does not believe] [P the ferry sank].', 'doubted'],
    ['[S A reporter] [C asked] [P whether the doors were locked].', 'asked'],
    ['[S The general] [C asked] [P residents to stay indoors].', 'asserted'],
    ['[P “Who locked the doors?”] [S Petrov] [C asked].', 'asked'],
    ['[P “Who locked the doors?”] [S Petrov] [C said].', 'asked'],
    ['[P “Who locked the doors? We did not.”] [S Petrov] [C said].', 'asserted'],
    ['[S He] [C wondered] [P if the bridge would hold].', 'asked'],
    ['[S The premier] [C has promised] [P to attend].', 'promised'],
    ['[S The union] [C vowed] [P to fight on].', 'promised'],
    ['[S The union] [C said] [P it would fight on].', 'asserted'],
    ['[S Police] [C would not say] [P whether shots were fired].', 'unknown'],
    ['[S Police] [C could not confirm] [P that shots were fired].', 'unknown'],
    ['[S The minister] [C said] [P the dam will reopen in May].', 'asserted'],
    ['[S He] [C said] [P the chairman appeared in court on Monday].', 'asserted'],
    ['[S Officials] [C cast doubt on] [P the claim that it sank].', 'doubted'],
    ['[S Analysts] [C are sceptical] that [P the deal will hold].', 'doubted'],
    ['[S She] [C refused to accept] [P that the child was gone].', 'doubted'],
    ['[S He] [C did not promise] [P that the road would open].', 'unknown'],
    ['[S Few geologists] [C think] that [P the spring will return].', 'doubted'],
    ['[S Nobody on the island] [C believes] [P the lighthouse was sold].', 'doubted'],
    ['[S No official] [C would say] [P who signed it].', 'unknown'],
    ['A [S few geologists] [C think] that [P the spring will return].', 'asserted'],
    ['[S The club] [C pledged] [P it would pay the fans].', 'promised'],
  ])('%s: %s', (marked, stance) => {
    expect(stanceOf(marked)).toBe(stance)
  })
})
