import { irregularNouns, irregularVerbs, smallWords } from '../lexicon/en/irregular-lemmas.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Stems of verbs, without "-ed" or "-ing", that take an e though their ending does not say so. */
const takesE = set(
  'chang arrang rearrang challeng rang plung exchang aveng reveng cring hing loung scroung infring imping interchang unhing creat recreat delineat permeat ' +
    'unit invit incit ignit excit recit expedit reunit rewrit complet delet compet deplet explor ignor restor ador deplor implor interfer adher coher persever rever ' +
    'becom overcom welcom postpon telephon condon dethron aton interven conven reconven contraven elop conced preced supersed imped seced acced interced stamped ' +
    'ow aw phon upcom underscor extradit compil schedul ridicul consol cajol exil profil reconcil inhal exhal upscal revil reviv persuad dissuad misguid guid quot premier lapsed waylay',
)
/** Stems that take none though their ending says so. */
const takesNone = set(
  'focus bias bus gas canvas caucus murmur pilot pivot ballot riot parrot boycot debut combat format exam victim custom accustom bottom blossom fathom bargain ' +
    'trek worship gossip develop redevelop gallop envelop handicap wiretap program diagram telegram ransom orphan veteran cabin napalm ' +
    'occur concur incur recur solicit elicit forfeit spirit interpret revel rebel buzz whizz fizz',
)

const VOWEL = /[aeiou]/
/** One syllable of one vowel and one consonant: had the verb no e, the consonant would be doubled ("toned", "hoping"). */
const SHORT = /^(?:[bcdfghjklmnprstvwz]|[bcdfgkpst][lr]|s[cptkmnlw]|[sctw]h|qu|squ|tw|wr|str|scr|spr|thr)?[aeiouy][^aeiouwxyh]$/
const PREFIX = /^(?:re|over|un|out|under|mis|pre|fore|inter)-?/

/** Whether the stem of a verb ends as those do that lost an e: "handl", "charg", "issu", "defin". */
const lostE = (stem: string): boolean => {
  if (takesNone.has(stem)) return false
  if (takesE.has(stem) || SHORT.test(stem)) return true
  const rest = stem.replace(PREFIX, '')
  if (takesNone.has(rest)) return false
  if (rest !== stem && (takesE.has(rest) || (SHORT.test(rest) && !VOWEL.test(rest.charAt(0))))) return true
  const last = stem.charAt(stem.length - 1)
  const second = stem.charAt(stem.length - 2)
  const third = stem.charAt(stem.length - 3)
  const single = VOWEL.test(second) && (!VOWEL.test(third) || (third === 'u' && stem.charAt(stem.length - 4) === 'q'))
  switch (last) {
    case 'c':
    case 'u':
    case 'v':
      return true
    case 'z':
      return second !== 't'
    case 'g':
      return second !== 'n' && second !== 'g'
    case 's':
      return second !== 's'
    case 'l':
      return /[bpdtgkcfsz]/.test(second)
    case 'r':
      return (second === 'a' || second === 'i' || second === 'u') && single
    case 't':
      return (second === 'a' || second === 'u' || second === 'o') && (single || /(?:iat|uat)$/.test(stem))
    case 'd':
    case 'k':
      return single && second !== 'e'
    case 'm':
      return single && (second === 'u' || second === 'a')
    case 'n':
      return second === 'i' && single
    case 'p':
      return single && second !== 'e' && second !== 'o' && stem.length <= 6
    case 'b':
      return single && second !== 'a' && second !== 'e'
    default:
      return false
  }
}

const baseOfStem = (stem: string): string => {
  const last = stem.charAt(stem.length - 1)
  if (stem.length > 2 && last === stem.charAt(stem.length - 2) && /[bdgmnprtkv]/.test(last)) return stem.slice(0, -1)
  return lostE(stem) ? `${stem}e` : stem
}

const hasVowel = (stem: string): boolean => /[aeiouy]/.test(stem)

const withoutS = (word: string): string => {
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2)
  if (
    word.endsWith('uses') &&
    !/(?:^|ho|ca|cla|pa|exc|acc|ab|ref|conf|^f|am|^m|^r|dif+|def|inf|per|aro|spo|blo|gro|mis|re)uses$/.test(word)
  )
    return word.slice(0, -2)
  return /(?:ss|us)$/.test(word) || !word.endsWith('s') || word.length < 3 || /^[@#]/.test(word) ? word : word.slice(0, -1)
}

const verbLemma = (word: string, tag: string): string => {
  const irregular = irregularVerbs.get(word)
  if (irregular !== undefined) return irregular
  if (tag === 'VBZ') return withoutS(word)
  if (tag === 'VBG') {
    if (word.endsWith("in'") && word.length > 4) return baseOfStem(word.slice(0, -3))
    return word.endsWith('ing') && hasVowel(word.slice(0, -3)) ? baseOfStem(word.slice(0, -3)) : word
  }
  if (tag !== 'VBD' && tag !== 'VBN') return word
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('eed') && word.length > 5) return word.slice(0, -1)
  if (word.endsWith('ed') && hasVowel(word.slice(0, -2))) return baseOfStem(word.slice(0, -2))
  return compoundLemma(word)
}

/** "underwrote", "outsold", "foreknown": an irregular form behind a prefix. */
const compoundLemma = (word: string): string => {
  const match = /^(over|under|out|re|mis|un|fore|inter|up|with|down|co-|re-)(.{3,})$/.exec(word)
  const base = match === null ? undefined : irregularVerbs.get(match[2])
  return match === null || base === undefined ? word : match[1] + base
}

const nounLemma = (word: string): string => {
  const irregular = irregularNouns.get(word)
  if (irregular !== undefined) return irregular
  if (word.endsWith('men')) return `${word.slice(0, -2)}an`
  const hyphen = word.lastIndexOf('-')
  if (hyphen > 0) return word.slice(0, hyphen + 1) + nounLemma(word.slice(hyphen + 1))
  return withoutS(word)
}

const findLemma = (word: string, tag: string): string => {
  if (tag === 'NNS') return nounLemma(word)
  return word === "'d" ? 'have' : tag === 'VB' || tag === 'VBP' ? presentLemma(word) : verbLemma(word, tag)
}

const presentLemma = (word: string): string => (/^(?:am|are|'m|'re|is|'s|was|were|'ve|'d)$/.test(word) ? irregularVerbs.get(word)! : word)

const cache = new Map<string, Map<string, string>>()
const LARGEST = 20_000

/** The lemma of a word in small letters with this tag: "said" VBD is "say", "envoys" NNS is "envoy". */
export const lemmaOf = (word: string, tag: string): string => {
  const bends = tag === 'NNS' || tag.startsWith('V')
  if (!bends) return tag === 'POS' || tag === 'CD' || tag.startsWith('NN') || tag.startsWith('JJ') ? word : (smallWords.get(word) ?? word)
  let known = cache.get(tag)
  if (known === undefined) {
    known = new Map()
    cache.set(tag, known)
  }
  let lemma = known.get(word)
  if (lemma === undefined) {
    lemma = findLemma(word, tag)
    if (known.size >= LARGEST) known.clear()
    known.set(word, lemma)
  }
  return lemma
}
