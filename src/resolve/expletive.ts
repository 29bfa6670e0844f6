import type { Mention } from '../mention/index.ts'
import type { Attribution } from '../model/attribution.ts'

const believed =
  /^(?:is|was|has been|had been|can be|could be|may be|might be|must be|should be|cannot be|'s|’s)(?: \w+)? (?:\w+ed|said|thought|known|understood|felt|held|feared|hoped|widely \w+)\b/

/** "It seems as though", "it remains to be seen", "it never crossed my mind", "it pains him when". */
const seeming =
  /^(?:(?:also|now|still|then|never|only|just) )?(?:(?:seems?|seemed|appears?|appeared|turns? out|turned out|follows?|happens?)(?: to (?:me|him|her|us|them))? (?:that|as|like)\b|remain(?:s|ed) to be seen|goes without saying|(?:occurred|occurs) to|(?:crosse[sd]|slipped) (?:my|his|her|our|their) mind|(?:pains?|pained|hurts?|upsets?|worries|worried|bothers?|bothered|amazes|amazed|strikes|struck) (?:me|him|her|us|them|you)\b|is (?:clear|likely|unlikely|possible|obvious|important|unclear|true|no secret)\b)/

/** "It is believed that …", "it seems that …": the "it" is nobody. */
export const isExpletive = (text: string, mention: Mention, { cue }: Attribution): boolean => {
  if (mention.gender !== 'neuter' || mention.number !== 'singular' || !mention.isPronoun || cue.length === 0) return false
  const words = text.slice(cue[0].start, cue.at(-1)!.end)
  const onward = text
    .slice(mention.span.end, mention.span.end + 60)
    .replace(/\s+/g, ' ')
    .trimStart()
  return believed.test(words) || seeming.test(onward)
}
