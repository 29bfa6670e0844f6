import type { Ref } from '../../../src/model/publication.ts'
import type { Reuse } from '../../../src/model/reuse.ts'

/** One outlet's publications in a story, the earliest first. Those without a date come last. */
export interface Lane {
  readonly outlet: string
  readonly members: readonly Ref[]
}

/** A text that went from one publication to another: credited where one names the other or both name a third, else inferred. */
export interface Passage {
  readonly from: string
  readonly to: string
  readonly credited: boolean
  readonly common: boolean
  readonly reuse: Reuse
}

const when = ({ publishedAt }: Ref): string => publishedAt ?? '9999'

/** A lane for each outlet, the one that published first on top. */
export const layOutLanes = (members: readonly Ref[]): Lane[] => {
  const sorted = members.toSorted((a, b) => when(a).localeCompare(when(b)))
  return [...Map.groupBy(sorted, ({ publisher }) => publisher ?? 'publisher not known')].map(([outlet, own]) => ({ outlet, members: own }))
}

const credits = new Set(['credits-other', 'cites-other', 'links-other', 'told-other', 'byline', 'same-credit', 'credit-each-other'])

/** Which texts passed on; quotations and boilerplate in common pass nothing on. */
export const listPassages = (reuse: readonly Reuse[]): Passage[] =>
  reuse
    .filter(({ sharing }) => sharing === 'copy' || sharing === 'excerpt')
    .map(pair => {
      const backwards = pair.direction === 'a-from-b'
      return {
        from: (backwards ? pair.b : pair.a).publication,
        to: (backwards ? pair.a : pair.b).publication,
        credited: pair.reasons.some(({ code }) => credits.has(code)),
        common: pair.direction === 'common-origin' || pair.direction === 'unknown',
        reuse: pair,
      }
    })

/** Milliseconds since 1970 of an ISO 8601 date; null where there is none. */
export const timeOf = (iso: string | null): number | null => {
  const time = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(time) ? null : time
}
