const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for with he said by it on as at from his her they were are be have has had not this who which an but or would been will after their she we you says told about',
  de: 'der die das und ist nicht mit den von ein eine zu auf für im dem des sich auch wird hat wurde sind aus bei nach wie als dass noch über einer einem ich er sie es',
  fr: 'le la les des et est une un du dans que qui pour pas sur au avec ce il par sont plus ont été cette aux elle mais nous leur comme selon',
  es: 'el la los las que de y en un una por con para es se del al como más pero su sus fue ha este esta lo según también sobre entre',
  it: 'il lo gli che di e un una per con non è sono del della dei nel alla anche come più ha si dal al le questo stato dopo',
  pt: 'o os as que de e em um uma por com para não é se do da dos das no na mais como foi ao seu sua também pelo segundo são',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als door maar bij nog naar uit wordt heeft hij werd',
  sv: 'och att det som en på är av för med till den har inte om ett var de från men vid kan sig efter',
  da: 'og at det som en på er af for med til den har ikke om et var de fra men ved kan sig efter blev hun',
  nb: 'og at det som en på er av for med til den har ikke om et var de fra men ved kan seg etter ble hun',
  fi: 'ja on ei että se oli ovat mutta myös kun hän joka sekä mukaan niin ole tai ovat ollut',
  pl: 'i w na z się nie do jest że to o jak po za przez od dla są oraz który był jego',
  cs: 'a v na se je že z s do to o za pro jako po ale by jsou byl který také však',
  hu: 'a az és hogy nem is egy meg csak volt már vagy mint még azt szerint',
  ro: 'și de în la cu pe nu este un o care mai din pentru că au fost sunt',
  tr: 've bir bu için ile da de olarak daha çok en ne gibi kadar olan sonra dedi',
  id: 'yang dan di dengan untuk dari ini itu pada tidak dalam akan ke telah oleh mengatakan',
  vi: 'và của là có trong cho không được với các những một đã người khi',
}

const LANGUAGES = Object.keys(STOP_WORDS)

/** Which languages have a word among their commonest, as indexes into `LANGUAGES`. */
const WORDS = new Map<string, number[]>()
/** The same by the letters of a word as one number, five bits each, for words of a to z alone that are no longer than this. */
const PACKED = new Map<number, number[]>()
const SHORT = 6
LANGUAGES.forEach((language, index) => {
  for (const word of STOP_WORDS[language].split(' ')) WORDS.set(word, [...(WORDS.get(word) ?? []), index])
})
for (const [word, indexes] of WORDS)
  if (/^[a-z]{1,6}$/.test(word))
    PACKED.set(
      [...word].reduce((packed, letter) => packed * 32 + letter.charCodeAt(0) - 96, 0),
      indexes,
    )

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3041-\u30ff]/g],
  ['ko', /[\uac00-\ud7a3]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['bn', /[\u0980-\u09ff]/g],
  ['pa', /[\u0a00-\u0a7f]/g],
  ['gu', /[\u0a80-\u0aff]/g],
  ['ta', /[\u0b80-\u0bff]/g],
  ['te', /[\u0c00-\u0c7f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['ka', /[\u10a0-\u10ff]/g],
  ['hy', /[\u0530-\u058f]/g],
  ['am', /[\u1200-\u137f]/g],
]

/** Letters that tell languages of one script apart. */
const LETTERS: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  ru: [
    ['uk', /[їєґі]/i],
    ['sr', /[ђћџљњ]/i],
  ],
  ar: [
    ['ur', /[ٹڈڑں]/],
    ['fa', /[پچژگ]/],
  ],
}

const SAMPLE = 4000
const LONGEST = Math.max(...[...WORDS.keys()].map(word => word.length))

/** How many words a text has, and how often each language's commonest are among them. */
const countWords = (sample: string): { words: number; counts: number[] } => {
  const text = sample.toLowerCase()
  const counts = LANGUAGES.map(() => 0)
  let words = 0
  let start = -1
  let packed = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32
    const plain = code >= 97 && code <= 122
    if (plain || (code >= 128 && isLetterAt(text, at))) {
      if (start < 0) {
        start = at
        packed = 0
      }
      packed = plain && packed >= 0 && at - start < SHORT ? packed * 32 + code - 96 : -1
      continue
    }
    if (start < 0) continue
    words++
    const found = packed > 0 ? PACKED.get(packed) : at - start <= LONGEST ? WORDS.get(text.slice(start, at)) : undefined
    if (found) for (let index = 0; index < found.length; index++) counts[found[index]]++
    start = -1
  }
  return { words, counts }
}

/** Whether a letter stands here, or the second half of one. */
const isLetterAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  const first = code >= 0xdc00 && code <= 0xdfff && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at
  return /^\p{L}/u.test(text.slice(first, first + 2))
}

const scriptOf = (sample: string): string | null => {
  let latin = 0
  const enough = sample.length * 0.6
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index) | 32
    if (code >= 97 && code <= 122 && ++latin > enough) return null
  }
  const letters = (sample.match(/\p{L}/gu) ?? []).length
  if (letters === 0) return 'und'
  let best: string | null = null
  let most = letters * 0.3
  for (const [language, script] of SCRIPTS) {
    const count = (sample.match(script) ?? []).length * (language === 'ja' ? 3 : 1)
    if (count > most) {
      best = language
      most = count
    }
  }
  for (const [language, sign] of LETTERS[best ?? ''] ?? []) if (sign.test(sample)) return language
  return best
}

/**
 * The language of `text` as a BCP 47 tag, from its script and its commonest words; `und` where it has no letters.
 * `declared` is believed where the text does not contradict it. A short text in Latin letters that says nothing else is English.
 */
export const detectLanguage = (text: string, declared: string | null = null): string => {
  const sample = text.slice(0, SAMPLE)
  const script = scriptOf(sample)
  const primary = declared?.split(/[-_]/)[0].toLowerCase()
  const tag = declared && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(declared) ? declared.replaceAll('_', '-') : null
  if (script) return tag && primary === script ? tag : script
  const { words, counts } = countWords(sample)
  const most = Math.max(...counts)
  const best = most > 0 ? LANGUAGES[counts.indexOf(most)] : 'en'
  const english = counts[0]
  const stated = primary && LANGUAGES.includes(primary) ? counts[LANGUAGES.indexOf(primary)] : 0
  if (tag && stated > 0 && stated >= most * 0.8) return tag
  if (words < 40 && english > 0 && english * 2 >= most) return 'en'
  if (most < 3 && words < 12) return tag ?? 'en'
  return tag && primary === best ? tag : best
}
