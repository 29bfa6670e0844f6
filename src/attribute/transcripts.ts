import type { AnnotatedDocument, TokenRange } from '../model/annotation.ts'
import { type Draft, draftOf } from './draft.ts'

/** A paragraph that begins with a speaker's label; `label` without the colon. */
interface Turn {
  readonly paragraph: number
  readonly label: TokenRange
  readonly first: number
  readonly key: string
}

const longestLabel = 6
const question = /^(?:q|question|interviewer|host|moderator|presenter)$/

/**
 * MARA QUILL: The gates were open.
 * A: They were never shut.
 */
const readTurn = (annotated: AnnotatedDocument, paragraph: number): Turn | null => {
  const { tokens, paragraphs } = annotated
  const { first, last } = paragraphs[paragraph]
  let colon = first
  while (colon < last && colon - first <= longestLabel && tokens.text[colon] !== ':') colon++
  if (colon === first || colon >= last - 1 || tokens.text[colon] !== ':' || colon - first > longestLabel) return null
  for (let t = first; t < colon; t++) if (!/^(?:[\p{Lu}\d(]|[.,)]$|of$|the$|de$|van$|al-)/u.test(tokens.text[t])) return null
  const key = tokens.text.slice(first, colon).join(' ').toLowerCase()
  return { paragraph, label: { first, last: colon }, first: colon + 1, key }
}

/** Labels by the last word of a name are those of that name: “HANSI LO WANG:” and later “WANG:”. */
const joinLabels = (turns: readonly Turn[]): readonly Turn[] => {
  const whole = new Map<string, string>()
  for (const { key } of turns) {
    const words = key.split(' , ')[0].split(' ')
    if (words.length > 1 && !whole.has(words.at(-1)!)) whole.set(words.at(-1)!, key)
  }
  return turns.map(turn => ({ ...turn, key: whole.get(turn.key) ?? turn.key }))
}

/**
 * The turns of a transcript or of questions and answers: each is direct speech of its label, up to the next label. A text counts as one where labels recur:
 * at least four labelled paragraphs, and no more different labels than half of them. Turns of a nameless questioner are left out, but end the turn before.
 */
export const draftTurns = (annotated: AnnotatedDocument): Draft[] => {
  const { paragraphs } = annotated
  const turns = joinLabels(paragraphs.map((_, p) => readTurn(annotated, p)).filter(t => t !== null))
  if (turns.length < 4 || new Set(turns.map(t => t.key)).size > turns.length / 2) return []
  const counts = new Map<string, number>()
  for (const { key } of turns) counts.set(key, (counts.get(key) ?? 0) + 1)
  const drafts: Draft[] = []
  turns.forEach((turn, k) => {
    if (counts.get(turn.key) === 1 && turn.key.split(' ').length > 3) return
    if (question.test(turn.key)) return
    const end = k + 1 < turns.length ? turns[k + 1].paragraph : turn.paragraph + 1
    const content: TokenRange[] = [{ first: turn.first, last: paragraphs[turn.paragraph].last }]
    for (let p = turn.paragraph + 1; p < end; p++) content.push({ first: paragraphs[p].first, last: paragraphs[p].last })
    drafts.push(draftOf('transcript', [turn.label], [], content))
  })
  return drafts
}
