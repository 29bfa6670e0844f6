import { outletNameEnds } from '../lexicon/en/outlet-words.ts'
import { timeNouns } from '../lexicon/en/time-nouns.ts'
import { isCapital } from '../mention/index.ts'
import type { AnnotatedDocument } from '../model/annotation.ts'
import type { TokenMask } from './position.ts'

export type PieceKind = 'phrase' | 'verb' | 'link' | 'relative' | 'comma' | 'break' | 'content' | 'other'

/** A noun phrase, a verb group, or what stands between them. `lemma` is the head's, lower-cased; `head` its token. */
export interface Piece {
  readonly kind: PieceKind
  readonly first: number
  readonly last: number
  readonly head: number
  readonly lemma: string
  /** Of a verb group: `finite`, `gerund` ("citing"), `participle` ("quoted by"), `passive` ("was quoted"), `infinitive`. */
  readonly form: 'finite' | 'gerund' | 'participle' | 'passive' | 'infinitive' | null
  readonly negated: boolean
}

const tagSet = (tags: string): ReadonlySet<string> => new Set(tags.split(' '))
const NOUN = tagSet('NN NNS NNP NNPS')
const INSIDE = tagSet('NN NNS NNP NNPS JJ JJR JJS CD POS FW $ # ADD')
const VERB = tagSet('VB VBD VBG VBN VBP VBZ MD')
const RELATIVE = tagSet('WDT WP WP$ WRB')
const LINK = tagSet('IN TO RP CC')
const NO_PHRASE = tagSet('IN TO CC MD VBD VBZ VBP')
const DETERMINER = tagSet('DT PDT PRP$')
const PARTICIPLE = tagSet('VBN VBG VBD')
const FINITE = tagSet('VBD VBZ VBP MD')
const QUOTE = new Set(['"', "'", '``', "''", '`', '“', '”', '‘', '’', '«', '»', '„'])
const BREAK = new Set([';', ':', '(', ')', '--', '-LRB-', '-RRB-', '[', ']', '–', '—', '...', '…', '?', '!', '.'])

/**
 * Cuts a run of tokens into pieces. Adverbs, quotation marks and expressions of time are left out. A cue's first word is a verb
 * even where it is tagged a noun: "the paper reports".
 */
export const chunkTokens = (
  annotated: AnnotatedDocument,
  range: { readonly first: number; readonly last: number },
  mask: TokenMask,
  cues: ReadonlySet<number>,
): Piece[] => {
  const { tokens, names } = annotated
  const sorted = [...mask].sort((a, b) => a.first - b.first)
  const pieces: Piece[] = []
  const push = (kind: PieceKind, first: number, last: number, head: number, form: Piece['form'] = null, negated = false) => {
    const lemma = (kind === 'verb' || kind === 'phrase' ? tokens.lemma[head] : tokens.text[head]).toLowerCase()
    pieces.push({ kind, first, last, head, lemma, form, negated })
  }
  const isCueVerb = (i: number) =>
    cues.has(i) &&
    /^(NN|NNS|NNP|JJ)$/.test(tokens.tag[i]) &&
    tokens.name[i] < 0 &&
    !/^(DT|JJ|PRP\$|POS|IN|TO)$/.test(tokens.tag[i - 1] ?? '')
  const cueAfter = (from: number, stop: number): number => {
    for (let i = from + 1; i < stop; i++) if (cues.has(i) && tokens.tag[i] !== 'IN') return i
    return stop
  }
  let next = 0
  for (let i = range.first; i < range.last; ) {
    while (next < sorted.length && sorted[next].last <= i) next++
    const covered = sorted[next]
    if (covered !== undefined && covered.first <= i) {
      if (pieces.at(-1)?.kind !== covered.as) push(covered.as, i, Math.min(covered.last, range.last), i)
      i = Math.min(covered.last, range.last)
      continue
    }
    const stop = Math.min(range.last, covered?.first ?? range.last)
    const text = tokens.text[i]
    const tag = tokens.tag[i]
    const lower = text.toLowerCase()
    if (text === ',') {
      push('comma', i, i + 1, i)
      i++
    } else if (QUOTE.has(text) && tag !== 'POS') i++
    else if (BREAK.has(text)) {
      push('break', i, i + 1, i)
      i++
    } else if (lower === 'according' || lower === 'told' || lower === 'citing' || lower === 'quoting' || lower === 'telling') {
      push(lower === 'according' ? 'link' : 'verb', i, i + 1, i, lower === 'told' ? formOfVerb(annotated, i, range.first) : 'gerund')
      i++
    } else if (RELATIVE.has(tag)) {
      push('relative', i, i + 1, i)
      i++
    } else {
      const phrase = isCueVerb(i) ? null : readPhrase(annotated, i, cueAfter(i, stop))
      if (phrase !== null) {
        if (
          !timeNouns.has(tokens.lower[phrase.head]) ||
          isShortTitle(tokens.text, i, phrase.last) ||
          names[tokens.name[phrase.head]]?.last - names[tokens.name[phrase.head]]?.first > 1
        )
          push('phrase', i, phrase.last, phrase.head)
        else if (pieces.at(-1)?.kind === 'link' && pieces.at(-1)?.last === i) pieces.pop()
        i = phrase.last
      } else if (VERB.has(tag) || isCueVerb(i) || (tag === 'TO' && tokens.tag[i + 1] === 'VB')) {
        const group = readVerbs(annotated, i, stop)
        push('verb', i, group.last, group.head, group.form, group.negated)
        i = group.last
      } else {
        if (LINK.has(tag)) push('link', i, i + 1, i)
        i++
      }
    }
  }
  return pieces
}

