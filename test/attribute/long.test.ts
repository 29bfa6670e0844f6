import { expect, it } from 'vitest'
import { cutStretches } from '../../src/attribute/stretches.ts'
import type { AnnotatedDocument } from '../../src/model/annotation.ts'
import { annotateText } from '../chain/annotated.ts'

const story =
  'Ada Vale, the mayor of Orrin, told Radio Meridian on Monday that the dam will hold. “Nobody has asked us,” said a clerk at the lock. It may not.\n\n'

/** What each token is, told by offsets of the text, not by indices. */
const describeTokens = ({ tokens, quotations, names, sentences, paragraphs }: AnnotatedDocument) =>
  sentences.flatMap((sentence, s) =>
    Array.from({ length: sentence.last - sentence.first }, (_, k) => {
      const t = sentence.first + k
      const paragraph = paragraphs[sentence.paragraph]
      return [
        tokens.start[t],
        tokens.text[t],
        tokens.tag[t],
        tokens.head[t] < 0 ? -1 : tokens.start[tokens.head[t]],
        quotations[tokens.quotation[t]]?.start,
        names[tokens.name[t]]?.end,
        [sentence.start, sentence.end, paragraph.start, paragraph.end],
        paragraph.firstSentence <= s && s < paragraph.lastSentence,
      ].join(' ')
    }),
  )

it('an article is one stretch, as it is', () => {
  const annotated = annotateText(story.repeat(20))
  expect(cutStretches(annotated)).toEqual([annotated])
})

it('a book comes in stretches that end with paragraphs and together are all of it', () => {
  const annotated = annotateText(story.repeat(800))
  const stretches = cutStretches(annotated)
  expect(stretches.length).toBeGreaterThan(2)
  expect(stretches.flatMap(describeTokens)).toEqual(describeTokens(annotated))
})

it('a text without paragraphs is cut too, within a quotation if need be', () => {
  const stretches = cutStretches(annotateText(`“${'he said that the dam will hold, '.repeat(4000)}”`))
  expect(Math.max(...stretches.map(({ tokens }) => tokens.start.length))).toBeLessThan(10_000)
  for (const { quotations, tokens } of stretches) expect(quotations[0]).toMatchObject({ first: 0, last: tokens.start.length, parent: -1 })
})
