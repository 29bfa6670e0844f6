import { maleNames } from '../lexicon/en/given-names.ts'
import { honorifics } from '../lexicon/en/honorifics.ts'
import { organizationNameWords } from '../lexicon/en/organization-nouns.ts'
import { outletNameEnds, outletNameStarts } from '../lexicon/en/outlet-words.ts'
import { roleNouns } from '../lexicon/en/role-nouns.ts'
import type { Name, NameKind, Sentence } from '../model/annotation.ts'
import { DAY, isTitleHint } from './hints.ts'
import type { NameDraft } from './name-draft.ts'
import { agreeOnKinds } from './name-votes.ts'
import type { TokenRows } from './tokens.ts'

const KINDS: Readonly<Record<string, NameKind>> = { PERSON: 'person', ORGANIZATION: 'organization', LOCATION: 'place', MISC: 'other' }

/** Titles that nobody but a person has after them. */
const personalTitles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir dame sen rep gov sgt capt lt col gen cllr rev'.split(' '),
)
/** Words that stand before names and are no part of them. */
const strays: ReadonlySet<string> = new Set('The A An the a an This That His Her Its Their Our My Your And But'.split(' '))
const joiners: ReadonlySet<string> = new Set(['of', 'for', 'and', '&', 'the', 'on', 'de', 'la', 'del', 'di', 'du', 'des'])
/** Words that end a body's name only in company of a proper word and often end a sentence of other kinds too. */
const weakBodies: ReadonlySet<string> = new Set(
  'house force board front energy yard watch firm store stores fund trade service services reserve school church society squad staff group'.split(
    ' ',
  ),
)

const isCapital = (word: string): boolean => {
  const ch = word.charAt(0)
  return ch !== ch.toLowerCase()
}
const plain = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase()

/** Whether a word of a capital's run is one that names are made of: not "I", no day, no small word that only begins the sentence. */
const isNameWord = (rows: TokenRows, tag: readonly string[], hints: Uint8Array, t: number): boolean =>
  isCapital(rows.text[t]) && (hints[t] & 15) !== DAY && (tag[t].startsWith('NN') || tag[t].startsWith('JJ')) && !strays.has(rows.text[t])

/** Cuts articles, marks and titles off a name: "The Harbour Gazette", "Mr. Quill", "Professor Elspeth Nair". */
const trimName = (rows: TokenRows, first: number, last: number, kind: NameKind): NameDraft | null => {
  let a = first
  let b = last
  while (b > a && !/[\p{L}\p{N}]/u.test(rows.text[b - 1])) b--
  while (b > a && (rows.text[b - 1] === "'s" || joiners.has(rows.text[b - 1]))) b--
  for (;;) {
    while (a < b && (strays.has(rows.text[a]) || !/[\p{L}\p{N}]/u.test(rows.text[a]))) a++
    const title = kind === 'person' && b - a > 1 && honorifics.has(plain(rows.text[a])) && isCapital(rows.text[a + 1])
    if (!title) break
    a++
  }
  if (b - a === 1 && kind === 'person' && personalTitles.has(plain(rows.text[a]))) return null
  return a < b ? { first: a, last: b, kind } : null
}

/** Tags of small words, which are no names even where a sentence begins with them. */
const NO_NAME = /^(?:RB|IN|DT|CC|MD|PRP|WP|WRB|WDT|UH|EX|TO)/

const readLabels = (rows: TokenRows, tag: readonly string[], labels: readonly string[], hints: Uint8Array): NameDraft[] => {
  const out: NameDraft[] = []
  for (let t = 0; t < labels.length; t++) {
    if (labels[t] === 'O') continue
    let last = t + 1
    while (last < labels.length && labels[last].startsWith('I-')) last++
    const end = last
    while (last > t && (hints[last - 1] & 15) === DAY && last - t > 1) last--
    const single = last === t + 1 && ((hints[t] & 15) === DAY || isTitleHint(hints[t]) || NO_NAME.test(tag[t]))
    const name = single || rows.text[t].includes('://') ? null : trimName(rows, t, last, KINDS[labels[t].slice(2)] ?? 'other')
    if (name !== null) out.push(name)
    t = end - 1
  }
  return out
}

/** Who bodies are named after: "the Women's League", "the People's Party". */
const owners: ReadonlySet<string> = new Set('people women men children king queen veterans world nation'.split(' '))
const isPossessiveInName = (rows: TokenRows, t: number): boolean =>
  (rows.text[t] === "'" && rows.text[t - 1].endsWith('s') && organizationNameWords.has((rows.text[t + 1] ?? '').toLowerCase())) ||
  (rows.text[t] === "'s" && owners.has(rows.text[t - 1].toLowerCase()))

/** Where the run of capitals that begins at `t` ends, with small words between them: "Ministry of Ports and Rivers". */
const runEnd = (rows: TokenRows, tag: readonly string[], hints: Uint8Array, t: number, last: number): number => {
  let end = t + 1
  while (end < last) {
    if (isNameWord(rows, tag, hints, end)) end++
    else if (joiners.has(rows.text[end]) && end + 1 < last && isNameWord(rows, tag, hints, end + 1)) end += 2
    else if (joiners.has(rows.text[end]) && rows.text[end + 1] === 'the' && end + 2 < last && isNameWord(rows, tag, hints, end + 2))
      end += 3
    else if (isPossessiveInName(rows, end) && end + 1 < last && isNameWord(rows, tag, hints, end + 1)) end += 2
    else break
  }
  return end
}

