import { attributeOf, type Element } from './html-tree.ts'

const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg math button select option input textarea iframe object embed canvas audio video head map amp-ad'.split(
    ' ',
  ),
)
const SIDELINES: ReadonlySet<string> = new Set('nav form dialog menu footer aside label fieldset'.split(' '))
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|button|alert|tooltip|form|note)$/i
/** Words of class names and ids, each a whole word of it: "article__related-links", "js-newsletter-signup". */
const FURNITURE = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'related\\w*|recirc\\w*|recommend\\w*|read-?more|more-?(?:stories|from|news|on|articles|posts)|most-?(?:read|popular|viewed)|popular|trending|also-?(?:read|like)|up-?next|next-?(?:article|post|up)|prev(?:ious)?-?(?:article|post)|further-?reading|see-?also|teasers?|suggested|latest',
    'newsletters?\\w*|sign-?up|subscribe(?:-?\\w+)?|subscription-?(?:box|offer|form|promo|link)s?|premium-?box|piano|registration|donat\\w+|membership|support-?us|cta|call-?to-?action|marketing|inline-?promo|promo\\w*',
    'share|sharing|share-?\\w*|sharedaddy|addtoany|addthis|social|social-?(?:share|media|links|icons|bar|tools|follow|buttons|menu|list)|follow-?us|tool-?bar|article-?tools|jp-relatedposts|sharebar',
    'comments?|comment-?\\w+|disqus\\w*|respond|discussion|livefyre|viafoura|coral|openweb|spot-?im|reactions',
    'ads?|ad-?\\w+|advert\\w*|sponsor\\w*|dfp|gpt|taboola|outbrain|zergnet|nativo|commercial|affiliate-?\\w*|shopping-?\\w*|buy-?box|product-?(?:card|box|widget)',
    'cookies?-?\\w*|consent|gdpr|onetrust|banner|popup|pop-?up|modal|overlay|lightbox|interstitial|tooltip|popover|hover-?card|toast|notification',
    'nav|navbar|navigation|breadcrumbs?|menu|pagination|pager|page-?links|sitemap|skip-?\\w*|site-?(?:header|footer)|masthead|global-?(?:header|footer)|footer|side-?bar|sidebar-?\\w*|rail|right-?(?:rail|col|column)',
    'toc|table-?of-?contents|jump-?(?:links|to)|in-?this-?(?:article|story)|ez-toc-\\w+|on-?this-?page|anchor-?links',
    'pull-?quotes?\\w*|pullout|gallery-?\\w*|slideshow|carousel|image-?meta',
    'by-?line\\w*|author-?(?:bio|box|info|card|details|meta|block|profile|name|byline|social|image|description|links)|about-?(?:the-?)?author|contributor-?\\w+|post-?(?:meta|info|author|tags|footer|date|nav\\w*)|entry-?(?:meta|footer|tags)|article-?(?:meta|info|footer|tags|date|topics|byline|author)|dateline|timestamp|pub-?date|publish-?date|published|updated|kicker|eyebrow|bio|writer-?\\w+',
    'tags?|tag-?(?:list|cloud|links)|topics?|topic-?(?:list|links|tags)|keywords?|categories|category-?(?:list|links)',
    'print-?only|screen-?reader-?\\w*|sr-only|visually-?hidden|visuallyhidden|assistive|hidden|hide|no-?print|noprint|u-hidden|is-hidden|d-none',
    'audio-?\\w*|listen|player|video-?(?:player|container|wrapper|caption|title|info|desc\\w*|meta)|podcast-?\\w*|rating|ratings|vote|poll|quiz|survey|feedback|correction-?form|report-?(?:error|typo)|app-?(?:promo|download)|download-?app|copyright|disclaimer|trust-?\\w*|ticker|weather|stock-?\\w*|widget\\w*|loading|loader|placeholder|flag|licen[cs]e|republish\\w*|user-?(?:menu|profile)|login|log-?in|search\\w*',
  ].join('|')})(?=$|[\\s_-])`,
  'i',
)
const CAPTION =
  /(?:^|[\s_-])(?:(?:fig|lede-?|hero-?|image-?|photo-?|media-?|wp-)?captions?(?:-?text|-?\w+)?|(?:image|photo|media|picture)-?credits?|credits?)(?=$|[\s_-])/i
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i
const EMBEDDED =
  /(?:^|[\s_-])(?:twitter-tweet|tweet|instagram-media|bluesky-embed|bsky|tiktok-embed|fb-post|mastodon-embed|truthsocial-embed|text-post-media|embedded-post|(?:social(?:-media)?|twitter|tweet|instagram|facebook|bluesky|tiktok|threads|post)-?embed\w*|embed\w*-?(?:social|twitter|tweet|instagram|facebook|bluesky|tiktok|threads))(?=$|[\s_-])/i

const known = new WeakMap<Element, string>()

/** A class name's and id's words apart: `articleBody_3x RelatedLinks` → "article-Body_3x Related-Links". */
export const namesOf = (element: Element): string => {
  if (element.attributes.size === 0) return ''
  let names = known.get(element)
  if (names === undefined) {
    names = ['class', 'id', 'data-testid', 'data-component']
      .flatMap(name => attributeOf(element, name)?.slice(0, 400) ?? [])
      .join(' ')
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    known.set(element, names)
  }
  return names
}

/** Whether an element is no text of the page by its tag alone. */
export const isMute = (element: Element): boolean => SKIPPED.has(element.name)

/** Whether an element embeds a post from elsewhere: its words are a source's, whatever else its names say. */
export const isEmbed = (element: Element): boolean => EMBEDDED.test(namesOf(element))

/** Whether an element's names say that it tells of a picture. */
export const isCaptioned = (element: Element): boolean => CAPTION.test(namesOf(element))

export const isHidden = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== null ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  HIDDEN.test(attributeOf(element, 'style') ?? '')

const SIDES: ReadonlySet<string> = new Set(['aside', 'footer', 'nav'])
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])
const SIDE =
  /(?:^|[\s_-])(?:related\w*|recirc\w*|recommend\w*|comments?|teasers?|cards?|trending|popular|sidebar|promo\w*|latest-?(?:news|stories|posts|articles)|more-?\w*|footer|nav|carousel|widget|rail|feed|river)(?=$|[\s_-])/i

/** Whether an element is about other articles than the page's own: what it says of authors and times is theirs. */
export const isSide = (element: Element): boolean =>
  SIDES.has(element.name) || (!WHOLE.has(element.name) && SIDE.test(namesOf(element).slice(0, 120)))

/** Whether an element's tag, role or names say that it is furniture of the page: share bars, newsletters, related links, captions, comments. */
export const isFurniture = (element: Element): boolean => {
  if (SIDELINES.has(element.name)) return true
  const role = attributeOf(element, 'role')
  if (role && ROLES.test(role)) return true
  const names = namesOf(element)
  return names !== '' && FURNITURE.test(names) && !isEmbed(element)
}
