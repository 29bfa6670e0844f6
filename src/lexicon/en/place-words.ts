/** Words that, written with a capital, end or open the name of a place: "Orrin County", "Lake Vesna", "North Sallow". Lower case. */
export const placeWords: ReadonlySet<string> = new Set(
  (
    'county street road avenue boulevard lane square bridge river lake mount mountain mountains hill hills valley bay gulf sea ocean strait channel coast island islands isle ' +
    'peninsula cape beach forest desert district province region state territory oblast prefecture borough parish city town village harbour harbor port fort airport park ' +
    'heights springs falls creek plaza terrace quay north south east west northern southern eastern western central upper lower greater new old saint st san santa'
  ).split(' '),
)
