import { pronounForms } from '../lexicon/en/pronouns.ts'
import { classifyMention, classifyNoun, type Mention, parsePhrase, tokensOf } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'
import { Discourse } from './discourse.ts'
import { createEntity, type Entity, enrich } from './entity.ts'
import { indexNames, type NameIndex } from './names.ts'
import { closeReadings, type Place, rankReadings } from './pronoun.ts'
import { pointsBack, rankBearers } from './roles.ts'

/** Who an attribution's source is, by which rule, and who else it might have been. */
export interface Finding {
  readonly entity: Entity | null
  readonly mention: Span | null
  readonly by: string
  readonly considered: readonly string[]
}

const unresolved = (by: string, mention: Span | null = null): Finding => ({ entity: null, mention, by, considered: [] })

/** A source phrase to be read at its place in the text. */
interface Task {
  readonly token: number
  readonly attribution: Attribution
  readonly span: Span
}

const recent = 300

/** Reads an article's source mentions one after another and keeps who has been spoken of. */
export class Resolver {
  readonly findings = new Map<string, Finding>()
  readonly discourse: Discourse
  private readonly annotated: AnnotatedDocument
  private readonly names: NameIndex
  /** Everybody without a proper name, and the named ones once they have been met. */
  private readonly met: Entity[] = []
  private readonly known = new Set<Entity>()
  private readonly byId = new Map<string, Attribution>()
  private publisher: Entity | null = null
  /** Everybody who has been found to be a source. */
  private readonly speakers = new Set<Entity>()
  private readonly byQuotation = new Map<number, string>()

  constructor(annotated: AnnotatedDocument, attributions: readonly Attribution[]) {
    this.annotated = annotated
    this.discourse = new Discourse(annotated)
    this.names = indexNames(annotated)
    for (const attribution of attributions) this.byId.set(attribution.id, attribution)
  }

  resolveAll(attributions: readonly Attribution[]): void {
    const { quotation } = this.annotated.tokens
    for (const { id, parent, content } of attributions) {
      if (parent !== null) continue
      for (const span of content) {
        const { first, last } = tokensOf(this.annotated, span)
        for (const token of [first, last - 1])
          if (quotation[token] >= 0 && !this.byQuotation.has(quotation[token])) this.byQuotation.set(quotation[token], id)
      }
    }
    const tasks = new Map<number, Task[]>()
    let deepest = 0
    for (const attribution of attributions) {
      const span = this.choosePiece(attribution)
      if (!span) continue
      const depth = this.depthOf(attribution)
      deepest = Math.max(deepest, depth)
      const list = tasks.get(depth) ?? []
      list.push({ token: tokensOf(this.annotated, span).first, attribution, span })
      tasks.set(depth, list)
    }
    for (const list of tasks.values()) list.sort((a, b) => a.token - b.token)
    this.walk(tasks.get(0) ?? [])
    this.resolveEmpty(attributions.filter(({ parent }) => parent === null))
    for (let depth = 1; depth <= deepest; depth++) for (const task of tasks.get(depth) ?? []) this.resolveTask(task)
    this.resolveEmpty(attributions.filter(({ parent }) => parent !== null))
  }

  private depthOf(attribution: Attribution): number {
    let depth = 0
    for (let at = attribution; at.parent !== null && depth < 20; depth++) {
      const parent = this.byId.get(at.parent)
      if (!parent) break
      at = parent
    }
    return depth
  }

  /** Of several source pieces the one that speaks: "Radio Meridian" … "port officials" → the officials. */
  private choosePiece({ source }: Attribution): Span | null {
    if (source.length < 2) return source[0] ?? null
    const people = source.filter(span => {
      const { kind, isPronoun } = classifyMention(this.annotated, span)
      return kind === 'person' || kind === 'group' || isPronoun
    })
    const pieces = people.length > 0 ? people : source
    return pieces.at(people.length > 0 ? 0 : -1) ?? null
  }

