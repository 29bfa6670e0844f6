import type { NameKind } from '../model/annotation.ts'
import type { NameDraft } from './name-draft.ts'
import type { TokenRows } from './tokens.ts'

type Votes = Record<NameKind, number>

const stringOf = (rows: TokenRows, { first, last }: NameDraft): string =>
  last === first + 1 ? rows.text[first] : rows.text.slice(first, last).join(' ')

const winner = (votes: Votes): NameKind => {
  let best: NameKind = 'person'
  for (const kind of ['organization', 'place', 'other'] as const) if (votes[kind] > votes[best]) best = kind
  return best
}

const isCapital = (word: string): boolean => word.length > 1 && word.charAt(0) !== word.charAt(0).toLowerCase()

/** "in Ilmar", "Sallow's Giles Prothero": places stand so, people seldom. */
const standsAsPlace = (rows: TokenRows, tag: readonly string[], names: readonly NameDraft[], n: number): boolean => {
  const { first, last, kind } = names[n]
  if (kind !== 'person') return false
  const next = rows.text[last]
  if (next === "'s") return names[n + 1]?.first === last + 1 && names[n + 1].kind === 'person'
  return rows.text[first - 1] === 'in' && !(tag[last] ?? '').startsWith('NN')
}

/**
 * One kind for each name of the document: what most of its mentions have. A surname alone is a person where somebody is named in full with it ("Holm" after
 * "Greta Holm", "D’Arvel" after "Sixtine d’Arvel"), also where no name was found.
 */
export const agreeOnKinds = (rows: TokenRows, tag: readonly string[], names: readonly NameDraft[]): NameDraft[] => {
  const votes = new Map<string, Votes>()
  const strings = names.map(name => stringOf(rows, name))
  for (let n = 0; n < names.length; n++) {
    let of = votes.get(strings[n])
    if (of === undefined) {
      of = { person: 0, organization: 0, place: 0, other: 0 }
      votes.set(strings[n], of)
    }
    of[names[n].kind]++
    if (standsAsPlace(rows, tag, names, n)) of.place += 2
  }
  const surnames = new Set<string>()
  const taken = new Set<string>()
  for (let n = 0; n < names.length; n++) {
    const { first, last } = names[n]
    const kind = winner(votes.get(strings[n])!)
    const end = rows.text[last - 1]
    if (last - first > 1 && kind === 'person') surnames.add(end).add(end.charAt(0).toUpperCase() + end.slice(1))
    else if (last - first > 1) taken.add(end)
  }
  const kindOf = (n: number): NameKind => {
    const { first, last } = names[n]
    if (last === first + 1 && surnames.has(rows.text[first])) return 'person'
    return winner(votes.get(strings[n])!)
  }
  const out: NameDraft[] = []
  let n = 0
  for (let t = 0; t < rows.text.length; t++) {
    if (n < names.length && names[n].first === t) {
      out.push({ ...names[n], kind: kindOf(n) })
      t = names[n++].last - 1
      continue
    }
    const word = rows.text[t]
    if (!isCapital(word) || !surnames.has(word) || taken.has(word) || !tag[t].startsWith('NN')) continue
    out.push({ first: t, last: t + 1, kind: 'person' })
  }
  return out
}
