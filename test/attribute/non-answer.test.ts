import { describe, expect, it } from 'vitest'
import { findNonAnswers, refusesAnswer } from '../../src/attribute/non-answer.ts'
import { annotateText } from '../chain/annotated.ts'

const isRefused = (text: string) => findNonAnswers(annotateText(text)).length > 0

/** Whether "… [cue] {content} …" is a non-answer. */
const isDropped = (marked: string): boolean => {
  const annotated = annotateText(marked.replace(/[[\]{}]/g, ''))
  const within = (pattern: RegExp) => {
    const [before, words] = marked.split(pattern)
    const start = before.replace(/[[\]{}]/g, '').length
    const { tokens } = annotated
    const first = tokens.start.indexOf(start)
    return [{ first, last: tokens.end.indexOf(start + words.length) + 1 }]
  }
  return refusesAnswer(annotated, within(/[[\]]/), within(/[{}]/))
}

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

  it.each([
    'The shipyard [declined] {to comment}.',
    'The mayor [refused to say] {whether the toll had risen}.',
    'The bank [said] {it had no comment}.',
    'The ministry [said] {it would not comment on the case while it is before the court}.',
    '{“No comment,”} he [said].',
    'The firm [chose not to comment] {on the leak}.',
  ])('are no attributions: %s', marked => {
    expect(isDropped(marked)).toBe(true)
  })

  it.each([
    'Oda Lind [said] {the ministry had declined to comment}.',
    'She [said] {they did not respond to her letters}.',
    'The mayor [said] {he was to speak on Friday}.',
    'He [said] {it was an old dam, that the council had no comment to make and that its engineers would be back before the end of the winter}.',
    'The clerk [refused] {to leave}.',
  ])('are not: %s', marked => {
    expect(isDropped(marked)).toBe(false)
  })

  it('are a diagnostic with the sentence, unless somebody says so in quotation marks', () => {
    const text = 'The dam burst on Monday. The ministry declined to comment. “They declined to comment,” said Pim Aldous.'
    expect(findNonAnswers(annotateText(text)).map(({ code, span }) => [code, span && text.slice(span.start, span.end)])).toEqual([
      ['non-answer', 'The ministry declined to comment.'],
    ])
  })
})
