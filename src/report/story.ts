import type { Appearance, StoryAccount } from '../model/account.ts'
import type { Reuse } from '../model/reuse.ts'
import { countArticles, describeRange, type FindRef, printClaimEntry } from './corpus-claims.ts'
import { shortId } from './corpus-list.ts'
import { nameRef, writePercent } from './corpus-reuse.ts'
import { formatDate } from './date.ts'
import { cleanText, layOut } from './layout.ts'
import { countNoun, createStyle, type ReportOptions, type Style } from './style.ts'

/** Claims beside the main one that are told before the rest is counted. */
const CLAIMS = 5
const COPIES = 12

const describeTime = ({ publishedAt, seenAt }: Appearance): string => {
  if (publishedAt !== null) return formatDate(publishedAt)
  return seenAt === null ? 'at a time that is not known' : `seen ${formatDate(seenAt)}`
}

const printEarliest = ([first, second]: readonly Appearance[], style: Style): string[] => {
  if (!first || (first.publishedAt === null && first.seenAt === null))
    return [style.bold('Earliest known appearance'), '  not known: no publication says when it came out']
  const print = (appearance: Appearance, lead: string): string[] =>
    layOut(
      [
        {
          text: `${lead}${describeTime(appearance)}: ${nameRef(appearance)}${appearance.title ? `, “${cleanText(appearance.title)}”` : ''}`,
        },
      ],
      {
        width: style.width,
        first: '  ',
        rest: '    ',
      },
    )
  return [style.bold('Earliest known appearance'), ...print(first, ''), ...(second ? print(second, 'then ') : [])]
}

/** Of the pairs of one member with others of its family, the one that tells most of it: a direction, then the most text. */
const choosePair = (id: string, members: ReadonlySet<string>, pairs: readonly Reuse[]): Reuse | undefined => {
  const isFrom = ({ a, b, direction }: Reuse): boolean =>
    (direction === 'a-from-b' && a.publication === id) || (direction === 'b-from-a' && b.publication === id)
  const rank = (pair: Reuse): number => (isFrom(pair) ? 0 : pair.direction === 'common-origin' ? 1 : pair.direction === 'unknown' ? 2 : 3)
  return pairs
    .filter(({ sharing }) => sharing === 'copy' || sharing === 'excerpt')
    .filter(({ a, b }) => (a.publication === id || b.publication === id) && members.has(a.publication) && members.has(b.publication))
    .sort((one, other) => rank(one) - rank(other) || other.containment - one.containment)[0]
}

/** What a member of a family has to do with the others: "shares 96% with Tarnmoor Gazette, both from a third: …". */
const describeMember = (member: Appearance, pair: Reuse): string => {
  const isFirst = pair.a.publication === member.publication
  const other = nameRef(isFirst ? pair.b : pair.a)
  const reason = pair.reasons.find(found => found.in === member.publication) ?? pair.reasons[0]
  const why = reason ? `: ${cleanText(reason.message)}` : ''
  const part = `${nameRef(member)}, ${pair.sharing}, ${writePercent(pair.containment)}`
  if (pair.direction === 'unknown') return `${part} in common with ${other}; who has it from whom is not known`
  if (pair.direction === 'common-origin') return `${part} in common with ${other}, both from a third${why}`
  return `${part} ${(pair.direction === 'a-from-b') === isFirst ? 'from' : 'given to'} ${other}${why}`
}

const printFamily = (family: StoryAccount['families'][number], account: StoryAccount, style: Style): string[] => {
  const members = new Set(family.members)
  const order = account.publications.filter(({ publication }) => members.has(publication))
  const head = order.find(({ publication }) => publication === family.root) ?? order[0]
  if (!head) return []
  const role = family.root === null ? 'the earliest known of them' : 'the others have it from'
  const others = order.filter(other => other !== head)
  const lines = others.slice(0, COPIES).flatMap(other => {
    const pair = choosePair(other.publication, members, account.pairs)
    return layOut([{ text: pair ? describeMember(other, pair) : nameRef(other) }], {
      width: style.width,
      first: '    ',
      rest: '      ',
      maxLines: 4,
    })
  })
  return [
    ...layOut([{ text: `${countNoun(order.length, 'article')}, ${role}: ${nameRef(head)}` }], {
      width: style.width,
      first: '  ',
      rest: '    ',
    }),
    ...lines,
    ...(others.length > COPIES ? [`    and ${others.length - COPIES} more`] : []),
  ]
}

const printFamilies = (account: StoryAccount, style: Style): string[] => {
  const { families, publications } = account
  if (families.length === 0) return [style.bold('Copies'), '  none: no two of these articles share text that one has from another']
  const copied = new Set(families.flatMap(({ members }) => members)).size
  const title = `Families of copies: ${copied} of ${countNoun(publications.length, 'article')} share text`
  return [style.bold(title), ...families.flatMap(family => printFamily(family, account, style))]
}

const printHeading = ({ story, publications, outlets, claims }: StoryAccount, style: Style): string[] => {
  const [main] = claims
  const origins = main ? `; ${describeRange(main.origins)}` : ''
  return [
    ...layOut([{ text: cleanText(story.title), paint: style.bold }], { width: style.width, first: '', rest: '' }),
    `${countNoun(publications.length, 'article')} in ${countNoun(outlets.length, 'outlet')}${origins}`,
    style.dim(`story ${shortId(story.id)}`),
  ]
}

const printClaims = ({ claims, publications }: StoryAccount, find: FindRef, style: Style): string[][] => {
  const [main, ...others] = claims
  if (!main) return [[style.bold('Claims'), '  none that two of these articles carry']]
  const shown = others.slice(0, CLAIMS)
  return [
    [
      style.bold(`The claim that most carry: ${countArticles(main)} of ${countNoun(publications.length, 'article')}`),
      ...printClaimEntry(main, '', find, style),
    ],
    ...(shown.length > 0
      ? [[style.bold('Other claims'), ...shown.flatMap((claim, index) => printClaimEntry(claim, String(index + 1), find, style))]]
      : []),
    ...(others.length > shown.length
      ? [[style.dim(`${countNoun(others.length - shown.length, 'more claim')} that several articles carry; hearsay claims tells them`)]]
      : []),
  ]
}

/** A story as a page for people: how many articles, outlets and origins; who had it first; who copied whom; on whom its claims rest. */
export const renderStory = (account: StoryAccount, options: ReportOptions): string => {
  const style = createStyle(options)
  const refs = new Map(account.publications.map(publication => [publication.publication, publication]))
  const find: FindRef = id => refs.get(id)
  return [
    printHeading(account, style),
    printEarliest(account.publications, style),
    printFamilies(account, style),
    ...printClaims(account, find, style),
  ]
    .map(block => block.join('\n'))
    .join('\n\n')
}
