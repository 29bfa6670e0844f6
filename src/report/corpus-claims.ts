import type { Claim, Origin } from '../model/claim.ts'
import type { Ref } from '../model/publication.ts'
import { nameRef } from './corpus-reuse.ts'
import { cleanText, layOut } from './layout.ts'
import { countNoun, createStyle, identities, type ReportOptions, type Style } from './style.ts'

/** Finds a publication by its id. */
export type FindRef = (publication: string) => Ref | undefined

/** "2 to 3 independent origins". */
export const describeRange = ({ least, most }: Claim['origins']): string =>
  least === most ? countNoun(most, 'independent origin') : `${least} to ${countNoun(most, 'independent origin')}`

export const countArticles = ({ members }: Claim): number => new Set(members.map(({ publication }) => publication)).size

/** Outlets that are named before the rest is counted. */
const NAMED = 6

const listPublications = (ids: readonly string[], find: FindRef): string => {
  const counts = new Map<string, number>()
  for (const id of new Set(ids)) {
    const ref = find(id)
    const name = cleanText(ref?.publisher ?? ref?.key ?? id.slice(0, 8))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts].map(([name, count]) => (count > 1 ? `${name} (${count})` : name))
  return names.length > NAMED + 1 ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ')
}

const printOrigin = ({ name, kind, identity, members, reasons }: Origin, claim: Claim, find: FindRef, style: Style): string[] => {
  const { sign, word } = identities[identity]
  const who = [cleanText(name) || word, ...(identity === 'named' || name === '' ? [] : [word]), ...(kind === 'unknown' ? [] : [kind])]
  const rest = members.map(index => claim.members[index]?.publication ?? '')
  return [
    ...layOut([{ text: `${sign} ${who.join(', ')}:`, paint: style.identity[identity] }, { text: listPublications(rest, find) }], {
      width: style.width,
      first: '     ',
      rest: '       ',
    }),
    ...reasons
      .slice(0, 2)
      .flatMap(({ message }) =>
        layOut([{ text: cleanText(message), paint: style.dim }], { width: style.width, first: '       ', rest: '       ', maxLines: 2 }),
      ),
  ]
}

const printCircle = (ring: readonly string[], find: FindRef, style: Style): string[] => {
  const names = ring.map(id => {
    const ref = find(id)
    return ref ? nameRef(ref) : id
  })
  return layOut([{ text: `In a circle: ${[...names, names[0]].join(' cites ')}`, paint: style.stance }], {
    width: style.width,
    first: '     ',
    rest: '       ',
  })
}

/** One claim: its words, who carries it, the origins that it rests on, and what differs nearly. `number` is printed before it. */
export const printClaimEntry = (claim: Claim, number: string, find: FindRef, style: Style): string[] => {
  const label = `${number}  `.padStart(5)
  const articles = countArticles(claim)
  const carried = `${countNoun(articles, 'article')} in ${countNoun(claim.outlets.length, 'outlet')}; ${describeRange(claim.origins)}`
  const variants = claim.variants.slice(0, 3)
  return [
    ...layOut([{ text: `“${cleanText(claim.text)}”`, paint: style.bold }], {
      width: style.width,
      first: label,
      rest: '     ',
      maxLines: 4,
    }),
    ...layOut([{ text: carried }], { width: style.width, first: '     ', rest: '     ' }),
    ...claim.origins.list.flatMap(origin => printOrigin(origin, claim, find, style)),
    ...claim.circular.flatMap(ring => printCircle(ring, find, style)),
    ...variants.flatMap(({ differs, reasons }) =>
      layOut(
        [
          { text: `Another ${differs}:`, paint: style.dim },
          { text: cleanText(reasons[0]?.message ?? ''), paint: style.dim },
        ],
        {
          width: style.width,
          first: '     ',
          rest: '       ',
          maxLines: 3,
        },
      ),
    ),
    ...(claim.variants.length > variants.length
      ? [`     ${style.dim(`and ${claim.variants.length - variants.length} more that differ`)}`]
      : []),
  ]
}

/** Claims for people, numbered from `first`. */
export const renderClaims = (claims: readonly Claim[], find: FindRef, first: number, options: ReportOptions): string => {
  const style = createStyle(options)
  return claims.map((claim, index) => printClaimEntry(claim, String(first + index), find, style).join('\n')).join('\n\n')
}
