/** Verbs by which one source brings in another: "Radio Meridian quoted officials", "citing a ministry statement". Lemmas. */
export const citingVerbs: ReadonlySet<string> = new Set(['quote', 'cite'])

/** Their forms that taggers take for something else, and their lemmas. */
export const citingForms: ReadonlyMap<string, string> = new Map([
  ['citing', 'cite'],
  ['quoting', 'quote'],
  ['cited', 'cite'],
  ['quoted', 'quote'],
  ['cites', 'cite'],
  ['quotes', 'quote'],
])
