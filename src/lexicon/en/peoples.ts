/** Peoples, faiths and parties whose plural no ending tells. Lower case. */
export const peoples: ReadonlySet<string> = new Set(
  `arabs brits catholics croats danes finns greens hispanics hindus jews kurds latinas latinos mormons muslims poles protestants quakers scots serbs sikhs slovaks swedes tories
  turks whigs`.split(/\s+/),
)