  /** Goes through the text once: names, descriptions and the sources of the outermost attributions, in order. */
  private walk(tasks: readonly Task[]): void {
    const { text, tag, start, end, name } = this.annotated.tokens
    const { names } = this.annotated
    let next = 0
    let until = -1
    for (let i = 0; i < text.length; i++) {
      if (next < tasks.length && tasks[next].token <= i) {
        until = Math.max(until, tokensOf(this.annotated, tasks[next].span).last)
        while (next < tasks.length && tasks[next].token <= i) this.resolveTask(tasks[next++])
        continue
      }
      if (name[i] >= 0) {
        const found = names[name[i]]
        const entity = this.names.byToken.get(i)
        if (found.first === i && entity && i >= until) this.note(entity, i, { start: found.start, end: found.end }, false)
        else if (found.first === i && entity && entity.latest < i) this.meet(entity, i)
        i = found.last - 1
        continue
      }
      if (i < until) continue
      const lower = text[i].toLowerCase()
      const form = pronounForms.get(lower)
      if (form?.person === 3 && form.gender !== null && form.gender !== 'neuter') {
        this.noteThirdPerson(i, form.gender)
        continue
      }
      if (!/^(?:NN|$)/.test(tag[i] ?? '')) continue
      const noun = classifyNoun(lower)
      if (noun && !noun.guessed && noun.class !== 'anonymity' && lower !== 'one' && lower !== 'those')
        this.noteDescription(i, start[i], end[i])
    }
  }

  private meet(entity: Entity, token: number): void {
    if (token > entity.latest) entity.latest = token
    if (!this.known.has(entity)) {
      this.known.add(entity)
      this.met.push(entity)
    }
  }

  private note(entity: Entity, token: number, span: Span, isSource: boolean): void {
    this.meet(entity, token)
    this.discourse.note(entity, token, span, isSource)
  }

  /** A pronoun outside the sources: tells a gender, keeps somebody in mind. */
  private noteThirdPerson(token: number, gender: 'male' | 'female'): void {
    const { start, end } = this.annotated.tokens
    const readings = rankReadings(this.discourse, { gender, number: 'singular' }, this.placeAt(token, null))
    const best = readings[0]
    if (!best || best.score < 0.5) return
    const rival = readings[1]
    if (rival && best.score - rival.score < 1) return
    if (best.entity.gender === null && best.entity.kind === 'person') best.entity.gender = gender
    if (best.entity.gender === gender) this.discourse.note(best.entity, token, { start: start[token], end: end[token] }, false)
  }

