import { anonymityNouns } from '../lexicon/en/anonymity.ts'
import { documentNouns } from '../lexicon/en/document-nouns.ts'
import { groupNouns } from '../lexicon/en/group-nouns.ts'
import { organizationNouns } from '../lexicon/en/organization-nouns.ts'
import { outletNouns } from '../lexicon/en/outlet-words.ts'
import { roleNouns } from '../lexicon/en/role-nouns.ts'

export type NounClass = 'anonymity' | 'person' | 'group' | 'organization' | 'outlet' | 'document'

/** A common noun for somebody or something that can speak. */
export interface Noun {
  readonly class: NounClass
  /** Singular, lower case. */
  readonly lemma: string
  readonly plural: boolean
  /** Found by its ending only: "-ist", "-ologist". */
  readonly guessed: boolean
}

const irregular: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['people', 'person'],
  ['persons', 'person'],
  ['wives', 'wife'],
  ['midwives', 'midwife'],
  ['passers-by', 'passer-by'],
  ['those', 'person'],
  ['someone', 'person'],
  ['somebody', 'person'],
  ['chiefs', 'chief'],
  ['staff', 'staff'],
  ['secretaries-general', 'secretary-general'],
  ['diagnoses', 'diagnosis'],
  ['analyses', 'analysis'],
])

const compoundEnds: readonly [string, string][] = [
  ['men', 'man'],
  ['women', 'woman'],
  ['people', 'person'],
]

const classes: readonly (readonly [NounClass, ReadonlySet<string>])[] = [
  ['anonymity', anonymityNouns],
  ['person', roleNouns],
  ['organization', organizationNouns],
  ['document', documentNouns],
  ['outlet', outletNouns],
  ['group', groupNouns],
]

/** Endings of nouns for people: "wholesaler", "stagehand", "seismologist". */
const personal = /^[a-z-]{3,}(?:[a-z]er|[a-z]or|ist|ician|eer|hand|woman|smith|wright|monger)(s?)$/

/** Words with such endings that are no people. */
const inanimate =
  /^(?:.*(?:ter|ber|mber|ther|wer|ffer|mmer|nner|pper|rder|rror|uter|ver|lter|iver|nder|ister|arter|cer)s?|matter|answer|error|factor|sector|floor|door|corner|border|barrier|container|banner|reactor|tractor|motor|mirror|horror|labor|harbor|rumor|humor|favor|color|flavor|vapor|odor|career|beer|cheer|engineer-ing|list|mist|twist|wrist|fist|first|second-hand|beforehand|firsthand|thriller|trailer|freezer|layer|prayer|player-base|power|tower|shower|flower|per|super|upper|proper|former|latter|inner|outer|lower|higher|larger|longer|older|younger|newer|bigger|smaller|greater|other|another|rather|further|ever|never|over|under|together|however|whether|either|neither|easier|earlier|later|sooner|faster|better|tenor|minor|major|prior|senior|junior|superior|interior|exterior|anterior|mayor-elect|moor|poor|indoor|outdoor|ancestor-hall|corridor|terror|vector|monitor|indicator|generator|elevator|calculator|equator|folder|laser|silver|copper|timber|fiber|oyster|tiger|spider|burger|finger|ginger|anger|danger|hunger|merger|ledger|badger|trigger|wager|timer|chamber|number|december|november|october|september)$/

const look = (lemma: string, plural: boolean): Noun | null => {
  for (const [name, set] of classes) if (set.has(lemma)) return { class: name, lemma, plural, guessed: false }
  return null
}

const find = (lower: string): Noun | null => {
  if (lower === 'people' || lower === 'persons' || lower === 'those')
    return { class: 'person', lemma: 'person', plural: true, guessed: false }
  if (/^(?:some|any|every|no)(?:one|body)$/.test(lower)) return { class: 'person', lemma: 'person', plural: false, guessed: false }
  const odd = irregular.get(lower)
  if (odd) return look(odd, odd !== 'person' && odd !== lower)
  const known = look(lower, false)
  if (known) return known
  for (const [many, one] of compoundEnds) if (lower.endsWith(many)) return look(lower.slice(0, -many.length) + one, true)
  if (lower.endsWith('s') && !lower.endsWith('ss')) {
    const plural =
      look(lower.slice(0, -1), true) ??
      (lower.endsWith('es') ? look(lower.slice(0, -2), true) : null) ??
      (lower.endsWith('ies') ? look(`${lower.slice(0, -3)}y`, true) : null)
    if (plural) return plural
  }
  const dash = lower.lastIndexOf('-')
  if (dash > 0) {
    const part = find(lower.slice(dash + 1))
    if (part) return { ...part, lemma: lower.endsWith('s') && part.plural ? lower.slice(0, -1) : lower }
  }
  // "her brother-in-law"
  if (/^\w+-in-law$/.test(lower)) {
    const relative = find(lower.slice(0, -7))
    return relative?.class === 'person' ? { ...relative, lemma: lower } : null
  }
  if (/^\d+-year-olds?$/.test(lower))
    return { class: 'person', lemma: lower.replace(/s$/, ''), plural: lower.endsWith('s'), guessed: false }
  const guess = personal.exec(lower)
  if (guess && !inanimate.test(lower))
    return { class: 'person', lemma: guess[1] ? lower.slice(0, -1) : lower, plural: guess[1] === 's', guessed: true }
  return null
}

const seen = new Map<string, Noun | null>()

/** What a common noun stands for, if it stands for a speaker; `lower` is lower-cased. */
export const classifyNoun = (lower: string): Noun | null => {
  const known = seen.get(lower)
  if (known !== undefined) return known
  const noun = find(lower)
  if (seen.size < 20_000) seen.set(lower, noun)
  return noun
}
