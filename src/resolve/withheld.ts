import { pronounForms } from '../lexicon/en/pronouns.ts'
import { classifyMention, classifyNoun } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import { overlaps, textOf } from '../model/span.ts'
import type { Decision } from '../model/trace.ts'
import { findWithholdings } from './anonymity.ts'
import { type Entity, latestBefore } from './entity.ts'
import { rankReadings } from './pronoun.ts'
import { rankBearers } from './roles.ts'
import type { Scene } from './scene.ts'

/** Somebody without a name, spoken of a moment ago. */
const isHidden = (scene: Scene, entity: Entity, token: number): boolean => {
  return (
    entity.words.length === 0 &&
    scene.speakers.has(entity) &&
    scene.discourse.sentence(token) - scene.discourse.sentence(Math.max(0, latestBefore(entity, token))) <= 3
  )
}

/** Who the subject of the sentence at `token` is, where that is a pronoun or description: for "She asked that her name be withheld". */
const subjectOf = (scene: Scene, first: number, limit: number): Entity | null => {
  const { text, start, end } = scene.annotated.tokens
  for (let i = first; i < Math.min(limit, first + 16); i++) {
    const lower = text[i].toLowerCase()
    const form = pronounForms.get(lower)
    if (
      form?.person === 3 &&
      form.gender !== 'neuter' &&
      (!/^(?:his|her|their|its)$/.test(lower) || /^(?:names?|identit(?:y|ies))$/.test(text[i + 1] ?? ''))
    )
      return rankReadings(scene.discourse, form, scene.placeAt(i, null)).find(({ entity }) => isHidden(scene, entity, i))?.entity ?? null
    if (/^(?:both|all|neither)$/.test(lower))
      return (
        rankReadings(scene.discourse, { gender: null, number: 'plural' }, scene.placeAt(i, null)).find(({ entity }) =>
          isHidden(scene, entity, i),
        )?.entity ?? null
      )
    if (scene.annotated.tokens.name[i] >= 0) continue
    const noun = classifyNoun(lower)
    if (!noun || noun.guessed || (noun.class !== 'person' && noun.class !== 'anonymity' && noun.class !== 'group')) continue
    let from = i
    while (from > first && i - from < 4) from--
    const mention = classifyMention(scene.annotated, { start: start[from], end: end[i] })
    if (!mention.isRole) return null
    return rankBearers(scene.discourse, mention, i, scene.recent()).find(({ entity }) => isHidden(scene, entity, i))?.entity ?? null
  }
  return null
}

/** Joins what the text says of held-back names to those who are meant: in the same sentence, or by the sentence's subject. */
export const applyWithholdings = (
  annotated: AnnotatedDocument,
  attributions: readonly Attribution[],
  scene: Scene,
  decisions: Decision[],
): void => {
  const { text } = annotated.document
  const bySentence = new Map<number, { attribution: Attribution; entity: Entity }[]>()
  for (const attribution of attributions) {
    const finding = scene.findings.get(attribution.id)
    if (!finding?.entity || !finding.mention) continue
    const sentence = scene.discourse.sentenceAt(finding.mention.start)
    const list = bySentence.get(sentence) ?? []
    list.push({ attribution, entity: finding.entity })
    bySentence.set(sentence, list)
  }
  for (const { span, sentence, reason, token } of findWithholdings(annotated, attributions)) {
    const here = (bySentence.get(sentence) ?? []).filter(
      ({ entity, attribution }) => entity.words.length === 0 && !attribution.content.some(content => overlaps(content, span)),
    )
    const near = here.filter(({ entity }) => entity.kind === 'person' || entity.kind === 'group' || entity.kind === 'unknown')
    const before = near
      .filter(({ attribution }) => attribution.source.some(source => source.start <= span.start))
      .sort((a, b) => (a.attribution.source[0]?.start ?? 0) - (b.attribution.source[0]?.start ?? 0))
    const { first, last } = annotated.sentences[sentence]
    const entity = before.at(-1)?.entity ?? near[0]?.entity ?? (here.length === 0 ? subjectOf(scene, first, Math.min(last, token)) : null)
    if (!entity || entity.words.length > 0 || entity.kind === 'outlet' || entity.kind === 'document') continue
    if (entity.owner?.kind === 'group' && here.length === 0 && entity.owner.words.length === 0) {
      entity.owner.identity = 'anonymous'
      if (reason) entity.owner.reason ??= textOf(text, reason).replace(/\s+/g, ' ')
    }
    entity.identity = 'anonymous'
    if (entity.count === null && entity.kind === 'person') entity.count = 1
    if (reason && entity.reason === null) entity.reason = textOf(text, reason).replace(/\s+/g, ' ')
    decisions.push({ about: entity.name, by: 'name-withheld', spans: reason ? [span, reason] : [span], considered: [] })
  }
}
