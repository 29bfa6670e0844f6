/** Words that a newspaper's sections are named by: "News", "Courts & Inquests", "What's On". Lower case. */
export const sectionNames: ReadonlySet<string> = new Set(
  `about advertise africa agriculture americas analysis animals archaeology archive archives arts asia astronomy australia automotive autos aviation banking biology blog blogs books
  boxing breaking business calendar campaigns careers cars cartoons celebrity chemistry cinema city classifieds climate columnists columns comics commentary
  community companies consumer contact cookery cooking country courts cricket crime crossword crosswords culture cycling data deals death deaths defence defense design diplomacy
  documentaries economics economy editorial editorials education elections energy entertainment environment europe events exclusive explainer explainers exclusives
  family farming fashion features film films finance fitness food football games gaming gardening gardens golf health healthcare history hockey home homes horoscope horoscopes
  horse housing immigration industry innovation inquests insight international internet interview interviews investigation investigations jobs justice languages latest law league letters life lifestyle live local
  longform magazine markets media medicine military money motoring motors movies multimedia music nation national nature neuroscience news newsletter newsletters notices obituaries
  obituary olympics opinion opinions outdoors papers parenting people perspective perspectives philosophy photography physics podcast podcasts poetry police politics press profile profiles programmes programs property
  psychology puzzles quizzes racing radio recipes regional regions religion report reporter restaurants retail review reviews royals rss rugby rural schedule science search security shopping shows soccer
  society space special sport sports stage style subscribe technology tech television tennis theatre theater traffic transport travel trending tv uk us
  video videos weather weekend what’s what's wine women world worldview wildlife spotlight briefing affairs issue today explained breaking big read long`
    .split(/\s+/)
    .filter(Boolean),
)
