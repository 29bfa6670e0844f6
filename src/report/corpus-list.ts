import type { Counts, Entry, FailedInput, Hit } from '../model/entry.ts'
import { cleanText, layOut, type Piece } from './layout.ts'
import { countNoun, createStyle, type ReportOptions } from './style.ts'
import { layOutTable } from './table.ts'

/** As much of an id as a person needs. */
export const shortId = (id: string): string => id.slice(0, 8)

/** The day of a time in ISO 8601. */
export const dayOf = (time: string | null): string => time?.slice(0, 10) ?? ''

const states: Readonly<Record<Entry['state'], string>> = { traced: '', waiting: 'to be traced', failed: 'failed' }

/** What a corpus holds, in words. */
export const describeCounts = ({ publications, waiting, failed, failedInputs, pairs }: Counts): string =>
  [
    countNoun(publications, 'publication'),
    ...(waiting > 0 ? [`${waiting} still to be traced`] : []),
    ...(failed > 0 ? [`${failed} that could not be traced`] : []),
    ...(failedInputs > 0 ? [`${countNoun(failedInputs, 'input')} that could not be read`] : []),
    ...(pairs > 0 ? [`${countNoun(pairs, 'pair')} that ${pairs === 1 ? 'shares' : 'share'} text`] : []),
  ].join(', ')

/** Publications as a table for people. */
export const renderEntries = (entries: readonly Entry[], options: ReportOptions): string => {
  const { width, bold } = createStyle(options)
  const hasStates = entries.some(({ state }) => state !== 'traced')
  const columns = [
    { title: 'Id' },
    { title: 'Published' },
    { title: 'Publisher', gives: 1 },
    { title: 'Title', gives: 2 },
    ...(hasStates ? [{ title: '' }] : []),
  ]
  const rows = entries.map(({ publication, publishedAt, publisher, title, key, input, state }) => [
    shortId(publication),
    dayOf(publishedAt),
    publisher ?? '',
    title ?? key ?? input,
    ...(hasStates ? [states[state]] : []),
  ])
  const [head, ...body] = layOutTable(columns, rows, width)
  return [bold(head), ...body].join('\n')
}

/** What could not be read or traced, and why. */
export const renderFailures = (inputs: readonly FailedInput[], entries: readonly Entry[], options: ReportOptions): string => {
  const { width, bold } = createStyle(options)
  const lines = [
    ...inputs.map(({ input, key, error }) => ({ name: key === null ? input : `${input}, ${key}`, error })),
    ...entries.map(({ publication, title, input, error }) => ({ name: `${shortId(publication)} ${title ?? input}`, error })),
  ]
  return lines
    .flatMap(({ name, error }) => [
      bold(cleanText(name)),
      ...layOut([{ text: cleanText(error?.message ?? '') }], { width, first: '  ', rest: '  ' }),
    ])
    .join('\n')
}

/** What a search found: each with the place where the words stand. */
export const renderHits = (hits: readonly Hit[], options: ReportOptions): string => {
  const { width, bold, dim } = createStyle(options)
  return hits
    .map(({ publication, publishedAt, publisher, title, key, input, excerpt }) => {
      const about = [shortId(publication), dayOf(publishedAt), cleanText(publisher ?? '')].filter(Boolean).join('  ')
      const pieces = excerpt
        .split(/[\u0001\u0002]/)
        .map((text, index): Piece => ({ text: cleanText(text), ...(index % 2 === 1 ? { paint: bold } : {}) }))
      return [
        dim(about),
        ...layOut([{ text: cleanText(title ?? key ?? input), paint: bold }], { width, first: '  ', rest: '  ' }),
        ...layOut(pieces, { width, first: '    ', rest: '    ', maxLines: 3 }),
      ].join('\n')
    })
    .join('\n\n')
}