/** A base noun phrase at `first`: determiners, adjectives, nouns, names and genitives, "of" and what follows it. */
const readPhrase = (annotated: AnnotatedDocument, first: number, stop: number): { last: number; head: number } | null => {
  const { tokens, names } = annotated
  if (tokens.tag[first] === 'PRP' || tokens.tag[first] === 'EX') return { last: first + 1, head: first }
  let i = first
  let head = -1
  if (NO_PHRASE.has(tokens.tag[first])) return null
  while (i < stop) {
    const tag = tokens.tag[i]
    const name = names[tokens.name[i]]
    const lower = tokens.text[i].toLowerCase()
    if (i > first && head >= 0 && timeNouns.has(lower) && tag.startsWith('NNP') && tokens.tag[i - 1] !== 'POS') break
    // "wrote in the Harbour Post last week"
    if (head >= 0 && /^(?:last|next|late|earlier)$/.test(lower) && timeNouns.has(tokens.lower[i + 1] ?? '')) break
    if (name !== undefined && name.last > i) {
      i = Math.min(name.last, stop)
      head = i - 1
    } else if (NOUN.has(tag) || lower === 'op-ed' || (i > first && isProper(tokens.text[i], tag))) head = i++
    else if (INSIDE.has(tag)) {
      if (tag === 'CD' || (/^JJ/.test(tag) && head < 0)) {
        const after = tokens.tag[i + 1] ?? ''
        if (tag === 'CD' || !INSIDE.has(after)) head = head < 0 ? i : head
      }
      i++
    } else if (DETERMINER.has(tag)) {
      if (head >= 0 || (i > first && !/^(PDT|DT)$/.test(tokens.tag[i - 1]))) break
      if (tag === 'DT' && /^(this|that|these|those|some|all|both|another|many|several)$/.test(lower)) head = -1
      i++
    } else if (tokens.text[i] === '&' && head >= 0) i++
    else if (PARTICIPLE.has(tag) && i + 1 < stop && canModify(annotated, i, first)) i++
    else if (/^RB/.test(tag) && i + 1 < stop && /^(JJ|CD|VBN)/.test(tokens.tag[i + 1]) && (i > first || tokens.tag[i + 1] === 'CD')) i++
    else if (lower === 'of' && head >= 0 && i + 1 < stop) {
      const inner = readPhrase(annotated, i + 1, stop)
      if (inner === null) break
      return { last: inner.last, head }
    } else break
  }
  if (head < 0 && i > first && /^(this|that|these|those|some|all|both|another|many|several|others)$/.test(tokens.lower[i - 1])) head = i - 1
  if (head < 0 || (i === first + 1 && /^JJ/.test(tokens.tag[first]) && tokens.name[first] < 0)) return null
  while (i > head + 1 && /^(RB|JJ|VBN|VBG|DT)/.test(tokens.tag[i - 1])) i--
  return { last: i, head }
}