  /** "a woman", "the clinic's director", "the witness" where nobody is being quoted. */
  private noteDescription(token: number, start: number, end: number): void {
    const { text, name } = this.annotated.tokens
    const following = text[token + 1]
    if (name[token + 1] >= 0 || following === "'s" || following === "'" || classifyNoun(following?.toLowerCase() ?? '') !== null) return
    let first = token
    let determined = false
    for (let i = token - 1; i >= 0 && token - i <= 5; i--) {
      const word = text[i].toLowerCase()
      if (/^(?:the|a|an|his|her|its|their|this|that|these|those|another|two|three|four|five|six|several|some|both)$/.test(word)) {
        first = i
        determined = true
        break
      }
      if (
        !/^[\p{L}\d][\p{L}\d'-]*$/u.test(word) ||
        /^(?:of|in|at|to|for|and|or|by|with|from|on|was|were|is|are|had|has|have|said|told|that|who|as)$/.test(word)
      )
        break
    }
    if (!determined) {
      const opens = this.annotated.sentences[this.discourse.sentence(token)]?.first
      if (!classifyNoun(text[token].toLowerCase())?.plural || opens === undefined || token - opens > 2) return
      first = opens
    }
    const apposed = this.apposedName(first, token)
    if (apposed) {
      const noun = classifyNoun(text[token].toLowerCase())
      if (noun?.class === 'person' && apposed.kind === 'person') apposed.roles.add(noun.lemma)
      return
    }
    const { start: starts } = this.annotated.tokens
    const span = { start: starts[first], end }
    const mention = classifyMention(this.annotated, span)
    if (!mention.isRole && mention.kind === 'outlet' && mention.heads.length > 0) this.names.find(mention)
    if (!mention.isRole || mention.identity === 'anonymous' || (mention.kind === 'document' && !pointsBack(mention) && start < 0)) return
    const entity = this.findBearer(mention, first, false)
    if (!entity) return
    this.note(entity, first, span, false)
  }

  /** "Tariq Belmont, a lecturer …", "the prosecutor, Elin Varga": the name that a description only adds to. */
  private apposedName(first: number, token: number): Entity | null {
    const { text } = this.annotated.tokens
    const { byToken } = this.names
    const before =
      text[first - 1] === ',' ? (byToken.get(first - 2) ?? (text[first - 3] === ',' ? byToken.get(first - 4) : undefined)) : undefined
    if (before) return before
    return text[token + 1] === ',' ? (byToken.get(token + 2) ?? null) : null
  }

  /** Whoever a description means: somebody met before, or somebody new; null where "the" points at nobody and nothing would be gained. */
  private findBearer(mention: Mention, token: number, isSource: boolean): Entity | null {
    const owned = mention.possessor !== null
    if (pointsBack(mention) || owned) {
      const ranked = rankBearers(this.discourse, mention, token, this.met.slice(-recent))
      const best = ranked[0]
      if (best && best.score > (isSource ? 0.4 : 1)) return best.entity
    } else if (
      mention.kind === 'organization' ||
      (mention.kind === 'group' && mention.determiner === null && mention.identity === 'unnamed')
    ) {
      const same = this.met
        .slice(-recent)
        .findLast(
          entity =>
            entity.words.length === 0 &&
            entity.kind === mention.kind &&
            entity.identity === mention.identity &&
            entity.name.toLowerCase() === mention.name.toLowerCase(),
        )
      if (same) return same
    }
    return createEntity(mention)
  }

  private placeAt(token: number, attribution: Attribution | null): Place {
    const { quotation } = this.annotated.tokens
    const parent = attribution?.parent ? (this.byId.get(attribution.parent) ?? null) : null
    const speaker = parent ? (this.findings.get(parent.id)?.entity ?? null) : null
    const content = attribution?.content ?? []
    return {
      token,
      quotation: quotation[token] ?? -1,
      speaker,
      quoted: parent !== null && (parent.kind === 'direct' || (parent.kind === 'mixed' && quotation[token] >= 0)),
      isOwnContent: offset => content.some(span => span.start <= offset && offset < span.end),
    }
  }

  private resolveTask({ token, attribution, span }: Task): void {
    const mention = classifyMention(this.annotated, span)
    const finding = this.resolveMention(mention, token, attribution)
    this.findings.set(attribution.id, finding)
    if (!finding.entity) return
    if (attribution.parent === null) this.speakers.add(finding.entity)
    if (finding.entity.kind === 'person' && this.testifies(attribution)) finding.entity.roles.add('witness')
    this.note(finding.entity, token, span, true)
  }

  private resolveMention(mention: Mention, token: number, attribution: Attribution): Finding {
    const { span } = mention
    if (mention.name === '') return unresolved('empty')
    if (this.isAudience(mention, attribution)) {
      const entity = createEntity(mention)
      entity.kind = 'unknown'
      entity.identity = 'unspecified'
      entity.count = null
      return { entity, mention: span, by: 'audience', considered: [] }
    }
    if (mention.isPronoun) return this.resolvePronoun(mention, token, attribution)
    if (mention.isRole) return this.resolveRole(mention, token)
    const { entity, rivals } = this.names.find(mention)
    if (entity.kind === 'unknown' && mention.possessor) this.borrowKind(entity, mention, token)
    for (const rival of rivals) entity.alternatives.set(rival, Math.max(entity.alternatives.get(rival) ?? 0, 0.3))
    return { entity, mention: span, by: 'name', considered: rivals.map(({ name }) => name) }
  }

  /** "Its Zahrani rival al-Jisr" is what "its" is. */
  private borrowKind(entity: Entity, mention: Mention, token: number): void {
    const owner = this.ownerOf(mention, token)
    if (owner && (owner.kind === 'outlet' || owner.kind === 'organization')) entity.kind = owner.kind
  }

  /** "A jury heard that …", "the inquest was told": those who listen say nothing. */
  private isAudience(mention: Mention, { cue }: Attribution): boolean {
    if (!mention.isRole) return false
    const head = mention.heads.at(-1) ?? ''
    if (
      !/^(?:jury|court|inquest|tribunal|inquiry|hearing|trial|committee|mps|commission|parliament|council|meeting|judge|juror|panel)$/.test(
        head,
      )
    )
      return false
    const words = cue.map(span => this.annotated.document.text.slice(span.start, span.end).toLowerCase()).join(' ')
    return /^(?:has |had |have )?(?:also )?(?:heard|hears|hear|was told|were told|has been told|had been told|is told|been told)\b/.test(
      words,
    )
  }

  /** "Hallam testified", "told the court": whoever says so may be called the witness. */
  private testifies({ cue }: Attribution): boolean {
    const { text } = this.annotated.document
    return cue.some(({ start, end }) => {
      const words = text.slice(start, end)
      return (
        /testif|gave evidence/.test(words) ||
        (/told$/.test(words) && /^\s+(?:the|a) (?:court|jury|inquest|tribunal|trial|hearing|inquiry)\b/.test(text.slice(end, end + 24)))
      )
    })
  }

  private resolvePronoun(mention: Mention, token: number, attribution: Attribution): Finding {
    const { span } = mention
    const form = pronounForms.get(this.annotated.tokens.text[mention.core.first].toLowerCase())!
    if (form.person < 3) {
      const speaker = this.speakerAround(attribution, token)
      if (speaker) return { entity: speaker, mention: span, by: 'speaker-of-quotation', considered: [] }
      return unresolved('first-person-unknown', span)
    }
    const readings = rankReadings(this.discourse, mention, this.placeAt(token, attribution))
    const best = readings[0]
    if (!best || best.score < -6) return unresolved('pronoun-unresolved', span)
    if (best.entity.gender === null && mention.gender && mention.gender !== 'neuter' && best.entity.kind === 'person')
      best.entity.gender = mention.gender
    const close = closeReadings(readings)
    for (const { entity, confidence } of close)
      best.entity.alternatives.set(entity, Math.max(best.entity.alternatives.get(entity) ?? 0, confidence))
    return { entity: best.entity, mention: span, by: 'pronoun', considered: readings.slice(1, 5).map(({ entity }) => entity.name) }
  }

  /** Who says "I" here: the source of the innermost attribution around, or of a quotation that holds the token. */
  private speakerAround(attribution: Attribution, token: number): Entity | null {
    let parent = attribution.parent ? this.byId.get(attribution.parent) : undefined
    const quotation = this.annotated.tokens.quotation[token] ?? -1
    while (parent) {
      const entity = this.findings.get(parent.id)?.entity
      if (entity && (parent.kind !== 'indirect' || quotation < 0)) return entity
      if (!parent.parent) return entity ?? null
      parent = this.byId.get(parent.parent)
    }
    if (quotation < 0) return null
    for (let marks = quotation; marks >= 0; marks = this.annotated.quotations[marks].parent) {
      const id = this.byQuotation.get(marks)
      if (id !== undefined && id !== attribution.id) return this.findings.get(id)?.entity ?? null
    }
    return null
  }

  private ownerOf(mention: Mention, token: number): Entity | null {
    const { possessor } = mention
    if (!possessor) return null
    const { text, start, end } = this.annotated.tokens
    const form = pronounForms.get(text[possessor.first].toLowerCase())
    if (form && possessor.last - possessor.first === 1) {
      if (form.person < 3) return null
      return rankReadings(this.discourse, form, this.placeAt(token, null))[0]?.entity ?? null
    }
    for (let i = possessor.first; i < possessor.last; i++) {
      const entity = this.names.byToken.get(i)
      if (entity) return entity
    }
    const inner = classifyMention(this.annotated, { start: start[possessor.first], end: end[possessor.last - 1] })
    if (!inner.isRole) return null
    return rankBearers(this.discourse, inner, token, this.met.slice(-recent))[0]?.entity ?? null
  }

  private resolveRole(mention: Mention, token: number): Finding {
    const { span } = mention
    if (mention.isPartitive) return this.resolvePartitive(mention, token)
    if (mention.determiner === 'this' && mention.kind === 'outlet') {
      this.publisher ??= this.publisherEntity()
      if (this.publisher) return { entity: this.publisher, mention: span, by: 'this-outlet', considered: [] }
    }
    const owner = this.ownerOf(mention, token)
    if (owner) {
      const head = mention.heads.at(-1) ?? ''
      const before = this.met
        .slice(-recent)
        .findLast(
          entity =>
            (entity.owner === owner && entity.heads.at(-1) === head) ||
            (entity.words.length > 0 && entity.roles.has(head) && isOf(entity, owner)),
        )
      if (before) {
        enrich(before, mention)
        return { entity: before, mention: span, by: 'same-owner', considered: [] }
      }
      const entity = createEntity(mention)
      entity.owner = owner
      if (owner.kind === 'outlet' || owner.kind === 'organization') entity.affiliation = owner.name
      return { entity, mention: span, by: 'new-role', considered: [] }
    }
    if (pointsBack(mention) || (mention.possessor === null && mention.kind === 'organization')) {
      const ranked = rankBearers(this.discourse, mention, token, this.met.slice(-recent)).filter(
        ({ entity, score }) => score > 0.4 && !this.contradicts(mention, entity),
      )
      const best = ranked[0]
      if (best && (pointsBack(mention) || best.score > 1.8)) {
        enrich(best.entity, mention)
        for (const { entity, score } of ranked.slice(1, 3)) if (best.score - score < 0.6) best.entity.alternatives.set(entity, 0.3)
        return { entity: best.entity, mention: span, by: 'description', considered: ranked.slice(1, 4).map(({ entity }) => entity.name) }
      }
    }
    const entity = this.findBearer(mention, token, true) ?? createEntity(mention)
    this.joinFellows(entity, mention)
    if (entity.affiliation === null && /^spokes(?:man|woman|person|people)$/.test(mention.heads.at(-1) ?? ''))
      entity.affiliation = this.bodyAround(token)?.name ?? null
    enrich(entity, mention)
    return { entity, mention: span, by: 'new-role', considered: [] }
  }

  /** "A second official" after "four officials, who asked not to be named": one of them, and as anonymous. */
  private joinFellows(entity: Entity, mention: Mention): void {
    const { text } = this.annotated.tokens
    const { first } = tokensOf(this.annotated, mention.span)
    if (!/^(?:another|one|second|third|fourth|other)$/i.test(text[first]) && !/^(?:second|third|fourth|other)$/.test(text[first + 1] ?? ''))
      return
    const head = mention.heads.at(-1)
    entity.owner ??=
      this.met
        .slice(-recent)
        .findLast(
          other =>
            other !== entity &&
            other.words.length === 0 &&
            other.heads.at(-1) === head &&
            (other.kind === 'group' || other.kind === 'person'),
        ) ?? null
  }

  /** "The head of the federation" is not the head of something else: what follows the head must not differ. */
  private contradicts(mention: Mention, entity: Entity): boolean {
    const phrase = parsePhrase(this.annotated, tokensOf(this.annotated, mention.span))
    const { text } = this.annotated.tokens
    const { first, last } = phrase.tail
    if (first >= last || !/^(?:of|for|at|from)$/.test(text[first])) return false
    const told = `${entity.name} ${entity.title ?? ''} ${entity.affiliation ?? ''} ${entity.descriptor ?? ''}`.toLowerCase()
    for (let i = first + 1; i < Math.min(last, first + 8); i++) {
      const word = text[i].toLowerCase()
      if (word.length > 3 && told.includes(word)) return false
    }
    return true
  }

  /** "One of them said": one of the group last spoken of, and as anonymous as it. */
  private resolvePartitive(mention: Mention, token: number): Finding {
    const named = mention.partOf ? this.groupOf(mention.partOf, token) : null
    const group = named ?? rankReadings(this.discourse, { gender: null, number: 'plural' }, this.placeAt(token, null))[0]?.entity
    const entity = createEntity(mention)
    if (group) {
      if (mention.number === 'plural' && (mention.heads[0] === 'both' || mention.heads[0] === 'all'))
        return { entity: group, mention: mention.span, by: 'all-of-them', considered: [] }
      if (entity.identity !== 'anonymous') entity.identity = group.identity === 'anonymous' ? 'anonymous' : 'unnamed'
      entity.descriptor = group.descriptor
      entity.reason = group.reason
      entity.affiliation = group.affiliation
      entity.owner = group
    }
    return { entity, mention: mention.span, by: 'one-of-them', considered: group ? [group.name] : [] }
  }

  /** "The officials" of "one of the officials". */
  private groupOf(range: { first: number; last: number }, token: number): Entity | null {
    const { start, end } = this.annotated.tokens
    const inner = classifyMention(this.annotated, { start: start[range.first], end: end[range.last - 1] })
    return inner.isRole ? (rankBearers(this.discourse, inner, token, this.met.slice(-recent))[0]?.entity ?? null) : null
  }

  private publisherEntity(): Entity | null {
    const { publisher } = this.annotated.document.provenance
    if (!publisher) return null
    const wanted = publisher.toLowerCase().replace(/^the /, '')
    const known = this.names.entities.find(entity => entity.words.join(' ') === wanted)
    if (known) return known
    return {
      ...createEntity({ ...classifyMention(this.annotated, { start: 0, end: 0 }), name: publisher }),
      words: wanted.split(' '),
      kind: 'outlet',
      identity: 'named',
    }
  }

  /** The body last spoken of, whose spokesman a mere "spokesman" is. */
  private bodyAround(token: number): Entity | null {
    const here = this.discourse.sentence(token)
    let best: Entity | null = null
    for (const { entity, sentence, isSource, isSubject } of this.discourse.before(token)) {
      if (here - sentence > 2) break
      if (entity.kind !== 'organization') continue
      if (isSource || isSubject) return entity
      best ??= entity
    }
    return best
  }

  /** Attributions without source words: run-on quotations, and quotations whose speaker was brought in by the sentence before. */
  private resolveEmpty(attributions: readonly Attribution[]): void {
    for (const attribution of attributions) {
      if (this.findings.has(attribution.id)) continue
      this.findings.set(attribution.id, this.resolveBare(attribution, attributions))
    }
  }

  private resolveBare(attribution: Attribution, siblings: readonly Attribution[]): Finding {
    if (attribution.follows !== null) {
      const followed = this.findings.get(attribution.follows)
      if (followed) return { ...followed, mention: null, by: 'follows' }
      const target = this.byId.get(attribution.follows)
      if (target && target.follows !== attribution.id && target.source.length === 0)
        return { ...this.resolveBare({ ...target, follows: null }, siblings), mention: null, by: 'follows' }
    }
    if (attribution.cue.length > 0 || attribution.kind === 'indirect') return unresolved('nobody-given')
    return this.speakerBefore(attribution)
  }

  /** "Hana Petrov, a nurse at the clinic, described the scene. “The doors were locked.”" */
  private speakerBefore(attribution: Attribution): Finding {
    const first = tokensOf(this.annotated, attribution.content[0]).first
    const here = this.discourse.sentence(first)
    let named: Entity | null = null
    let spoke: Entity | null = null
    for (const occurrence of this.discourse.before(first)) {
      const away = here - occurrence.sentence
      if (away > 2) break
      const { entity } = occurrence
      if (entity.kind !== 'person' && entity.kind !== 'unknown' && !(occurrence.isSource && away <= 1)) continue
      if (occurrence.isSource) spoke ??= entity
      if (occurrence.quotation < 0 && away <= 1 && (occurrence.isSubject || named === null) && entity.kind === 'person')
        named = occurrence.isSubject || !named ? entity : named
    }
    const sameParagraph = named && this.discourse.paragraph(first) - this.discourse.paragraph(named.latest) <= 1
    const entity = spoke ?? (sameParagraph ? named : null)
    return entity
      ? { entity, mention: null, by: 'sentence-before', considered: named && named !== entity ? [named.name] : [] }
      : unresolved('nobody-given')
  }

  /** Named people of whom the text says that they are what a description says: the same noun, no other modifiers. */
  bearersOf(entity: Entity): Entity[] {
    const head = entity.heads.at(-1) ?? ''
    const modifiers = entity.heads.slice(0, -1)
    return this.names.entities.filter(
      other =>
        other.words.length > 0 &&
        other.kind === 'person' &&
        other.roles.has(head) &&
        modifiers.every(word => (other.title ?? '').toLowerCase().includes(word)) &&
        !(entity.gender && other.gender && entity.gender !== other.gender) &&
        (entity.affiliation === null ||
          (other.affiliation ?? other.title ?? '').toLowerCase().includes(entity.affiliation.toLowerCase().replace(/^the /, ''))),
    )
  }

  /** Takes one for the other from now on. */
  replace(entity: Entity, by: Entity): void {
    by.mentions.push(...entity.mentions)
    for (const [id, finding] of this.findings)
      if (finding.entity === entity) this.findings.set(id, { ...finding, entity: by, by: 'late-name', considered: [entity.name] })
  }

  /** Somebody without a name, spoken of a moment ago. */
  private isHidden(entity: Entity, token: number): boolean {
    return (
      entity.words.length === 0 &&
      this.speakers.has(entity) &&
      this.discourse.sentence(token) - this.discourse.sentence(Math.max(0, Math.min(entity.latest, token))) <= 3
    )
  }

  /** Who the subject of the sentence at `token` is, where that is a pronoun or description: for "She asked that her name be withheld". */
  subjectOf(first: number, limit: number): Entity | null {
    const { text, start, end } = this.annotated.tokens
    for (let i = first; i < Math.min(limit, first + 16); i++) {
      const lower = text[i].toLowerCase()
      const form = pronounForms.get(lower)
      if (
        form?.person === 3 &&
        form.gender !== 'neuter' &&
        (!/^(?:his|her|their|its)$/.test(lower) || /^(?:names?|identit(?:y|ies))$/.test(text[i + 1] ?? ''))
      )
        return rankReadings(this.discourse, form, this.placeAt(i, null)).find(({ entity }) => this.isHidden(entity, i))?.entity ?? null
      if (/^(?:both|all|neither)$/.test(lower))
        return (
          rankReadings(this.discourse, { gender: null, number: 'plural' }, this.placeAt(i, null)).find(({ entity }) =>
            this.isHidden(entity, i),
          )?.entity ?? null
        )
      if (this.annotated.tokens.name[i] >= 0) continue
      const noun = classifyNoun(lower)
      if (!noun || noun.guessed || (noun.class !== 'person' && noun.class !== 'anonymity' && noun.class !== 'group')) continue
      let from = i
      while (from > first && i - from < 4) from--
      const mention = classifyMention(this.annotated, { start: start[from], end: end[i] })
      if (!mention.isRole) return null
      return rankBearers(this.discourse, mention, i, this.met.slice(-recent)).find(({ entity }) => this.isHidden(entity, i))?.entity ?? null
    }
    return null
  }
}

const isOf = (entity: Entity, owner: Entity): boolean => {
  if (entity.affiliation === null) return false
  const words = owner.words.length > 0 ? owner.words : owner.heads
  const last = words.at(-1)
  return last !== undefined && entity.affiliation.toLowerCase().includes(last)
}
