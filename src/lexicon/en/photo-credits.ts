/** Words that open a caption or a picture credit, in small letters; a colon follows. */
export const captionLabels: readonly string[] = [
  'caption',
  'chart',
  'credit',
  'cover image',
  'cover photo',
  'featured image',
  'featured photo',
  'file image',
  'file photo',
  'file picture',
  'graphic',
  'illustration',
  'image',
  'image caption',
  'image credit',
  'image source',
  'images',
  'main image',
  'map',
  'media caption',
  'photo',
  'photo by',
  'photo caption',
  'photo credit',
  'photo illustration',
  'photograph',
  'photograph by',
  'photographer',
  'photographs',
  'photos',
  'pic',
  'picture',
  'picture credit',
  'pictured',
  'pictures',
  'screenshot',
  'top photo',
  'video caption',
]

/** Names that stand behind a slash or bar in a picture credit, beside the news agencies. */
export const pictureAgencies: readonly string[] = [
  'Alamy',
  'Corbis',
  'EPA',
  'EPA-EFE',
  'European Pressphoto Agency',
  'Flickr',
  'Getty',
  'Getty Images',
  'Handout',
  'iStock',
  'Library of Congress',
  'Magnum',
  'NurPhoto',
  'Pixabay',
  'Pool',
  'Redux',
  'Rex',
  'REX/Shutterstock',
  'Screengrab',
  'Shutterstock',
  'SIPA',
  'Sipa USA',
  'Unsplash',
  'Wikimedia',
  'Wikimedia Commons',
  'ZUMA',
  'Zuma Press',
]

/** What a caption says of where somebody stands in the picture, as sources of regular expressions. */
export const captionPositions: readonly string[] = [
  '(?:far |second |third |fourth |top |bottom )?(?:from )?(?:the )?(?:left|right)',
  'cent(?:er|re)',
  'pictured(?: [^()]{1,30})?',
  'inset',
  'in (?:white|black|red|blue|green|hat|glasses|foreground|background)',
  'background',
  'foreground',
  '[LRC]',
]

/** Verbs of what people are seen to do in pictures, in the present tense that captions are written in. */
export const posingVerbs: readonly string[] =
  `addresses arrive arrives attend attends board boards carries carry celebrate celebrates cheer cheers chat chats clean cleans clear clears climb climbs cross crosses embrace embraces
  fish gather gathers gesture gestures greet greets hold holds hug hugs inspect inspects kneel kneels lay lays lean leans leave leaves lie line lines listen listens look looks march marches mourn
  mourns paint paints pass passes patrol patrols play plays pose poses prepare prepares protest protests queue queues rally rallies rest rests rides ride row rows sail sails salute salutes
  search searches shake shakes sit sits sleep sleeps smile smiles speak speaks stand stands stare stares sweep sweeps swim swims talk talks tour tours visit visits wade wades wait waits
  walk walks watch watches wave waves wear wears weep weeps work works`
    .split(/\s+/)
    .filter(Boolean)
