import { audienceNouns } from '../lexicon/en/audience-nouns.ts'
import { foreignArticles, foreignOutletStarts } from '../lexicon/en/foreign-outlet-words.ts'
import { organizationNameWords, seatsOfPower } from '../lexicon/en/organization-nouns.ts'
import { mediaNouns, outletNameEnds, outletNouns } from '../lexicon/en/outlet-words.ts'
import { placeWords } from '../lexicon/en/place-words.ts'
import { platforms } from '../lexicon/en/platforms.ts'
import { interviewNouns, outletPeople, reporterNouns, reportNouns } from '../lexicon/en/report-nouns.ts'
import { isCapital, isGivenName, isPossessive } from '../mention/index.ts'
import type { Span } from '../model/span.ts'
import type { Frame } from './frame.ts'
import { nounOf } from './grammar.ts'
import type { Piece } from './pieces.ts'
import { spanOf } from './position.ts'
import type { Roster } from './roster.ts'

/** An outlet found in a phrase: the words, and whether they are the page's own name for itself. */
export interface OutletMention {
  readonly span: Span
  readonly own: boolean
  /** "it", "the paper", "its correspondent": the outlet spoken of before. */
  readonly anaphoric: boolean
}

const OWN =
  /^(us|(this|our)( own)? (news)?(paper|magazine|website|site|outlet|agency|publication|programme|program|channel|station|reporter|correspondent|blog|journal|title|podcast))$/i

/** "the paper", "the same title", "that station" */
const isAnaphor = (text: string): boolean => /^(the|that) (same |aforementioned )?[\w-]+$/i.test(text)

/** Where an outlet or anybody else puts things up; without a name it is nobody's but the speaker's. */
const SITES = new Set(['website', 'site', 'blog', 'portal', 'page', 'homepage', 'app', 'network', 'journal'])

/**
 * The outlet that a phrase names or leads to: "the Harbour Gazette", "the agency Velanews", "Radio Lune's morning programme", "its correspondent".
 * `expected` is whether the words around call for an outlet, so that a name nobody knows may be one; `agent` where it quotes, prints or is told, as no place is.
 */
export const findOutlet = (frame: Frame, piece: Piece, roster: Roster, expected: boolean | 'agent'): OutletMention | null => {
  const { annotated } = frame
  const { tokens, names } = annotated
  const whole = spanOf(annotated, piece.first, piece.last)
  const text = annotated.document.text.slice(whole.start, whole.end)
  const first = tokens.lower[piece.first]
  if (OWN.test(text)) return { span: whole, own: true, anaphoric: false }
  // "replied on social media", "is sound on paper"
  if (/^(?:social media|paper)$/i.test(text)) return null
  const noun = nounOf(frame, piece)
  if (piece.last === piece.first + 1 && tokens.tag[piece.first] === 'PRP')
    return expected !== false && first === 'it' ? { span: whole, own: false, anaphoric: true } : null
  for (let i = piece.first; i < piece.last; i++) {
    const name = names[tokens.name[i]]
    if (name === undefined || name.first < piece.first) continue
    const last = Math.min(name.last, piece.last)
    const span = spanOf(annotated, name.first, last)
    const words = annotated.document.text.slice(span.start, span.end)
    const of = indexOfWord(frame, 'of', i + 1, piece.last)
    // "told Rosa Amaral of the Courier"
    if (of > 0 && of < piece.last - 1 && roster.describe(spanOf(annotated, i, of)).kind === 'person') {
      const inner = spanOf(annotated, of + 1, piece.last)
      const own = roster.isOwn(annotated.document.text.slice(inner.start, inner.end))
      return roster.isOutlet(inner) ? { span: inner, own, anaphoric: false } : null
    }
    i = last - 1
    if (platforms.has(words.toLowerCase())) continue
    const owner = last < piece.last && isPossessive(tokens.text[last])
    const alone = roster.isOutlet(span) || (name.first > piece.first && roster.isOutlet(spanOf(annotated, piece.first, last)))
    // "a Morning Post op-ed"
    if (!owner && last === piece.head && interviewNouns.has(noun) && (alone || outletNameEnds.has(tokens.lower[last - 1])))
      return { span, own: roster.isOwn(words), anaphoric: false }
    if (!alone && !(roster.isOutlet(whole) && !owner)) continue
    if (!owner) {
      // "the Gazette's" owner is not the Gazette; "a Gazette reporter" is.
      const role = last < piece.last && !outletNouns.has(noun) && !outletPeople.has(noun) && !reportNouns.has(noun)
      if (role && !roster.isOutlet(whole)) continue
      const extra = last < piece.last && alone && !outletNouns.has(noun) && noun !== 'agency'
      return {
        span: outletPeople.has(noun) ? span : extra ? spanOf(annotated, piece.first, last) : whole,
        own: roster.isOwn(words),
        anaphoric: false,
      }
    }
    if (outletNouns.has(noun) || outletPeople.has(noun) || reportNouns.has(noun) || tokens.name[piece.head] >= 0) {
      // "listeners of Radio Lune's breakfast show"
      const from = indexOfWord(frame, 'of', piece.first, name.first) + 1 || piece.first
      return { span: spanOf(annotated, from, last), own: roster.isOwn(words), anaphoric: false }
    }
  }
  if (first === 'its' || first === 'their') return outletPeople.has(noun) ? { span: whole, own: false, anaphoric: true } : null
  const named = tokens.name[piece.head] >= 0
  if (!named && SITES.has(noun)) return null
  if (!named && isAnaphor(text) && (outletNouns.has(noun) || noun === 'agency') && !mediaNouns.has(noun))
    return { span: whole, own: false, anaphoric: true }
  if (mediaNouns.has(tokens.lower[piece.head]) && piece.last - piece.first <= (first === 'the' ? 2 : 1)) return null
  if (roster.isOutlet(whole) && !(reporterNouns.has(noun) && !named)) return { span: whole, own: roster.isOwn(text), anaphoric: false }
  // "the official Velanews agency quoted", but not "the health agency quoted".
  if (expected && !named && noun === 'agency' && tokens.name[piece.head - 1] >= 0)
    return { span: whole, own: roster.isOwn(text), anaphoric: false }
  if (
    expected &&
    (named || extendsName(frame, piece.head)) &&
    endsInName(frame, piece) &&
    mayBeOutlet(frame, piece, text, roster, expected === 'agent')
  )
    return { span: whole, own: roster.isOwn(text), anaphoric: false }
  return null
}

