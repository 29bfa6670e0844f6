import type { AnnotatedDocument } from '../model/annotation.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Span } from '../model/span.ts'

/** A place where the text says that a name is held back: "She asked that her name be withheld because her brother is still in the town." */
export interface Withholding {
  readonly span: Span
  readonly token: number
  readonly sentence: number
  /** Why, in the article's own words. */
  readonly reason: Span | null
}

const triggers: ReadonlySet<string> = new Set(
  'naming identify identifying anonymity anonymous anonymously named identified name names identity identities authorised authorized authorisation authorization attribution pseudonym attributed unnamed quoted permitted allowed'.split(
    ' ',
  ),
)

/** Looked for in the words up to and with the trigger, and a few after it. */
const shapes: readonly RegExp[] = [
  /\b(?:on|under|upon) (?:the )?(?:\w+ )?(?:condition|conditions|promise|guarantee|basis) of (?:strict |complete )?anonymity$/,
  /\b(?:request(?:ed|ing|s)?|sought|seek(?:ing|s)?|ask(?:ed|ing|s)? for|want(?:ed|ing|s)?|granted|given|promised|insist(?:ed|ing|s)? on|demand(?:ed|ing|s)?|prefer(?:red|ring|s)?|cited?|on|preserve|maintain|keep) (?:\w+ )?anonymity$/,
  /\b(?:spoke|spoken|speak|speaking|speaks|talk(?:ed|ing)?|quoted|comment(?:ed|ing)?) anonymously$/,
  /\b(?:to|remain(?:ed|ing|s)?|stay(?:ed)?|be|as) (?:remain |stay )?anonymous$/,
  /\b(?:not|n't|without|against|avoid|decline[ds]?|declining|refuse[ds]?|refusing)\b(?: \w+){0,4} (?:named|identified|quoted)$/,
  /\b(?:not be(?:ing)?|never be|can not be|cannot be|could not be|may not be|only (?:be )?(?:as|by)) (?:named|identified)$/,
  /\b(?:not|n't|neither|nor|un|without|lack(?:ed|s|ing)?)\b(?: \w+){0,3} (?:authori[sz]ed|authori[sz]ation|permitted|allowed)$/,
  /\b(?:not|without|for|lack of) (?:direct |public )?attribution$/,
  /\b(?:under|by|using|with) (?:a|the) pseudonym$/,
  /\b(?:is|are|was|were|did|does|do|has|have|'s)(?: (?:not|n't|declined to|agreed not to))+ (?:naming|identify|identifying|name|named|identified)$/,
]

/** After "name" or "identity": "her name be withheld", "names have been changed". */
const nameWithheld =
  /^(?:name|names|identity|identities) (?:not )?(?:\w+ ){0,3}?(?:withheld|changed|published|used|printed|revealed|disclosed|given|protected|hidden|concealed|kept|mentioned)\b/
const withholding =
  /\b(?:withh(?:eld|old(?:ing|s)?)|not (?:to )?(?:us(?:e|ing)|giv(?:e|ing)|publish(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|nam(?:e|ing)|print(?:ing)?)|conceal(?:ed|ing)?|protect(?:ed|ing)?|keep|hide|declin(?:ed|ing) to (?:give|provide|disclose|share)|refus(?:ed|ing) to (?:give|provide|disclose)|gave only|giv(?:en|ing) only)(?: \w+){1,4} (?:name|names|identity|identities)$/

/** Needed beside "not named" and its like, so that "the ship was not named after him" is none of them. */
const asking =
  /\b(?:ask|asked|asking|asks|want|wanted|wish|wished|wishing|prefer|preferred|request|requested|requesting|declined|declining|refused|condition|agreed|who|whom|which|cannot|could|can|may|insisted|speaking|spoke|authori[sz]ed|because)\b/

const becauseWords = /^(?:because|since|as|citing|given|lest|fearing|due|owing|for|out|so|to|while|when|in|amid|over|after|under|per)$/

const lowerSlice = (annotated: AnnotatedDocument, first: number, last: number): string => {
  const { text, lower } = annotated.tokens
  let out = ''
  for (let i = Math.max(first, 0); i < Math.min(last, text.length); i++) out += (out === '' ? '' : ' ') + lower[i]
  return out
}

/** Whether the token at `i` completes words that say that a name is held back; then where those words end. */
const matchTrigger = (annotated: AnnotatedDocument, i: number, first: number, last: number): number => {
  const { text, lower } = annotated.tokens
  const word = lower[i]
  const left = lowerSlice(annotated, Math.max(first, i - 9), i + 1)
  if (word === 'name' || word === 'names' || word === 'identity' || word === 'identities') {
    const right = lowerSlice(annotated, i, Math.min(last, i + 6))
    const found = nameWithheld.exec(right)
    const denied =
      found && /(?:published|used|printed|revealed|disclosed|given|mentioned)$/.test(found[0]) && !/\bnot\b|n't/.test(`${left} ${found[0]}`)
    if (found && !denied) return i + found[0].split(' ').length
    return withholding.test(left) || /\b(?:does|do|did|is|are|agreed) (?:not|n't|not to) (?:name|identify)$/.test(left) ? i + 1 : -1
  }
  if (!shapes.some(shape => shape.test(left))) return -1
  if (/^(?:named|identified|quoted|permitted|allowed)$/.test(word)) {
    if (!asking.test(left)) return -1
    if (word === 'quoted' && !/^quoted (?:by name|directly)/.test(lowerSlice(annotated, i, i + 3))) return -1
    if (/^(?:permitted|allowed)$/.test(word) && !/^\w+ to (?:speak|talk|discuss|comment|brief|be)/.test(lowerSlice(annotated, i, i + 4)))
      return -1
    if (
      /^(?:after|for|as)$/.test(text[i + 1] ?? '') &&
      !/\b(?:ask|want|wish|declin|refus|request)/.test(left) &&
      !/\b(?:can ?not|could not|may not) be named$/.test(left)
    )
      return -1
  }
  if (
    /^authori[sz]/.test(word) &&
    !/^\w+ (?:to|for)? ?(?:\w+ )?(?:speak|talk|discuss|comment|brief|be|public|give|disclose|share|release|make|address|reveal|media|press|publicly)/.test(
      lowerSlice(annotated, i, i + 5),
    )
  )
    return -1
  return i + 1
}

/** The clause that gives the reason, from `from` on; `stop` is where the sentence or the speech begins. */
const findReason = (annotated: AnnotatedDocument, from: number, stop: number, trigger: number): Span | null => {
  const { text, lower, start, end } = annotated.tokens
  let first = -1
  for (let i = from; i < stop && i < from + 14; i++) {
    const word = lower[i]
    if (/^[.;!?]$/.test(word)) break
    if (!becauseWords.test(word)) continue
    const next = lower[i + 1] ?? ''
    if (word === 'because') first = next === 'of' ? i + 2 : i + 1
    else if (word === 'due' || word === 'owing') first = next === 'to' ? i + 2 : -1
    else if (word === 'citing' || word === 'given' || word === 'since' || word === 'amid') first = i + 1
    else if (
      word === 'as' &&
      /^(?:they|he|she|it|the|this|his|her|their|no|such|details|talks|negotiations)$/.test(next) &&
      !/^(?:as well as|as a|as an)/.test(lowerSlice(annotated, i, i + 3))
    )
      first = i + 1
    else if (word === 'fearing' || word === 'lest') first = i
    else if (word === 'for' && /^(?:fear|safety|security|reasons|their|his|her|lack|legal|privacy|personal|professional|religious|family|medical|political)$/.test(next))
      first = i + 1
    else if (word === 'out' && next === 'of') first = i + 2
    else if (word === 'over' && /^(?:fear|fears|concern|concerns|safety|security)$/.test(next)) first = i + 1
    else if (word === 'so' && /^(?:as|that|they|he|she)$/.test(next)) first = next === 'as' || next === 'that' ? i + 2 : i + 1
    else if (word === 'in' && next === 'order') first = i + 2
    else if (
      word === 'under' &&
      /\b(?:rules?|terms|policy|polic(?:y|ies)|protocols?|guidelines|law|orders?|conditions|agreement)\b/.test(
        lowerSlice(annotated, i, Math.min(stop, i + 6)),
      )
    )
      first = i + 1
    else if (word === 'in' && /^(?:keeping|line|accordance)$/.test(next)) first = i
    else if (
      word === 'to' &&
      !/^authori[sz]|^permitted|^allowed/.test(lower[trigger]) &&
      /^(?:discuss|speak|talk|describe|avoid|protect|preserve|share|reveal|disclose|be|comment|safeguard|detail|give|offer|address)$/.test(
        next,
      )
    )
      first = i
    else if (word === 'while' && /^(?:discussing|describing|speaking)$/.test(next)) first = i + 1
    if (first >= 0) break
  }
  if (first < 0 && /^authori[sz]|^permitted|^allowed/.test(lower[trigger])) {
    first = trigger
    for (let i = trigger - 1; i >= trigger - 4 && i >= 0 && /^(?:not|n't|without|lacking|never)$/i.test(text[i]); i--) first = i
  }
  if (first < 0 && /^(?:discussing|describing|disclosing|revealing)$/.test(text[from] ?? '')) first = from
  if (first < 0 || first >= stop) return null
  let last = first
  while (last < stop && !/^[;!?]$|^--$|^\)$|^"$/.test(text[last])) {
    if (text[last] === '.' && last === stop - 1) break
    if (
      text[last] === ',' &&
      last > first + 1 &&
      !/^(?:or|nor)$/.test(text[last + 1] ?? '') &&
      /^(?:said|told|says|added|and|but|confirmed|who|which|also|described|adding|according|"|explained|while|however)$/.test(
        text[last + 1] ?? '"',
      )
    )
      break
    last++
  }
  while (last > first && /^[,.]$/.test(text[last - 1])) last--
  return last > first ? { start: start[first], end: end[last - 1] } : null
}

/** Finds all places where the text says that a name is held back. */
export const findWithholdings = (annotated: AnnotatedDocument, attributions: readonly Attribution[]): Withholding[] => {
  const { text, lower, start, end } = annotated.tokens
  const out: Withholding[] = []
  const borders: { at: number; from: number }[] = []
  for (const { parent, source, cue, content } of attributions) {
    if (parent !== null) continue
    const from = source[0]?.start ?? Number.POSITIVE_INFINITY
    for (const span of cue) borders.push({ at: span.start, from })
    for (const span of content) borders.push({ at: span.start, from: Number.POSITIVE_INFINITY })
  }
  borders.sort((a, b) => a.at - b.at)
  let sentence = 0
  let border = 0
  for (let i = 0; i < text.length; i++) {
    while (sentence < annotated.sentences.length && annotated.sentences[sentence].last <= i) sentence++
    if (sentence >= annotated.sentences.length) break
    if (text[i].length < 4 || (!triggers.has(text[i]) && (!isUpper(text[i]) || !triggers.has(lower[i])))) continue
    const { first, last } = annotated.sentences[sentence]
    const from = matchTrigger(annotated, i, first, last)
    if (from < 0) continue
    while (border < borders.length && borders[border].at < end[i]) border++
    let stop = last
    for (let b = border; b < borders.length && borders[b].at < annotated.sentences[sentence].end; b++) {
      const { at, from: begins } = borders[b]
      const token = tokenFrom(start, from, last, at)
      if (token > from && (begins < start[i] || /^[,"]$/.test(text[token - 1]))) {
        stop = token
        break
      }
    }
    const previous = out.at(-1)
    const reason = findReason(annotated, from, stop, i)
    if (previous && previous.sentence === sentence && previous.reason && start[i] < previous.reason.end) continue
    out.push({ span: { start: start[Math.max(first, i - 4)], end: end[Math.min(from, last) - 1] }, token: i, sentence, reason })
  }
  return out
}

const isUpper = (word: string): boolean => word.charCodeAt(0) >= 65 && word.charCodeAt(0) <= 90

const tokenFrom = (start: readonly number[], from: number, last: number, offset: number): number => {
  for (let i = from; i < last; i++) if (start[i] >= offset) return i
  return last
}
