import { classifyMention, type Mention } from '../mention/index.ts'
import type { Span } from '../model/span.ts'
import { resolveRole } from './bearer.ts'
import type { Entity } from './entity.ts'
import { type Finding, type Scene, unresolved } from './scene.ts'

export const relatives: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom'])

/** "The trust, which said …", "her brother, who told me …", "A worker, [who asked not to be named,] said": whoever was spoken of right before. */
export const resolveRelative = (scene: Scene, mention: Mention, token: number, word: string): Finding => {
  const before = scene.relatives.get(token)
  if (before) return before
  const finding = readRelative(scene, mention, token, word)
  scene.relatives.set(token, finding)
  return finding
}

const readRelative = (scene: Scene, mention: Mention, token: number, word: string): Finding => {
  const { text } = scene.annotated.document
  const sentence = scene.discourse.sentence(token)
  let found: { entity: Entity; span: Span } | null = null
  for (const { entity, sentence: there, span } of scene.discourse.before(token)) {
    if (there !== sentence) break
    if (found === null) {
      if (mention.span.start - span.end > 90) break
      const personal = entity.kind === 'person' || entity.kind === 'group' || entity.kind === 'unknown'
      if (word === 'that' || (word === 'which' ? entity.kind !== 'person' || isSaidOf(scene, span) : personal)) found = { entity, span }
      continue
    }
    const between = span.end <= found.span.start ? text.slice(span.end, found.span.start) : span.start < found.span.start ? ' from ' : ''
    const hangs = /^\s(?:of|in|from|by|to|at|for)\s(?:the\s)?$/.test(between)
    if (hangs && (word === 'which' ? entity.kind === 'document' : entity.kind === 'person' && /of/.test(between))) found = { entity, span }
    break
  }
  if (found && word === 'which' && found.entity.kind === 'person') found = null
  // "One of the negotiators, who spoke on condition of anonymity, told …"
  const one = found?.entity.kind === 'group' ? /\bone of $/i.exec(text.slice(Math.max(0, found.span.start - 8), found.span.start)) : null
  if (found && one) {
    const part = classifyMention(scene.annotated, { start: found.span.start - one[0].length, end: found.span.end })
    if (part.isPartitive) return { ...resolveRole(scene, part, token), mention: mention.span, by: 'relative' }
  }
  if (found === null || /\p{L}/u.test(text.slice(found.span.end, mention.span.start))) {
    const before = phraseBefore(scene, token)
    const personal = before?.kind === 'person' || before?.kind === 'group'
    // "members of the Saudi government, which": the name is only a part of whom it speaks of.
    const holds = found !== null && before !== null && before.span.start <= found.span.start && before.kind === 'organization'
    if (before?.isRole && (found === null ? word !== 'which' && personal : holds && word === 'which'))
      return { ...resolveRole(scene, before, token), mention: mention.span, by: 'relative' }
  }
  return found
    ? { entity: found.entity, mention: mention.span, by: 'relative', considered: [] }
    : unresolved('relative-unresolved', mention.span)
}

/** "Some activists" of "some activists who praised the company", where nobody had noted them. */
const phraseBefore = (scene: Scene, token: number): Mention | null => {
  const { text, tag, start, end } = scene.annotated.tokens
  const last = text[token - 1] === ',' ? token - 1 : token
  let first = last
  while (first > 0 && last - first < 6 && /^(?:NN|JJ|CD|DT|PRP\$)/.test(tag[first - 1] ?? '')) {
    first--
    if (/^(?:DT|PRP\$)/.test(tag[first])) break
  }
  return first < last ? classifyMention(scene.annotated, { start: start[first], end: end[last - 1] }) : null
}

/** "A memo from Harlan Ochs, which …": the name only says whose. */
const isSaidOf = (scene: Scene, span: Span): boolean =>
  /\b(?:of|from|by|to)\s$/.test(scene.annotated.document.text.slice(Math.max(0, span.start - 6), span.start))
