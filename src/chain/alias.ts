const GENERIC = new Set([
  'news',
  'radio',
  'tv',
  'television',
  'daily',
  'weekly',
  'press',
  'agency',
  'channel',
  'media',
  'the',
  'online',
  'today',
  'times-online',
  'international',
])
const FILLERS = new Set([
  'the',
  'a',
  'an',
  'newspaper',
  'daily',
  'agency',
  'weekly',
  'magazine',
  'news',
  'website',
  'online',
  'channel',
  'broadcaster',
  'television',
  'station',
  'com',
  'www',
  'org',
  'net',
])

const cutWords = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && word !== 'the')

const seen = new Map<string, readonly string[]>()

/** The words that tell a name from others, lower-cased. */
const wordsOf = (name: string): readonly string[] => {
  const known = seen.get(name)
  if (known !== undefined) return known
  const words = cutWords(name)
  if (seen.size < 20_000) seen.set(name, words)
  return words
}

const initials = (words: readonly string[]): string =>
  words
    .filter(word => word !== 'of' && word !== 'and')
    .map(word => word[0])
    .join('')

/** Whether two names are of the same outlet: "the Gazette" and "The Weald & Marches Gazette", "BBC" and its full name. */
export const isAlias = (a: string, b: string): boolean => {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length === 0) return false
  if (short.join('') === long.join('')) return true
  const core = (words: readonly string[]) => words.filter(word => !FILLERS.has(word))
  const [shortCore, longCore] = [core(short), core(long)]
  if (shortCore.length > 0 && shortCore.join('') === longCore.join('')) return true
  if (short.every(word => GENERIC.has(word))) return false
  if (short.length === 1 && long.length > 1 && short[0].length > 1 && short[0] === initials(long)) return true
  if (!short.every(word => long.includes(word))) return false
  return short.at(-1) === long.at(-1) || short[0] === long[0]
}

/** Names by the words they are made of, so that a look-up costs no more for many names. */
export interface AliasIndex {
  readonly add: (name: string, id: string) => void
  /** The id of the name added last that is an alias of `name` and that `accept` takes. */
  readonly find: (name: string, accept: (id: string) => boolean) => string | null
}

/** How many names that share a word are compared, the last ones first. */
const COMPARED = 40

export const openAliasIndex = (): AliasIndex => {
  const rows = new Map<string, { name: string; id: string; at: number }[]>()
  let count = 0
  const keysOf = (name: string): string[] => {
    const words = wordsOf(name)
    return words.length === 0 ? [] : [...new Set([words[0], words.at(-1)!, words.join(''), ...(words.length > 1 ? [initials(words)] : [])])]
  }
  return {
    add: (name, id) => {
      const row = { name, id, at: count++ }
      for (const key of keysOf(name)) {
        const list = rows.get(key)
        if (list === undefined) rows.set(key, [row])
        else list.push(row)
      }
    },
    find: (name, accept) => {
      let best: { id: string; at: number } | null = null
      for (const key of keysOf(name)) {
        const list = rows.get(key) ?? []
        for (let i = list.length - 1; i >= Math.max(0, list.length - COMPARED); i--) {
          const row = list[i]
          if (best !== null && row.at <= best.at) break
          if (accept(row.id) && isAlias(name, row.name)) {
            best = row
            break
          }
        }
      }
      return best?.id ?? null
    },
  }
}