const indexOfWord = ({ annotated: { tokens } }: Frame, word: string, first: number, last: number): number => {
  for (let i = first; i < last; i++) if (tokens.text[i] === word) return i
  return -1
}

/** "the Upland Farmer", where only "Upland" was found to be a name */
const extendsName = ({ annotated: { tokens } }: Frame, head: number): boolean =>
  head > 0 && tokens.name[head] < 0 && tokens.name[head - 1] >= 0 && tokens.tag[head] === 'NNP' && isCapital(tokens.text[head])

/** "Nordwind", "Vesna 24" */
const endsInName = (frame: Frame, { head, last }: Piece): boolean =>
  last === head + 1 || (last === head + 2 && frame.annotated.tokens.tag[last - 1] === 'CD')

/** Whether a name that nobody knows may be an outlet's: no person, no place, no body with a word for what it is. */
const mayBeOutlet = (frame: Frame, piece: Piece, text: string, roster: Roster, isAgent: boolean): boolean => {
  const { tokens, names } = frame.annotated
  const name = names[tokens.name[extendsName(frame, piece.head) ? piece.head - 1 : piece.head]]
  if (name === undefined || platforms.has(text.toLowerCase())) return false
  const words = text.toLowerCase().split(/\s+/)
  if (words.some(word => organizationNameWords.has(word) || audienceNouns.has(word))) return false
  const bare = tokens.lower[piece.first] === 'the' ? words.slice(1) : words
  // "the Orley Bugle", "Canal Noreste", "El Faro", "Vesna 24": no person is called so.
  const shaped =
    (bare.length === words.length - 1 && bare.length > 1) ||
    (words.length > 1 && (foreignOutletStarts.has(words[0]) || foreignArticles.has(tokens.text[piece.first]))) ||
    piece.last > piece.head + 1
  if (shaped) return name.first <= piece.first + (words.length - bare.length) && !placeWords.has(words.at(-1)!)
  // "Interlux, quoting state television, said", but not "Moscow, citing its ambassador, said"
  if (name.kind === 'place') return isAgent && words.length === 1 && !seatsOfPower.has(words[0])
  if (roster.isPerson(text)) return false
  return name.kind !== 'person' || (name.last - name.first === 1 && piece.last - piece.first === 1 && !isGivenName(text))
}
