/** Occasions and forms in which somebody speaks or writes, that an outlet carries: "in an interview with", "in a note carried by". Singular. */
export const exchangeNouns: ReadonlySet<string> = new Set(
  `interview remark comment statement conversation email e-mail letter message call briefing speech address op-ed column article essay commentary piece podcast
  appearance broadcast post note cable telegram talk discussion exchange chat testimony dispatch television-interview webcast recording video clip footage audio tape voicemail text
  answer response reply question enquiry inquiry request contribution blog debate programme program segment show livestream phone-in interjection tweet thread
  communique communiqué release message reaction rebuttal declaration announcement advertisement advert appeal sermon account profile confession story report
  diary memoir extract excerpt transcript copy version edition issue website page platform`.split(/\s+/),
)

/** Forms in which a source speaks for itself; they tell how it was said and make no hop. Singular. */
export const statementNouns: ReadonlySet<string> = new Set(
  `statement post tweet letter cable telegram email e-mail message note speech blog thread video communique communiqué release address broadcast podcast op-ed column essay article
  interview report filing memo declaration text call conference briefing sermon livestream website page account`.split(/\s+/),
)
