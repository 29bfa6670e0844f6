/**
 * A list of words or a pattern as JSON holds it. The items of a `list` or `set`, and of a `map` the keys and values by turns, stand behind that word; behind
 * `list|`, `set|` and `map|` in one string.
 */
export type Packed = string | number | boolean | null | readonly Packed[] | { readonly [key: string]: Packed }

/** The build puts the address of the data file in this place. */
const address = '§address'

function* pairUp(items: readonly unknown[]): Generator<[unknown, unknown]> {
  for (let at = 0; at < items.length; at += 2) yield [items[at], items[at + 1]]
}

const unpack = (value: Packed): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, unpack(held)]))
  const [kind, ...rest] = value
  if (kind === 'pattern') return new RegExp(rest[0], rest[1])
  const items: unknown[] = kind.endsWith('|') ? rest[0].split('|') : rest.map(unpack)
  if (kind.startsWith('map')) return new Map(pairUp(items))
  return kind.startsWith('set') ? new Set(items) : items
}

const answer = await fetch(address)
if (!answer.ok) throw new Error(`the server answered ${answer.status} for the word lists; start it again`)
const modules: readonly (readonly Packed[])[] = await answer.json()

/**
 * The lists and patterns of one of the core's modules, as it has them.
 * @public The build writes the calls.
 */
export const unpackLists = (number: number): readonly unknown[] => modules[number].map(unpack)
