import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A line of a JSON Lines file. */
export interface Article {
  readonly id: string
  readonly url: string
  readonly publisher: string
  readonly publishedAt: string
  readonly title: string
  readonly text: string
}

const places = ['Selwarrow', 'Dunnaway', 'Tarnmoor', 'Ellery', 'Osterplatz', 'Brackwell', 'Hollin Bay', 'Vesper Quay']
const people = ['Ingrid Vasmer', 'Jonas Pell', 'Mara Voss', 'Ruth Okell', 'Tobias Renn', 'Alma Stroud', 'Piet Lund']
const works = ['tunnel', 'ferry', 'bridge', 'tram depot', 'reservoir', 'hospital wing', 'covered market', 'observatory']
const faults = ['water behind its lining', 'a crack in the deck', 'rust in the cables', 'mould under the floor', 'a fault in the pumps']

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]

const paragraphs = (n: number): string[] => {
  const [place, person, work, fault] = [pick(places, n), pick(people, n * 3), pick(works, n * 5 + (n >> 3)), pick(faults, n * 7)]
  return [
    `The ${work} at ${place} will stay closed for ${n + 2} weeks after engineers found ${fault}, ${person}, the head of works, said on Tuesday.`,
    `“We will not let anybody near the ${work} before ${fault} has been dealt with and case ${n + 400} is settled,” ${person} told reporters at ${place}.`,
    `A clerk of the council, who asked not to be named because the ${work} is still under inquiry, said the repair would cost ${n + 3} million crowns.`,
    `Residents of ${place} denied that the ${work} had been neglected for ${n + 5} years, as a report by the ${pick(places, n + 3)} inspectors says.`,
  ]
}

/** An agency's report, a copy with its credit, a report of its own with the agency's quotation: in turn, for as many as wanted. */
export const writeArticles = (count: number): Article[] =>
  Array.from({ length: count }, (_, index) => {
    const story = Math.floor(index / 3)
    const place = pick(places, story)
    const body = paragraphs(story)
    const forms = [
      { publisher: 'Kestrel Wire', hour: 8, text: [`${place.toUpperCase()}, March 4 (Kestrel Wire) - ${body[0]}`, ...body.slice(1)] },
      { publisher: `${place} Gazette`, hour: 11, text: [...body, 'Kestrel Wire'] },
      { publisher: 'Lakeside Courier', hour: 15, text: [`People in ${place} have waited long for news of number ${story}.`, body[1]] },
    ]
    const { publisher, hour, text } = forms[index % 3]
    return {
      id: `n${index + 1}`,
      url: `https://${publisher.toLowerCase().replaceAll(' ', '')}.example/${story}`,
      publisher,
      publishedAt: `2025-03-04T${String(hour).padStart(2, '0')}:00:00Z`,
      title: `${place} waits, part ${story + 1}`,
      text: text.join('\n\n'),
    }
  })

export const toLines = (articles: readonly object[]): string => articles.map(article => `${JSON.stringify(article)}\n`).join('')

/** A folder that is gone when the tests of a file are done; gives paths in it. */
export const openFolder = (): { readonly path: (name: string) => string; readonly write: (name: string, content: string) => string } => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-corpus-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}
