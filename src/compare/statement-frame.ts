import { bringingIn, framingForms, nobodySubjects, objectForms, plainForms } from '../lexicon/en/framing-forms.ts'
import type { Span } from '../model/span.ts'

/** How a sentence gives somebody for what it says; spans are relative to the sentence. */
export interface Frame {
  readonly content: Span
  /** A frame that stands within the content: "For a year, Corliss writes, the president slept in his office". */
  readonly cut: Span | null
  /** Outermost first: who passed it on, and who it is from. */
  readonly parties: readonly { readonly span: Span; readonly via: string }[]
  /** "It is reported": somebody said it, and nobody is given. */
  readonly nobody: boolean
  /** All words of the frame, in which a name may be held back. */
  readonly words: string
}

type Party = Frame['parties'][number]

/** Shorter contents say nothing by themselves. */
const LEAST_WORDS = 3
const LONGEST_SOURCE = 16
const LONGEST_TAIL = 34

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
const trimSpan = (text: string, { start, end }: Span): Span => {
  let [from, to] = [start, end]
  while (from < to && /[\s,:"“”‘—–-]/.test(text[from])) from++
  while (to > from && /[\s,;:.!?"“”—–-]/.test(text[to - 1])) to--
  return { start: from, end: to }
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}'’&-]|\.(?=[\p{L}\p{N}]))*/gu
const adverb = /^(?:has|have|had|was|is|were|also|now|since|later|first|earlier|once|then|reportedly|already|[a-z]+ly)$/

/** Where the form of saying of "Petra Lindquist, who runs the waterworks, has now said …" stands; null where there is none near the start. */
const findForm = (text: string, from: number, forms: ReadonlySet<string>): { readonly source: Span; readonly form: Span } | null => {
  let count = 0
  word.lastIndex = from
  for (let match = word.exec(text); match !== null && count <= LONGEST_SOURCE; match = word.exec(text)) {
    if (count > 0 && forms.has(match[0])) {
      let end = match.index
      for (let before = /([\p{L}]+)[\s,]*$/u.exec(text.slice(from, end)); before !== null && adverb.test(before[1]); ) {
        end = from + before.index
        before = /([\p{L}]+)[\s,]*$/u.exec(text.slice(from, end))
      }
      // Pressure has grown since the ministry said …
      const joined = /^.*\b(?:has|have|had|is|are|was|were)\b[^,]*\b(?:since|after|because|while|when|as)\s+(?=the\b|an?\b|\p{Lu})/u.exec(
        text.slice(from, end),
      )
      if (joined !== null && !/\b(?:who|which|that)\b/.test(joined[0])) return null
      const source = trimSpan(text, { start: from, end })
      return source.end > source.start ? { source, form: { start: match.index, end: match.index + match[0].length } } : null
    }
    count++
  }
  return null
}

const addressee = /^\s*(?:told|to|with|on|by|in (?:an |a )?(?:[\w-]+ )?interview (?:with|on|to))\s+/
/** Who was told: "told the Estavian Post on Tuesday evening", "was quoted as saying by Radio Lyre". Only a name with a capital. */
const findAddressee = (text: string, from: number, form: string): Span | null => {
  const rest = text.slice(from)
  const lead =
    /^\s+(?=(?:the |The )?\p{Lu})/u.exec(/^t(?:old|ells?)$/.test(form) ? rest : '') ??
    /^(?:[^,;]{0,60}?)\b(?:in (?:an |a )?(?:[\w-]+ ){0,2}interview (?:with|on|to)|to|by|as saying by|speaking (?:to|with))\s+(?=(?:the |The )?\p{Lu})/u.exec(
      rest,
    )
  if (
    lead === null ||
    (!addressee.test(` ${lead[0].trim()} `.slice(lead[0].trim() === '' ? 0 : 1)) &&
      lead[0].trim() !== '' &&
      !/(?:interview (?:with|on|to)|to|by|speaking (?:to|with))\s*$/.test(lead[0]))
  )
    return null
  const name = /^(?:the |The )?\p{Lu}[\p{L}\p{N}'’&.-]*(?:(?:\s+(?:of|the|and|&))?\s+\p{Lu}[\p{L}\p{N}'’&-]*)*/u.exec(
    rest.slice(lead[0].length),
  )
  if (name === null) return null
  const start = from + lead[0].length
  const kept = name[0].replace(/\s+(?:on|in)?\s*(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/, '')
  return trimSpan(text, { start, end: start + kept.length })
}

const makeParties = (text: string, source: Span, form: Span, end: number): Party[] => {
  const verb = text.slice(form.start, form.end)
  const rest = text.slice(form.end, end)
  const cited = bringingIn.exec(rest)
  const told = findAddressee(text.slice(0, end), form.end, verb)
  const learned = /^\s*(?:,\s*)?from\s+(.+?)(?:\s+that\b|$)/.exec(/^(?:learn|hear)/.test(verb) ? rest : '')
  const parties: Party[] = []
  if (told !== null && (cited === null || told.start < form.end + cited.index)) parties.push({ span: told, via: 'told' })
  parties.push({ span: source, via: verb })
  if (cited !== null) parties.push({ span: trimSpan(text, { start: form.end + cited.index + cited[0].length, end }), via: 'cited' })
  else if (learned !== null) {
    const start = form.end + rest.indexOf(learned[1])
    parties.push({ span: trimSpan(text, { start, end: start + learned[1].length }), via: 'said' })
  }
  return parties
}

const isNobody = (text: string, source: Span): boolean =>
  nobodySubjects.has(
    text
      .slice(source.start, source.end)
      .toLowerCase()
      .replace(/^(?:so|as)\s+/, ''),
  )

const frameOf = (text: string, content: Span, source: Span, form: Span, end: number): Frame | null => {
  const said = trimContent(text, content)
  if (countWords(text.slice(said.start, said.end)) < LEAST_WORDS) return null
  const nobody = isNobody(text, source)
  const words = content.start === 0 ? text.slice(content.end, end) : text.slice(0, content.start)
  return {
    content: said,
    cut: null,
    parties: nobody ? [] : makeParties(text, source, form, content.start === 0 ? end : content.start),
    nobody,
    words,
  }
}

const trimContent = (text: string, span: Span): Span => {
  const lead = /^(?:that|For|Because|And|But)\s+(?=\p{L})/u.exec(text.slice(span.start, span.end))
  return trimSpan(text, { start: span.start + (lead?.[0] === undefined || lead[0].startsWith('B') ? 0 : lead[0].length), end: span.end })
}

/** "According to the audit court, …" */
const readAccordingFirst = (text: string): Frame | null => {
  const lead = /^\W*According to\s+/.exec(text)
  if (lead === null) return null
  let comma = text.indexOf(', ', lead[0].length)
  const apposition =
    comma < 0 ? null : /^, (?:\p{Lu}[\p{L}.'’-]*\s?){1,4}, |^, (?:the|a|an|its|his|her) [^,]{3,50}, /u.exec(text.slice(comma))
  if (apposition !== null) comma += apposition[0].length - 2
  if (comma < 0 || countWords(text.slice(lead[0].length, comma)) > LONGEST_SOURCE) return null
  const content = trimContent(text, { start: comma + 2, end: text.length })
  if (countWords(text.slice(content.start, content.end)) < LEAST_WORDS) return null
  const source = trimSpan(text, { start: lead[0].length, end: comma })
  return { content, cut: null, parties: [{ span: source, via: 'said' }], nobody: false, words: text.slice(0, comma) }
}

/** "…, according to a memo by Hilda Freer, the matron" */
const readAccordingLast = (text: string): Frame | null => {
  const at = /^(.{12,}?),?\s+according to\s+/.exec(text)
  if (at === null || countWords(text.slice(at[0].length)) > LONGEST_TAIL) return null
  const cited = bringingIn.exec(text.slice(at[0].length))
  const end = cited === null ? text.length : at[0].length + cited.index
  const parties: Party[] = [{ span: trimSpan(text, { start: at[0].length, end }), via: 'said' }]
  if (cited !== null) parties.push({ span: trimSpan(text, { start: end + cited[0].length, end: text.length }), via: 'cited' })
  return { content: trimContent(text, { start: 0, end: at[1].length }), cut: null, parties, nobody: false, words: text.slice(at[1].length) }
}

/** "As the Dorn Post reported, …" */
const readAsFirst = (text: string): Frame | null => {
  const lead = /^\W*As\s+/.exec(text)
  const found = lead === null ? null : findForm(text, lead[0].length, framingForms)
  const comma = found === null ? -1 : text.indexOf(', ', found.form.end)
  return lead === null || found === null || comma < 0
    ? null
    : frameOf(text, { start: comma + 2, end: text.length }, found.source, found.form, comma)
}

const isQuoted = (text: string, at: number): boolean => {
  let open = false
  for (let i = 0; i < at; i++) {
    if (text[i] === '"') open = !open
    else if (text[i] === '“') open = true
    else if (text[i] === '”') open = false
  }
  return open
}

/** "For a year after the divorce, Corliss writes, the president slept in his office" */
const readMiddle = (text: string, comma: number, { source, form }: { readonly source: Span; readonly form: Span }): Frame | null => {
  const content = trimSpan(text, { start: 0, end: text.length })
  const cut = { start: comma, end: form.end + 1 }
  if (isNobody(text, source)) return { content, cut, parties: [], nobody: true, words: text.slice(cut.start, cut.end) }
  return { content, cut, parties: makeParties(text, source, form, form.end), nobody: false, words: text.slice(cut.start, cut.end) }
}

/** "…, the Estavian Post reports, quoting a member of the negotiating team"; "…," said Rosa Quill */
const readLast = (text: string): Frame | null => {
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
    if (isQuoted(text, at) && !/^[’'\s]*["”]/.test(text.slice(at + 1, at + 5))) continue
    const from = at + 1 + (/^["”’\s]+/.exec(text.slice(at + 1))?.[0].length ?? 0)
    const tail = text.slice(from)
    if (countWords(text.slice(0, at)) < LEAST_WORDS || countWords(tail) > LONGEST_TAIL) continue
    const first = /^(?:so|as)?\s*([\p{L}]+)/u.exec(tail)
    if (first === null || /^(?:and|but|or|which|who|that|where|when|while|because|including|with|saying|adding)$/.test(first[1])) continue
    if (framingForms.has(first[1]) && !objectForms.has(first[1])) {
      const form = { start: from + first[0].length - first[1].length, end: from + first[0].length }
      const rest = text.slice(form.end)
      const stop = /,\s(?!\p{Lu}\p{Ll}+ \p{Lu})|\s(?:on|in|at|after|during|to|when|while|who|as)\s|[.!?]|$/u.exec(rest)!
      const source = trimSpan(text, { start: form.end, end: form.end + stop.index })
      if (source.end > source.start) return frameOf(text, { start: 0, end: at }, source, form, text.length)
      continue
    }
    const found = findForm(text, from, framingForms)
    if (found === null || /[;:]|\.\s/.test(text.slice(from, found.form.start))) continue
    const rest = text.slice(found.form.end)
    const hasObject =
      objectForms.has(text.slice(found.form.start, found.form.end)) &&
      !/^\s*(?:$|[,.;!”"]|(?:in|on|at|after|during|from|with|when|by|as)\b)/.test(rest)
    if (hasObject) continue
    const outer = /^,\s+(?:the |The )?(\p{Lu}[^,.;]{1,50}?)\s(?:report )?(?:said|says|reported|reports|added)\.?$/u.exec(rest)
    if (outer !== null) return frameOf(text, { start: 0, end: at }, found.source, found.form, found.form.end)
    if (/^, (?!citing|quoting|referring|pointing|with reference|who|which)/.test(rest) && countWords(rest) >= LEAST_WORDS)
      return readMiddle(text, at, found)
    if (/^\s*(?:that|how|why|whether|["“])/.test(rest) || (countWords(rest) > 12 && bringingIn.exec(rest) === null)) continue
    return frameOf(text, { start: 0, end: at }, found.source, found.form, text.length)
  }
  return null
}

/** "Iron Gate News reports that …", "It was rumoured last week that …", "Officials have confirmed …", "The post reads: …" */
const readFirst = (text: string): Frame | null => {
  const interview = /^\W*In (?:an|a) (?:[\w-]+ ){0,2}interview with ([^,]{2,60}), /.exec(text)
  const offset = interview?.[0].length ?? 0
  const nobody =
    /^\W*It (?:is|was|has been) (?:[a-z]+ly )?(?:reported|rumoured|rumored|said|claimed|alleged|understood|believed)\b[^,.;]{0,40}?\bthat\s+/.exec(
      text,
    )
  if (nobody !== null) {
    const content = trimContent(text, { start: nobody[0].length, end: text.length })
    return { content, cut: null, parties: [], nobody: true, words: nobody[0] }
  }
  const found = findForm(text, offset, framingForms)
  if (found === null || /[;:]|\.\s|\bthat\b/.test(text.slice(offset, found.form.start)) || /["“]/.test(text.slice(0, found.form.start)))
    return null
  const rest = text.slice(found.form.end)
  const that = /^(?:[^,;:"“]|,(?= (?:who|which|citing|quoting)\b)){0,90}?\s(?:that|how|whether)\s+/.exec(rest)
  const plain = plainForms.has(text.slice(found.form.start, found.form.end))
    ? /^(?:\s+(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,?:?\s+(?!(?:on|in|at|to|after|during|by|for|with|as|and|of)\b)/.exec(
        rest,
      )
    : null
  const told = /^t(?:old|ells?)$/.test(text.slice(found.form.start, found.form.end))
    ? /^\s+(?:the |The )?[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]*){0,4}\s+(?=(?:the|a|an|his|her|its|their|he|she|it|they|there|we|\p{Lu})\b)/u.exec(
        rest,
      )
    : null
  // He adds “nothing bad will come of it”
  const quoted = objectForms.has(text.slice(found.form.start, found.form.end)) ? null : /^,?:?\s+(?=["“])/u.exec(rest)
  const lead = that ?? plain ?? told ?? quoted
  if (lead === null) return null
  const content = trimContent(text, { start: found.form.end + lead[0].length, end: text.length })
  if (countWords(text.slice(content.start, content.end)) < LEAST_WORDS) return null
  const parties = makeParties(text, found.source, found.form, found.form.end + lead[0].length)
  if (interview !== null) {
    const start = interview[0].indexOf(interview[1])
    parties.unshift({ span: { start, end: start + interview[1].length }, via: 'told' })
  }
  return {
    content,
    cut: null,
    parties: isNobody(text, found.source) ? [] : parties,
    nobody: isNobody(text, found.source),
    words: text.slice(0, content.start),
  }
}

/** Reads by its own wording alone whom a sentence gives for what it says; null where it speaks in the page's own voice. */
export const readFrame = (sentence: string): Frame | null => {
  const inner =
    readAccordingFirst(sentence) ?? readAsFirst(sentence) ?? readLast(sentence) ?? readAccordingLast(sentence) ?? readFirst(sentence)
  if (inner === null) return null
  return nestFrame(sentence, inner)
}

/** "Officials have confirmed that the airline will cut routes, the Morning Ledger reports": what is reported is itself somebody's. */
const nestFrame = (sentence: string, outer: Frame): Frame => {
  const within = sentence.slice(outer.content.start, outer.content.end)
  const inner = readFirst(within) ?? readLast(within) ?? readAccordingLast(within)
  if (inner === null) return outer
  const shift = ({ start, end }: Span): Span => ({ start: start + outer.content.start, end: end + outer.content.start })
  return {
    content: shift(inner.content),
    cut: inner.cut === null ? outer.cut : shift(inner.cut),
    parties: [...outer.parties, ...inner.parties.map(({ span, via }) => ({ span: shift(span), via }))],
    nobody: inner.nobody && outer.parties.length === 0,
    words: `${outer.words} ${inner.words}`,
  }
}
