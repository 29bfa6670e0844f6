import { pronounForms } from '../lexicon/en/pronouns.ts'
import { classifyMention, classifyNoun, tokensOf } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { noteDescription, noteThirdPerson } from './backdrop.ts'
import type { Scene, Task } from './scene.ts'
import { resolveTask } from './source.ts'
import { resolveEmpty } from './speaker.ts'

const depthOf = (scene: Scene, attribution: Attribution): number => {
  let depth = 0
  for (let at = attribution; at.parent !== null && depth < 20; depth++) {
    const parent = scene.byId.get(at.parent)
    if (!parent) break
    at = parent
  }
  return depth
}

/** Of several source pieces the one that speaks: "Radio Meridian" … "port officials" → the officials. */
const choosePiece = (scene: Scene, { source }: Attribution): Span | null => {
  if (source.length < 2) return source[0] ?? null
  const people = source.filter(span => {
    const { kind, isPronoun } = classifyMention(scene.annotated, span)
    return kind === 'person' || kind === 'group' || isPronoun
  })
  const pieces = people.length > 0 ? people : source
  return pieces.at(people.length > 0 ? 0 : -1) ?? null
}

/** Goes through the text once: names, descriptions and the sources of the outermost attributions, in order. */
const walk = (scene: Scene, tasks: readonly Task[]): void => {
  const { text, tag, start, end, name } = scene.annotated.tokens
  const { names } = scene.annotated
  let next = 0
  let until = -1
  for (let i = 0; i < text.length; i++) {
    if (next < tasks.length && tasks[next].token <= i) {
      until = Math.max(until, tokensOf(scene.annotated, tasks[next].span).last)
      while (next < tasks.length && tasks[next].token <= i) resolveTask(scene, tasks[next++])
      continue
    }
    if (name[i] >= 0) {
      const found = names[name[i]]
      const entity = scene.names.byToken.get(i)
      if (found.first === i && entity && i >= until) scene.note(entity, i, { start: found.start, end: found.end }, false)
      else if (found.first === i && entity && entity.latest < i) scene.meet(entity, i)
      i = found.last - 1
      continue
    }
    // "Simon Crewe, and her gardener, Walter Crewe, said": within a source only what tells of the name behind it.
    if (i < until && !(text[i + 1] === ',' && scene.names.byToken.has(i + 2))) continue
    const kind = tag[i] ?? ''
    const isNoun = kind === '' || kind.startsWith('NN')
    if (!isNoun && !kind.startsWith('PRP')) continue
    const lower = text[i].toLowerCase()
    const form = kind === '' || !isNoun ? pronounForms.get(lower) : undefined
    if (form?.person === 3 && form.gender !== null && form.gender !== 'neuter') {
      noteThirdPerson(scene, i, form.gender)
      continue
    }
    if (!isNoun) continue
    const noun = classifyNoun(lower)
    if (noun && !noun.guessed && noun.class !== 'anonymity' && lower !== 'one' && lower !== 'those')
      noteDescription(scene, i, start[i], end[i])
  }
}

export const resolveAll = (scene: Scene, attributions: readonly Attribution[]): void => {
  const tasks = new Map<number, Task[]>()
  let deepest = 0
  for (const attribution of attributions) {
    const span = choosePiece(scene, attribution)
    if (!span) continue
    const depth = depthOf(scene, attribution)
    deepest = Math.max(deepest, depth)
    const list = tasks.get(depth) ?? []
    list.push({ token: tokensOf(scene.annotated, span).first, attribution, span })
    tasks.set(depth, list)
  }
  for (const list of tasks.values()) list.sort((a, b) => a.token - b.token)
  walk(scene, tasks.get(0) ?? [])
  resolveEmpty(
    scene,
    attributions.filter(({ parent }) => parent === null),
  )
  for (let depth = 1; depth <= deepest; depth++) for (const task of tasks.get(depth) ?? []) resolveTask(scene, task)
  resolveEmpty(
    scene,
    attributions.filter(({ parent }) => parent !== null),
  )
}