/** "the Sun" told of it, not on it. */
const isShortTitle = (text: readonly string[], first: number, last: number): boolean =>
  last === first + 2 && text[first].toLowerCase() === 'the' && isCapital(text[last - 1]) && outletNameEnds.has(text[last - 1].toLowerCase())

/** A capital where the tag does not show a name: "Marsad al-Ilmar". */
const isProper = (text: string, tag: string): boolean => isCapital(text) && /^(RB|FW|UH|NN|LS|SYM)/.test(tag)

/** "a leaked memo", "the ruling party": a participle between determiner and noun. */
const canModify = (annotated: AnnotatedDocument, i: number, first: number): boolean =>
  i > first &&
  /^(DT|JJ|CD|PRP\$|POS|NNP?)$/.test(annotated.tokens.tag[i - 1]) &&
  (/^(DT|JJ|CD|PRP\$|POS)$/.test(annotated.tokens.tag[i - 1]) ? /^(NN|JJ|NNS|NNP)/.test(annotated.tokens.tag[i + 1]) : false)

const BE = new Set(['be', 'get', "'s", "'re", 'is', 'was', 'were', 'are', 'been', 'being'])

/** The form of a verb whose tag alone does not tell a past tense from a participle. */
const formOfVerb = (annotated: AnnotatedDocument, head: number, from: number): Piece['form'] => {
  const { tokens } = annotated
  for (let i = head - 1; i >= Math.max(from, head - 4); i--) {
    if (BE.has(tokens.lemma[i])) return 'passive'
    if (!/^(RB|MD|VB)/.test(tokens.tag[i])) break
  }
  if (tokens.lower[head + 1] === 'by') return 'participle'
  return 'finite'
}

/** A verb group: auxiliaries, negation and adverbs up to its last verb. */
const readVerbs = (annotated: AnnotatedDocument, first: number, stop: number) => {
  const { tokens } = annotated
  let head = first
  let negated = false
  let i = first
  let finite = false
  let passive = false
  for (; i < stop; i++) {
    const tag = tokens.tag[i]
    const lower = tokens.text[i].toLowerCase()
    if (
      i > first &&
      (lower === 'told' || lower === 'citing' || lower === 'quoting') &&
      !BE.has(tokens.lemma[head]) &&
      tokens.lemma[head] !== 'have'
    )
      break
    if (VERB.has(tag) || i === first) {
      if (i > first && tag === 'VBG' && !BE.has(tokens.lemma[head])) break
      if (tag === 'VBN' && i > first && BE.has(tokens.lemma[head])) passive = true
      if (FINITE.has(tag)) finite = true
      head = i
    } else if (lower === 'not' || lower === "n't" || lower === 'never') negated = true
    else if (!/^RB/.test(tag) && tag !== 'TO') break
    else if (tag === 'TO' && !VERB.has(tokens.tag[i + 1] ?? '')) break
  }
  const tag = tokens.tag[head]
  const by = tokens.lower[head + 1] === 'by'
  const form: Piece['form'] = passive
    ? 'passive'
    : head === first && (tag === 'VBN' || (tag === 'VBD' && by))
      ? 'participle'
      : tag === 'VBG' && !finite
        ? 'gerund'
        : tag === 'VB' && !finite && first < head
          ? 'infinitive'
          : 'finite'
  return { last: head + 1, head, form, negated }
}
