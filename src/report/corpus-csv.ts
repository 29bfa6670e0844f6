import { stringify } from 'csv-stringify/sync'
import type { Claim, SourceUse, Story } from '../model/claim.ts'
import type { Reuse } from '../model/reuse.ts'
import type { FindRef } from './corpus-claims.ts'

type Cell = string | number | null

/** A table for spreadsheets, its head first where `head` says so. No cell is taken for a formula. */
const writeRows = (columns: readonly string[], rows: readonly (readonly Cell[])[], head: boolean): string =>
  stringify(rows as Cell[][], { columns: [...columns], header: head, escape_formulas: true, record_delimiter: '\r\n' })

const reuseColumns = [
  ...['a', 'a key', 'a publisher', 'a published', 'b', 'b key', 'b publisher', 'b published'],
  ...['containment', 'sharing', 'direction', 'passages', 'reasons'],
]

/** Pairs that share text, a row each. */
export const writeReuseRows = (pairs: readonly Reuse[], head: boolean): string =>
  writeRows(
    reuseColumns,
    pairs.map(({ a, b, containment, sharing, direction, passages, reasons }) => [
      ...[a.publication, a.key, a.publisher, a.publishedAt, b.publication, b.key, b.publisher, b.publishedAt],
      ...[Number(containment.toFixed(4)), sharing, direction, passages.length, reasons.map(({ message }) => message).join('; ')],
    ]),
    head,
  )

const claimColumns = [
  ...['claim', 'text', 'least origins', 'most origins', 'publication', 'key', 'publisher', 'published'],
  ...['attribution', 'start', 'end', 'stance', 'origins'],
]

/** Claims, a row for each statement of one. */
export const writeClaimRows = (claims: readonly Claim[], find: FindRef, head: boolean): string =>
  writeRows(
    claimColumns,
    claims.flatMap(({ id, text, origins, members }) =>
      members.map(({ publication, key, attribution, span, stance }, index) => {
        const ref = find(publication)
        const restsOn = origins.list.filter(origin => origin.members.includes(index)).map(({ name, identity }) => name || identity)
        return [
          ...[id, text, origins.least, origins.most, publication, key, ref?.publisher ?? null, ref?.publishedAt ?? null],
          ...[attribution, span.start, span.end, stance, restsOn.join('; ')],
        ]
      }),
    ),
    head,
  )

/** Stories, a row for each publication about one. */
export const writeStoryRows = (stories: readonly Story[], head: boolean): string =>
  writeRows(
    ['story', 'title', 'publication', 'key', 'publisher', 'published'],
    stories.flatMap(({ id, title, members }) =>
      members.map(({ publication, key, publisher, publishedAt }) => [id, title, publication, key, publisher, publishedAt]),
    ),
    head,
  )

/** Sources, a row each. */
export const writeSourceRows = (uses: readonly SourceUse[], head: boolean): string =>
  writeRows(
    [
      'name',
      'kind',
      'identity',
      'publisher',
      'attributions',
      'words',
      'attributions without copies',
      'words without copies',
      'reason given',
    ],
    uses.map(({ name, kind, identity, publisher, attributions, words, withoutCopies, reasonGiven }) => [
      ...[name, kind, identity, publisher, attributions, words, withoutCopies.attributions, withoutCopies.words, reasonGiven],
    ]),
    head,
  )
