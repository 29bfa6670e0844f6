import type { Evidence } from '../model/document.ts'
import type { Fields } from './html-fields.ts'
import { isSameOutlet } from './names.ts'

const TITLE_METAS = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'citation_title', 'title']
const SEPARATOR = /\s+(?:[|»•·—–-]|::)\s+|\s*\|\s*/

const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A page's title without its site's name: "Ferry sold | Harbour Gazette" → "Ferry sold". */
const cutSite = (title: string, sites: readonly string[]): string => {
  let rest = title
  for (let cuts = 0; cuts < 3; cuts++) {
    const parts = rest.split(SEPARATOR)
    if (parts.length < 2) break
    const last = parts[parts.length - 1]
    const named = sites.some(site => isSameOutlet(last, site) || (letters(last).length > 2 && letters(site).includes(letters(last))))
    const bar = /[|»]\s*$/.test(rest.slice(0, rest.lastIndexOf(last)))
    if (!named && !(bar && last.split(' ').length <= 5)) break
    rest = rest.slice(0, rest.lastIndexOf(last)).replace(/\s*(?:[|»•·—–-]|::)\s*$/, '')
  }
  return rest
}

/** Chooses a page's headline: the one shown, where something declared bears it out; then what is declared, without the site's name. */
export const chooseTitle = (
  fields: Fields,
  publisher: string | null,
): { title: string | null; shown: string | null; evidence: readonly Evidence[] } => {
  const { linked, metas, headings, pageTitle, properties } = fields
  const sites = [publisher, ...(metas.get('og:site_name') ?? []), ...(metas.get('application-name') ?? [])].filter(site => site !== null)
  const declared = [
    { value: linked?.headline ?? null, from: 'json-ld' },
    { value: properties.get('headline')?.[0] ?? null, from: 'microdata' },
    ...TITLE_METAS.map(name => ({ value: metas.get(name)?.[0] ?? null, from: `meta ${name}` })),
    { value: pageTitle || null, from: 'title element' },
  ].flatMap(({ value, from }) => (value && value.length < 400 ? [{ value: cutSite(value, sites), from }] : []))
  const isBorneOut = (heading: string): boolean => {
    const own = letters(heading)
    return (
      own.length > 5 &&
      declared.some(({ value }) => letters(value).includes(own) || (letters(value).length > 12 && own.includes(letters(value))))
    )
  }
  const stemsOf = (words: string) => new Set(words.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
  // "Ferry sold to rival for a song" shown, "Ferry sold to rival line" declared: two headlines of one article.
  const isAlike = (heading: string): boolean => {
    const own = stemsOf(heading)
    return own.size >= 4 && declared.some(({ value }) => [...stemsOf(value)].filter(stem => own.has(stem)).length >= own.size / 2)
  }
  const isSite = (heading: string) => sites.some(site => isSameOutlet(heading, site))
  const shown =
    headings.find(heading => heading.length > 8 && isBorneOut(heading)) ??
    headings.find(heading => heading.length < 300 && isAlike(heading)) ??
    (headings.length === 1 && headings[0].split(' ').length > 3 && headings[0].length < 200 && !isSite(headings[0]) ? headings[0] : null)
  // College Sports | Five who may be underrated   (and "Five who may be underrated" declared)
  const last = shown?.split(/\s*\|\s*/).at(-1) ?? ''
  const bare = last.length > 12 && declared.some(({ value }) => letters(value) === letters(last)) ? last : null
  const best = shown
    ? { value: bare ?? shown, from: 'headline element' }
    : (declared.find(({ value }) => value.length > 0 && !isSite(value)) ?? null)
  if (!best) return { title: null, shown, evidence: [] }
  const evidence: Evidence[] = [{ field: 'title', span: null, from: best.from }]
  const seen = new Set([letters(best.value)])
  for (const { value, from } of declared) {
    if (value === '' || seen.has(letters(value)) || evidence.length > 4) continue
    seen.add(letters(value))
    evidence.push({ field: 'title', span: null, from: `${from}, lost: ${value}` })
  }
  return { title: best.value, shown, evidence }
}
