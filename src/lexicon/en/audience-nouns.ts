/** Those who are merely spoken to: "told reporters", "told the court". Singular and plural. */
export const audienceNouns: ReadonlySet<string> = new Set(
  `reporters journalists court jury judge parliament lawmakers senators congress senate house committee commission council inquiry inquest tribunal hearing meeting crowd
  audience supporters investors shareholders analysts members delegates colleagues staff employees workers students ministers officials police officers detectives
  investigators family friends manager boss conference summit rally assembly cabinet board residents voters viewers listeners readers users customers fans
  newsmen media press mps legislators deputies councillors diplomats jurors people everyone somebody someone nobody`.split(/\s+/),
)
