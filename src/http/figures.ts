import type { Publication } from '../model/publication.ts'
import type { Identity, SourceKind } from '../model/source.ts'
import { countShares, listClaims } from '../report/index.ts'

type Tally<K extends string> = Record<K, number>

/** What the publications of one publisher in one month come to. `words` are attributed words by the identity of their origin. */
export interface Cell {
  /** `2025-10`; null where the date is not known. */
  readonly month: string | null
  readonly publisher: string | null
  readonly copies: boolean
  publications: number
  /** Publications that say that they have their text from an agency or another outlet. */
  republished: number
  readonly claims: Tally<Identity>
  readonly words: Tally<Identity>
  readonly kinds: Tally<SourceKind>
}

export interface Figures {
  readonly cells: readonly Cell[]
  /** Whom texts were republished from, and how often, with and without copies. */
  readonly originals: readonly { readonly publisher: string; readonly publications: number; readonly withoutCopies: number }[]
}

const identities = (): Tally<Identity> => ({ named: 0, unnamed: 0, anonymous: 0, unspecified: 0 })
const kinds = (): Tally<SourceKind> => ({ person: 0, group: 0, organization: 0, outlet: 0, document: 0, unknown: 0 })

/** Counts publications one by one, so that no corpus is too large to be counted. */
export const createTally = () => {
  const cells = new Map<string, Cell>()
  const originals = new Map<string, { publisher: string; publications: number; withoutCopies: number }>()
  return {
    add: ({ publisher, publishedAt, trace }: Publication, copy: boolean): void => {
      const month = publishedAt?.slice(0, 7) ?? null
      const key = JSON.stringify([month, publisher, copy])
      const cell = cells.get(key) ?? {
        month,
        publisher,
        copies: copy,
        publications: 0,
        republished: 0,
        claims: identities(),
        words: identities(),
        kinds: kinds(),
      }
      cells.set(key, cell)
      cell.publications++
      const claims = listClaims(trace)
      for (const share of countShares(trace, claims).shares) {
        cell.claims[share.identity] += share.claims
        cell.words[share.identity] += share.words
      }
      for (const { chain } of claims) cell.kinds[chain.hops.at(-1)?.kind ?? 'unknown']++
      const original = trace.document.provenance.original?.publisher
      if (!original) return
      cell.republished++
      const count = originals.get(original) ?? { publisher: original, publications: 0, withoutCopies: 0 }
      originals.set(original, { ...count, publications: count.publications + 1, withoutCopies: count.withoutCopies + (copy ? 0 : 1) })
    },
    figures: (): Figures => ({
      cells: [...cells.values()],
      originals: [...originals.values()].sort((a, b) => b.publications - a.publications),
    }),
  }
}
