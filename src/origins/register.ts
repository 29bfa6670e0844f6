import { agencies } from '../lexicon/en/agencies.ts'
import { owners } from '../lexicon/en/owners.ts'

/** Other names of outlets and agencies, and who owns whom; names are compared without case, "the" and punctuation. */
export interface Register {
  /** Groups of names that mean the same, the full one first. */
  readonly aliases: readonly (readonly string[])[]
  /** An owner and what belongs to it. */
  readonly owners: readonly { readonly owner: string; readonly owned: readonly string[] }[]
}

/** A register ready to be asked. */
export interface Directory {
  /** The key of the full name that a name stands for; its own key where it is not in the register. */
  readonly keyOf: (name: string) => string
  readonly ownerOf: (name: string) => string | null
  /** Whether the register has the name at all: then it is an outlet's. */
  readonly has: (name: string) => boolean
}

/** "The Harbour-Gazette", "harbourgazette.example/news": how names are compared. */
export const writeKey = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+)\.[\p{L}.]{2,}(?:\/.*)?$/u, '$1')
    .replace(/['’]s?\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')

const builtIn: Register = { aliases: [], owners: [] }
const opened = new WeakMap<Register, Directory>()

/** Names whose keys are kept. */
const KEPT = 20_000

const joinLists = (register: Register): Directory => {
  const full = new Map<string, string>()
  for (const names of [...agencies, ...register.aliases]) for (const name of names) full.set(writeKey(name), writeKey(names[0]))
  const keys = new Map<string, string>()
  const keyOf = (name: string): string => {
    const known = keys.get(name)
    if (known !== undefined) return known
    const key = writeKey(name)
    if (keys.size < KEPT) keys.set(name, full.get(key) ?? key)
    return full.get(key) ?? key
  }
  const owner = new Map<string, string>()
  for (const { owner: holder, owned } of [...owners, ...register.owners]) for (const name of owned) owner.set(keyOf(name), holder)
  return { keyOf, ownerOf: name => owner.get(keyOf(name)) ?? null, has: name => full.has(writeKey(name)) || owner.has(keyOf(name)) }
}

/** Joins the built-in lists and a user's own register; where they contradict, the user's holds. A register is read once. */
export const openDirectory = (register: Register = builtIn): Directory => {
  const known = opened.get(register) ?? joinLists(register)
  opened.set(register, known)
  return known
}
