/** Small words inside a family name: "van der Hoeve", "de la Vega", "Ó Dálaigh". Lower case. */
export const nameParticles: ReadonlySet<string> = new Set(
  "de del della delle dei di da das do dos du des la le las los van von der den ter ten zu zur af av al el ul bin bint ibn ben abu y d' ó ní mac".split(
    ' ',
  ),
)
