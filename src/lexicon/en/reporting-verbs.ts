/** Verbs with which an outlet puts out its own report: "…, Radio Lune reported". Lemmas. */
export const reportingVerbs: ReadonlySet<string> = new Set(
  `report say write add note claim announce reveal state disclose understand learn find allege suggest publish broadcast carry recount tell relay`.split(
    /\s+/,
  ),
)
