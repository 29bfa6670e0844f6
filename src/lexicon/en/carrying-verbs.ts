/** Verbs by which an outlet passes on what another said or wrote: "carried by the agency", "published in the Courier". Lemmas. */
export const carryingVerbs: ReadonlySet<string> = new Set(
  `carry publish broadcast air print run post release quote cite report distribute circulate relay republish reprint rebroadcast screen stream show televise transmit
  record play feature host issue share translate summarise summarize reproduce excerpt serialise serialize picture monitor upload syndicate`.split(
    /\s+/,
  ),
)

/** Verbs by which an outlet comes to hold a document: "a memo seen by the Courier". Lemmas. */
export const obtainingVerbs: ReadonlySet<string> = new Set(
  `see obtain review view acquire examine receive get access read leak provide send supply show share give uncover unearth verify analyse analyze inspect hear
  forward deliver hand pass email e-mail disclose make`.split(/\s+/),
)

/** Past participles of both that English spells unlike their lemma, for text whose lemmas are not known. */
export const carryingForms: ReadonlyMap<string, string> = new Map([
  ['seen', 'see'],
  ['shown', 'show'],
  ['given', 'give'],
  ['sent', 'send'],
  ['read', 'read'],
  ['run', 'run'],
  ['got', 'get'],
  ['broadcast', 'broadcast'],
  ['broadcasted', 'broadcast'],
  ['heard', 'hear'],
  ['leaked', 'leak'],
  ['made', 'make'],
])
