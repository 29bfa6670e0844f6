/** Groups texts by average-link clustering (UPGMA) of plain TF-IDF vectors under cosine, down to `together`: what anybody would try first. Indexes of the texts. */
export const groupPlainly = (texts: readonly string[], together: number): number[][] => {
  const counts = texts.map(text => {
    const terms = new Map<string, number>()
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{2,}/gu)) terms.set(word, (terms.get(word) ?? 0) + 1)
    return terms
  })
  const inTexts = new Map<string, number>()
  for (const terms of counts) for (const term of terms.keys()) inTexts.set(term, (inTexts.get(term) ?? 0) + 1)
  const vectors = counts.map(terms => {
    const weights = [...terms].map(
      ([term, times]) => [term, (1 + Math.log(times)) * (Math.log((1 + texts.length) / (1 + inTexts.get(term)!)) + 1)] as const,
    )
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return weights.map(([term, weight]) => [term, weight / length] as const)
  })
  const groups: number[][] = texts.map((_, index) => [index])
  const sums = texts.map(() => new Float64Array(texts.length))
  const lists = new Map<string, (readonly [number, number])[]>()
  vectors.forEach((vector, index) => {
    for (const [term, weight] of vector) {
      const list = lists.get(term) ?? []
      lists.set(term, list)
      list.push([index, weight])
      for (const [other, its] of list) {
        sums[index][other] += weight * its
        if (other !== index) sums[other][index] += weight * its
      }
    }
  })
  const alive = new Set(texts.keys())
  const likeness = (a: number, b: number): number => sums[a][b] / (groups[a].length * groups[b].length)
  const findNearest = (a: number): number => {
    let nearest = -1
    for (const b of alive) if (b !== a && (nearest < 0 || likeness(a, b) > likeness(a, nearest))) nearest = b
    return nearest
  }
  // Chains of nearest neighbours (Murtagh 1983) give the same groups as merging the likest first.
  const chain: number[] = []
  const waiting = new Set(texts.keys())
  while (waiting.size > 0 || chain.length > 0) {
    if (chain.length === 0) chain.push(waiting.values().next().value!)
    const last = chain.at(-1)!
    const before = chain.at(-2)
    const nearest = findNearest(last)
    if (nearest < 0 || likeness(last, nearest) < together) {
      for (const link of chain.splice(0)) waiting.delete(link)
    } else if (before !== undefined && likeness(last, before) >= likeness(last, nearest)) {
      chain.splice(-2)
      groups[before].push(...groups[last])
      alive.delete(last)
      waiting.delete(last)
      waiting.add(before)
      for (const other of alive) {
        sums[before][other] += sums[last][other]
        sums[other][before] = sums[before][other]
      }
    } else chain.push(nearest)
  }
  return [...alive].map(index => groups[index])
}
