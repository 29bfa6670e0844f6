import type { Attribution } from '../model/attribution.ts'
import type { Entity } from './entity.ts'
import type { Scene } from './scene.ts'

/** "REYES-WHITT: Will you resign?": the words before the colon only say whose turn it is. */
export const isLabel = (scene: Scene, { cue, source }: Attribution): boolean =>
  cue.length === 0 && source.length === 1 && /^\s?:/.test(scene.annotated.document.text.slice(source[0].end, source[0].end + 2))

/** "A:" is whoever was brought in before the first question; "JB:" whoever has these initials. */
export const bearerOfLabel = (scene: Scene, label: string, token: number): Entity | null => {
  if (/^(?:A|Answer)$/i.test(label)) {
    if (scene.answerer) return scene.answerer
    let best: Entity | null = null
    for (const { entity, quotation, isOblique } of scene.discourse.before(token)) {
      if (entity.kind !== 'person' || entity.words.length === 0 || quotation >= 0) continue
      best ??= entity
      if (!isOblique) break
    }
    scene.answerer = best ?? scene.names.entities.find(({ kind, words }) => kind === 'person' && words.length > 1) ?? null
    return scene.answerer
  }
  if (!/^\p{Lu}\.?\p{Lu}\.?(?:\p{Lu}\.?)?$/u.test(label)) return null
  const letters = label.toLowerCase().replace(/\./g, '')
  const bearers = scene.names.entities.filter(
    ({ kind, words }) => kind === 'person' && words.length > 1 && words.map(word => word[0]).join('') === letters,
  )
  return bearers.length === 1 ? bearers[0] : null
}