/** Bodies and outlets told by a word of their name: "Orrin Port Authority", "Ministry of Ports", "Radio Meridian", "the Harbour Gazette". */
const findBodies = (rows: TokenRows, tag: readonly string[], hints: Uint8Array, { first, last }: Sentence): NameDraft[] => {
  const out: NameDraft[] = []
  for (let t = first; t < last; t++) {
    if (!isNameWord(rows, tag, hints, t)) continue
    const end = runEnd(rows, tag, hints, t, last)
    let best = -1
    let small = -1
    for (let k = t; k < end && best < 0; k++) {
      if (!isCapital(rows.text[k])) {
        small = rows.text[k].startsWith("'") ? small : k
        continue
      }
      const word = rows.text[k].toLowerCase()
      const only = k === t
      const atEnd = k + 1 === end || !isCapital(rows.text[k + 1])
      const body = organizationNameWords.has(word)
      if (atEnd && !only && small !== k - 1 && (outletNameEnds.has(word) || (body && !weakBodies.has(word))))
        best = rows.text[k + 1] === 'of' || (body && rows.text[k + 1] === 'for') ? end : k + 1
      else if (only && body && rows.text[k + 1] === 'of' && k + 2 < end) best = end
      else if (only && outletNameStarts.has(word) && end > t + 1 && isCapital(rows.text[k + 1])) best = end
    }
    if (best > 0) out.push({ first: t, last: best, kind: 'organization' })
    t = Math.max(best, end) - 1
  }
  return out
}

/** "Dr Elspeth Nair": whoever has a personal title before them. */
const findTitled = (rows: TokenRows, tag: readonly string[], hints: Uint8Array, { first, last }: Sentence): NameDraft[] => {
  const out: NameDraft[] = []
  for (let t = first; t + 1 < last; t++) {
    if (!isCapital(rows.text[t]) || !personalTitles.has(plain(rows.text[t]))) continue
    let end = t + 1
    while (end < last && end - t < 5 && isCapital(rows.text[end]) && (hints[end] & 15) !== DAY && /^(?:NN|JJ|FW|VB)/.test(tag[end])) end++
    if (end > t + 1 && !personalTitles.has(plain(rows.text[t + 1]))) out.push({ first: t + 1, last: end, kind: 'person' })
  }
  return out
}

/** "Sixtine d'Arvel": a family name that begins small belongs to the name before it. */
const withParticle = (rows: TokenRows, name: NameDraft): NameDraft =>
  name.kind === 'person' && /^\p{Ll}{1,2}'\p{Lu}/u.test(rows.text[name.last] ?? '') ? { ...name, last: name.last + 1 } : name

/** "Undeterred, the president said …": one word and a comma that begin a sentence, and no noun. */
const isLeadIn = (rows: TokenRows, tag: readonly string[], starts: Uint8Array, { first, last }: NameDraft): boolean =>
  last - first === 1 &&
  starts[first] === 1 &&
  rows.text[last] === ',' &&
  (/^(?:VB|JJ|RB)/.test(tag[first]) || (/[^aeiou]ed$/.test(rows.text[first]) && !maleNames.has(plain(rows.text[first]))))

/** "Israel Shamir, an expert in …": a name of a place or of nobody knows what, told to be somebody. */
const isDescribed = (rows: TokenRows, { first, last, kind }: NameDraft): boolean => {
  if (
    (kind !== 'place' && kind !== 'other') ||
    last - first < 2 ||
    rows.text[last] !== ',' ||
    !/^(?:an?|the)$/.test(rows.text[last + 1] ?? '')
  )
    return false
  for (let t = last + 2; t < Math.min(rows.text.length, last + 7) && rows.text[t] !== ','; t++) {
    if (/^(?:of|in|at|for|with|who|from)$/.test(rows.text[t])) return roleNouns.has(rows.text[t - 1])
  }
  return false
}

/** Puts `better` names in the place of those they overlap. Both in text order. */
const override = (names: readonly NameDraft[], better: readonly NameDraft[]): NameDraft[] => {
  if (better.length === 0) return [...names]
  const out: NameDraft[] = []
  let b = 0
  for (const name of names) {
    while (b < better.length && better[b].last <= name.first) out.push(better[b++])
    if (b >= better.length || better[b].first >= name.last) out.push(name)
  }
  while (b < better.length) out.push(better[b++])
  return out
}

const joinNeighbours = (rows: TokenRows, names: readonly NameDraft[], starts: Uint8Array): NameDraft[] => {
  const out: NameDraft[] = []
  for (const name of names) {
    const before = out.at(-1)
    const joined =
      before !== undefined && before.last === name.first && before.kind === name.kind && name.kind !== 'other' && starts[name.first] === 0
    if (joined && isCapital(rows.text[name.first])) out[out.length - 1] = { ...before, last: name.last }
    else out.push(name)
  }
  return out
}

/** The names that `labels` tell of, mended by what titles, heads and the rest of the document say. */
export const findNames = (
  rows: TokenRows,
  tag: readonly string[],
  hints: Uint8Array,
  sentences: readonly Sentence[],
  labels: readonly string[],
): Name[] => {
  const bodies: NameDraft[] = []
  const titled: NameDraft[] = []
  const starts = new Uint8Array(rows.text.length)
  for (const sentence of sentences) {
    starts[sentence.first] = 1
    for (const body of findBodies(rows, tag, hints, sentence)) bodies.push(body)
    for (const person of findTitled(rows, tag, hints, sentence)) titled.push(person)
  }
  const labelled = readLabels(rows, tag, labels, hints)
    .filter(name => !isLeadIn(rows, tag, starts, name))
    .map((name): NameDraft => (isDescribed(rows, name) ? { ...name, kind: 'person' } : name))
    .map(name => withParticle(rows, name))
  const read = override(override(labelled, bodies), titled)
  const names = agreeOnKinds(rows, tag, joinNeighbours(rows, read, starts))
  return names.map(({ first, last, kind }) => ({ start: rows.start[first], end: rows.end[last - 1], first, last, kind }))
}
