import type { Span, TracedAttribution, TracedDocument } from '../src/index.ts'

const collectSpans = (value: unknown): Span[] => {
  if (value === null || typeof value !== 'object') return []
  if ('start' in value && 'end' in value) return [value as Span]
  return Object.values(value).flatMap(collectSpans)
}

const coversWhole = (outer: readonly Span[], inner: readonly Span[]): boolean => {
  const start = Math.min(...outer.map(span => span.start))
  const end = Math.max(...outer.map(span => span.end))
  return inner.every(span => start <= span.start && span.end <= end)
}

/** Contents that share words though neither attribution lies within the other. */
const findOverlaps = (attributions: readonly TracedAttribution[]): string[] =>
  attributions.flatMap((a, i) =>
    attributions
      .slice(i + 1)
      .filter(b => b.parent === a.parent && a.content.some(x => b.content.some(y => x.start < y.end && y.start < x.end)))
      .map(b => `${a.id} and ${b.id} share content`),
  )

/** What holds for every trace of every text, as a list of what does not. */
export const findFaults = (traced: TracedDocument): string[] => {
  const { attributions, sources, chains } = traced
  const { length } = traced.document.text
  const ids = new Set(attributions.map(attribution => attribution.id))
  const sourceIds = new Set(sources.map(source => source.id))
  const known = (id: string | null) => id === null || sourceIds.has(id)
  const starts = attributions.map(({ source, cue, content }) => Math.min(...[...source, ...cue, ...content].map(span => span.start)))
  return [
    ...collectSpans(traced)
      .filter(({ start, end }) => !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length))
      .map(span => `span ${JSON.stringify(span)} of ${length}`),
    ...attributions.filter(({ parent }) => parent !== null && !ids.has(parent)).map(({ id }) => `${id} has no parent`),
    ...attributions
      .filter(({ parent, content }) => {
        const holder = attributions.find(({ id }) => id === parent)
        return holder !== undefined && !coversWhole(holder.content, content)
      })
      .map(({ id, parent }) => `${id} reaches out of ${parent}`),
    ...findOverlaps(attributions),
    ...attributions.filter(({ content }) => content.length === 0).map(({ id }) => `${id} has no content`),
    ...attributions
      .filter(({ confidence }) => !(confidence >= 0 && confidence <= 1))
      .map(({ id, confidence }) => `${id} confidence ${confidence}`),
    ...attributions.filter(({ sourceId }) => !known(sourceId)).map(({ id }) => `${id} has an unknown source`),
    ...starts.filter((start, i) => i > 0 && start < starts[i - 1]).map(start => `out of order at ${start}`),
    ...chains.filter(({ hops }) => hops.length === 0).map(({ attribution }) => `${attribution} has no hops`),
    ...chains.flatMap(({ hops }) => hops.filter(({ sourceId }) => !known(sourceId)).map(hop => `hop ${hop.name} has an unknown source`)),
    ...(ids.size === attributions.length && sourceIds.size === sources.length ? [] : ['ids are not distinct']),
    ...(JSON.stringify(chains.map(chain => chain.attribution)) === JSON.stringify([...ids])
      ? []
      : ['chains are not one for each attribution']),
    ...(JSON.stringify(JSON.parse(JSON.stringify(traced))) === JSON.stringify(traced) ? [] : ['not plain JSON']),
  ]
}
