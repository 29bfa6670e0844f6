/** What the class name and the id of an element say; `answers` are filled in when first asked for. */
export interface Names {
  /** `articleBody_3x RelatedLinks` → "article-Body_3x Related-Links". */
  readonly words: string
  readonly answers: { [Q in Question]: boolean | null }
}
type Question = 'furniture' | 'embed' | 'caption' | 'side' | 'byline'

const START = 120
const MOST = 4000
/** Each a whole word of the names: "article__related-links", "js-newsletter-signup". */
const FURNITURE = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'related\\w*|recirc\\w*|recommend\\w*|read-?more|more-?(?:stories|from|news|on|articles|posts)|most-?(?:read|popular|viewed)|popular|trending|also-?(?:read|like)|up-?next|next-?(?:article|post|up)|prev(?:ious)?-?(?:article|post)|further-?reading|see-?also|teasers?|suggested|latest',
    'newsletters?\\w*|sign-?up|subscribe(?!rs?-?(?:preview|only|content))(?:-?\\w+)?|subscription-?(?:box|offer|form|promo|link)s?|premium-?box|piano|registration|donat\\w+|membership|support-?us|cta|call-?to-?action|marketing|inline-?promo|promo\\w*',
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
const EMBEDDED =
  /(?:^|[\s_-])(?:twitter-tweet|tweet|instagram-media|bluesky-embed|bsky|tiktok-embed|fb-post|mastodon-embed|truthsocial-embed|text-post-media|embedded-post|(?:social(?:-media)?|twitter|tweet|instagram|facebook|bluesky|tiktok|threads|post)-?embed\w*|embed\w*-?(?:social|twitter|tweet|instagram|facebook|bluesky|tiktok|threads))(?=$|[\s_-])/i
const SIDE =
  /(?:^|[\s_-])(?:related\w*|recirc\w*|recommend\w*|comments?|teasers?|cards?|trending|popular|sidebar|promo\w*|latest-?(?:news|stories|posts|articles)|more-?\w*|footer|nav|carousel|widget|rail|feed|river)(?=$|[\s_-])/i
const BYLINE =
  /(?:^|[\s_])(?:[\w-]*by-?line[\w-]*|(?:[a-z]+-)*authors?(?:-?(?:names?|link|list|title|text))?|(?:entry|post|article|story|node|content)-?(?:authors?|by)|contrib(?:utor)?s?(?:-?names?)?|writers?|reporters?|submitted|creditline)(?=$|[\s_-])/i
const NOT_BYLINE =
  /bio|avatar|image|photo|social|twitter|follow|email|title|role|position|job|date|time|about|desc|more|icon|thumb|share|wp-block-post-author__content|count/i

const known = new Map<string, Names>()

/** What names say that many elements of a page, and of its site's other pages, have. */
export const readNames = (names: string): Names => {
  let read = known.get(names)
  if (read === undefined) {
    if (known.size >= MOST) known.clear()
    const words = /[A-Z]|[^\0-\x7f]/.test(names) ? names.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2') : names
    const answer = words === '' ? false : null
    read = { words, answers: { furniture: answer, embed: answer, caption: answer, side: answer, byline: answer } }
    known.set(names, read)
  }
  return read
}

const TESTS: { readonly [Q in Question]: (words: string) => boolean } = {
  furniture: words => FURNITURE.test(words) && !EMBEDDED.test(words),
  embed: words => EMBEDDED.test(words),
  caption: words => CAPTION.test(words),
  side: words => SIDE.test(words.slice(0, START)),
  byline: words => BYLINE.test(words.slice(0, START)) && !NOT_BYLINE.test(words.slice(0, START)),
}

/** Whether names say that an element is furniture of the page, an embedded post, a caption, about other articles, a byline. */
export const areNamesOf = (question: Question, names: Names): boolean => (names.answers[question] ??= TESTS[question](names.words))
