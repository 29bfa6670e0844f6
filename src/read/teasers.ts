import { teasers } from '../lexicon/en/teasers.ts'
import type { BlockKind } from '../model/document.ts'
import type { Segment } from './segments.ts'

const whole = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'i')
const HEAD = whole(teasers.head)
const LINE = whole(teasers.line)
const COMMENTS = whole(teasers.comments)
const REMARK = whole(teasers.remark)
const OPENING =
  /^(?:[«←‹<\d]|about|add|all|also|analysis|an?|catch|coming|comments?|discover|don|earlier|editor|elsewhere|explain|explore|featured|from|further|gallery|go|have|hear|in|join|keep|latest|leave|like|listen|live|long|more|most|must|new|newer|next|now|older|one|opinion|other|podcast|popular|posted?|prev|previous|previously|quiz|read|readers?|recent|recommended|related|replies|repl?y|report|responses?|reactions|see|share|similar|sponsored|still|suggested|the|this|three|today|tomorrow|top|trending|two|up|user|video|view|watch|what|write|you|your)/i
const STOP = /[.…]["”’'»)\]]*$/
const HANDLE = /^(?:@?[a-z][\w.-]{2,24}|[\w.-]*\d[\w.-]*): \S|^@?(?=\w*[\d_])[A-Za-z][\w.-]{2,24}$/
const NAMED = /^\p{Lu}[\w.’' -]{1,30}: \S/u
const ITEMS = 14

/** A title of another article: short, or without a stop. "Crew vow to stay aboard", "2 Man who stole goose told police it was a gift". */
const isTeaserItem = (segment: Segment): boolean =>
  !segment.long &&
  segment.plain.length <= 150 &&
  segment.kind !== 'quote' &&
  !STOP.test(segment.plain) &&
  !/^[“"].*(?:[,”"]) (?:\p{L}+ ){0,4}(?:said|told|says)\b/u.test(segment.plain)

const isCommentSign = (plain: string): boolean => plain.length <= 90 && (REMARK.test(plain) || HANDLE.test(plain))

const beginsComments = (segments: readonly Segment[], head: number, before: number, written: number): boolean => {
  const counted = /\d/.test(segments[head].plain)
  for (let index = head + 1; index < Math.min(segments.length, head + 7); index++) {
    const { plain } = segments[index]
    if (isCommentSign(plain) || HANDLE.test(plain.slice(0, 60))) return true
    if (counted && index === head + 1 && NAMED.test(plain)) return true
  }
  return counted && before >= 3 && written * 2 > segments.length
}

/** Marks links to other articles and readers' comments among the segments from `body` on as boilerplate; what is marked already stays. */
export const markTeasers = (segments: readonly Segment[], furniture: readonly (BlockKind | null)[], body: number): (BlockKind | null)[] => {
  const kinds = [...furniture]
  let paragraphs = 0
  for (let index = 0; index < segments.length; index++) {
    const { plain, long } = segments[index]
    const short = !long && plain.length <= 200 && segments[index].kind !== 'quote' && OPENING.test(plain)
    const words = short ? plain.replace(/[:\s]+$/, '') : plain
    if (short && index > body && paragraphs >= 1 && COMMENTS.test(plain) && beginsComments(segments, index, paragraphs, index)) {
      for (let at = index; at < segments.length; at++) kinds[at] ??= 'boilerplate'
      return kinds
    }
    if (short && index >= body && LINE.test(plain) && !STOP.test(plain))
      kinds[index] = kinds[index] === 'metadata' ? 'metadata' : 'boilerplate'
    else if (short && index >= body && plain.length <= 90 && HEAD.test(words)) {
      kinds[index] ??= 'boilerplate'
      if (paragraphs === 0) continue
      let last = index + 1
      while (last < segments.length && last <= index + ITEMS && (kinds[last] !== null || isTeaserItem(segments[last]))) last++
      for (let at = index + 1; at < last; at++) kinds[at] ??= 'boilerplate'
    } else if (index >= body && kinds[index] === null && STOP.test(plain)) paragraphs++
  }
  return kinds
}
