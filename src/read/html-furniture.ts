import { areNamesOf, type Names, readNames } from './html-names.ts'
import { attributeOf, type Element } from './html-tree.ts'

const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg math button select option input textarea iframe object embed canvas audio video head map amp-ad'.split(
    ' ',
  ),
)
const SIDELINES: ReadonlySet<string> = new Set('nav form dialog menu footer aside label fieldset'.split(' '))
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|button|alert|tooltip|form|note)$/i
const NAMING = ['class', 'id', 'data-testid', 'data-component']
const LONGEST = 400
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

const joinNames = (element: Element): string => {
  if (element.attributes.length === 0) return ''
  let names: string | null = null
  for (const name of NAMING) {
    const value = attributeOf(element, name)?.slice(0, LONGEST)
    if (value !== undefined) names = names === null ? value : `${names} ${value}`
  }
  return names ?? ''
}
const askNames = (element: Element): Names => (element.names ??= readNames(joinNames(element)))

/** The words of an element's class name and id, apart. */
export const namesOf = (element: Element): string => askNames(element).words

/** Whether an element is no text of the page by its tag alone. */
export const isMute = (element: Element): boolean => SKIPPED.has(element.name)

/** Whether an element embeds a post from elsewhere: its words are a source's, whatever else its names say. */
export const isEmbed = (element: Element): boolean => areNamesOf('embed', askNames(element))

/** Whether an element's names say that it tells of a picture. */
export const isCaptioned = (element: Element): boolean => areNamesOf('caption', askNames(element))

export const isHidden = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== null ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  HIDDEN.test(attributeOf(element, 'style') ?? '')

const SIDES: ReadonlySet<string> = new Set(['aside', 'footer', 'nav'])
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])

/** Whether an element is about other articles than the page's own: what it says of authors and times is theirs. */
export const isSide = (element: Element): boolean =>
  SIDES.has(element.name) || (!WHOLE.has(element.name) && areNamesOf('side', askNames(element)))

/** Whether an element's names say that it holds a byline. */
export const isByline = (element: Element): boolean => areNamesOf('byline', askNames(element))

/** Whether an element's tag, role or names say that it is furniture of the page: share bars, newsletters, related links, captions, comments. */
export const isFurniture = (element: Element): boolean => {
  if (SIDELINES.has(element.name)) return true
  const role = attributeOf(element, 'role')
  if (role && ROLES.test(role)) return true
  return areNamesOf('furniture', askNames(element))
}
