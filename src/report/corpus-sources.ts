import type { SourceUse, Story } from '../model/claim.ts'
import { dayOf } from './corpus-list.ts'
import { layOut } from './layout.ts'
import { createStyle, identities, type ReportOptions } from './style.ts'
import { layOutTable } from './table.ts'

/** Who is quoted where and how much, as a table for people. */
export const renderSources = (uses: readonly SourceUse[], options: ReportOptions): string => {
  const { width, bold } = createStyle(options)
  const columns = [
    { title: 'Source', gives: 2 },
    { title: 'Kind' },
    { title: 'Quoted in', gives: 1 },
    { title: 'Claims', align: 'right' as const },
    { title: 'Words', align: 'right' as const },
    { title: 'Own*', align: 'right' as const },
  ]
  const rows = uses.map(({ name, kind, identity, publisher, attributions, words, withoutCopies }) => {
    const { sign, word } = identities[identity]
    return [`${sign} ${name || word}`, kind, publisher ?? '', String(attributions), String(words), String(withoutCopies.attributions)]
  })
  const [head, ...body] = layOutTable(columns, rows, width)
  const signs = Object.values(identities).map(({ sign, word }) => `${sign} ${word}`)
  const legend = `${signs.join(', ')}. * claims that are not copied from another publication here`
  return [bold(head), ...body, '', ...layOut([{ text: legend }], { width, first: '', rest: '' })].join('\n')
}

/** Stories as a table for people: how many publications and outlets each has, from when to when. */
export const renderStories = (stories: readonly Story[], options: ReportOptions): string => {
  const { width, bold } = createStyle(options)
  const columns = [
    { title: 'Id' },
    { title: 'Articles', align: 'right' as const },
    { title: 'Outlets', align: 'right' as const },
    { title: 'From' },
    { title: 'To' },
    { title: 'Title', gives: 1 },
  ]
  const rows = stories.map(({ id, title, members }) => {
    const days = members.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [dayOf(publishedAt)])).sort()
    const outlets = new Set(members.flatMap(({ publisher }) => publisher ?? []))
    return [id.slice(0, 8), String(members.length), String(outlets.size), days[0] ?? '', days.at(-1) ?? '', title]
  })
  const [head, ...body] = layOutTable(columns, rows, width)
  return [bold(head), ...body].join('\n')
}
