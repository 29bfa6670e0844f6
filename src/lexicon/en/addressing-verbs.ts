/** Verbs whose object is the one spoken to: "told the Gazette". Lemmas. */
export const addressingVerbs: ReadonlySet<string> = new Set([
  'tell',
  'inform',
  'assure',
  'remind',
  'warn',
  'notify',
  'brief',
  'email',
  'text',
  'phone',
  'message',
  'show',
])

/** Verbs that take the one spoken to after "to" or "with": "confirmed to the Gazette", "spoke with Radio Lune". Lemmas. */
export const conversingVerbs: ReadonlySet<string> = new Set(
  `say speak talk confirm admit explain complain confide reveal disclose describe write comment recount relate concede insist repeat announce state indicate suggest
  deny acknowledge leak hint respond reply testify stress add point claim remark appear tweet chat vent provide argue
  contend lament observe recall reflect`.split(/\s+/),
)

/** Verbs by which an outlet gets somebody to speak: "The Gazette spoke to a nurse, who said". Lemmas. */
export const interviewingVerbs: ReadonlySet<string> = new Set([
  'interview',
  'ask',
  'speak',
  'talk',
  'contact',
  'reach',
  'approach',
  'question',
  'profile',
  'meet',
  'visit',
  'host',
  'survey',
])
