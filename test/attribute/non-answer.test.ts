import { describe, expect, it } from 'vitest'
import { findNonAnswers, isNonAnswer } from '../../src/attribute/non-answer.ts'
import { annotateText } from '../chain/annotated.ts'

const isRefused = (text: string) => isNonAnswer(annotateText(text), { start: 0, end: text.length })

describe('non-answers', () => {
  it.each([
    'The ministry declined to comment.',
    'A spokesman for the bank refused to answer questions.',
    'Strand could not be reached.',
    'The firm did not immediately respond to a request for comment.',
    "The club hasn't returned our calls.",
    'The embassy was not immediately available for comment.',
    'Calls to the clinic went unanswered.',
    'The palace had no comment.',
    'The ministry has been contacted for comment.',
    'She did not reply to two emails.',
  ])('%s', text => {
    expect(isRefused(text)).toBe(true)
  })

  it.each([
    'The ministry said the dam was safe.',
    'He commented that the dam was safe.',
    'The engine did not respond when the pilot turned the key.',
    'The minister declined the invitation.',
    'The dam could not be saved.',
    'She said nobody had asked her.',
  ])('not: %s', text => {
    expect(isRefused(text)).toBe(false)
  })

  it('are a diagnostic with the sentence, unless somebody says so in quotation marks', () => {
    const text = 'The dam burst on Monday. The ministry declined to comment. “They declined to comment,” said Pim Aldous.'
    expect(findNonAnswers(annotateText(text)).map(({ code, span }) => [code, span && text.slice(span.start, span.end)])).toEqual([
      ['non-answer', 'The ministry declined to comment.'],
    ])
  })
})
