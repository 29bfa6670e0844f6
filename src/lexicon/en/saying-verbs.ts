/** Verbs of plain saying, by which somebody passes on what another said: "quoted him as saying", "reported, citing police". Lemmas. */
export const sayingVerbs: ReadonlySet<string> = new Set(
  'say tell state write add warn claim insist report argue predict confirm deny suggest describe call announce declare admit allege'.split(
    ' ',
  ),
)
