export type Gender = 'male' | 'female'

/** Titles that stand right before a person's name. Lower case, without stop. */
export const honorifics: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness baron count countess duke duchess prince princess king queen emperor empress pope sheikh sheik
  judge justice magistrate gen general lt lieutenant col colonel maj major capt captain cmdr commander sgt sergeant cpl corporal pvt private admiral adm brigadier brig marshal
  constable detective det insp inspector superintendent supt sheriff chief officer agent
  president premier chancellor minister secretary senator sen rep representative congressman congresswoman governor gov mayor councillor councilman councilwoman cllr mp mep
  ambassador amb envoy consul speaker commissioner
  father fr sister brother rev reverend bishop archbishop cardinal rabbi imam ayatollah mullah monsignor pastor canon mother dean
  hon honourable vice deputy acting former ex prime attorney undersecretary chair chairman chairwoman coach nurse aunt uncle don doña señor madame monsieur herr frau`.split(
    /\s+/,
  ),
)

/** Titles of courtesy and learning only: not worth keeping as what somebody is. */
export const courtesyTitles: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'sir',
  'dame',
  'lord',
  'lady',
  'rev',
  'hon',
  'doctor',
  'señor',
  'madame',
  'monsieur',
  'herr',
  'frau',
  'don',
])

export const genderOfTitle: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...[
    'mr',
    'sir',
    'lord',
    'baron',
    'count',
    'duke',
    'prince',
    'king',
    'emperor',
    'pope',
    'sheikh',
    'father',
    'fr',
    'brother',
    'congressman',
    'councilman',
    'chairman',
    'monsignor',
    'ayatollah',
    'mullah',
    'uncle',
    'señor',
    'monsieur',
    'herr',
    'don',
  ].map(word => [word, 'male'] as const),
  ...[
    'mrs',
    'ms',
    'miss',
    'dame',
    'lady',
    'baroness',
    'countess',
    'duchess',
    'princess',
    'queen',
    'empress',
    'sister',
    'congresswoman',
    'councilwoman',
    'chairwoman',
    'aunt',
    'madame',
    'frau',
    'doña',
    'mother',
  ].map(word => [word, 'female'] as const),
])

/** Short titles and the role nouns they stand for: "Gen. Paulo Estrin", later "the general". */
export const longTitles: ReadonlyMap<string, string> = new Map([
  ['gen', 'general'],
  ['lt', 'lieutenant'],
  ['col', 'colonel'],
  ['maj', 'major'],
  ['capt', 'captain'],
  ['cmdr', 'commander'],
  ['sgt', 'sergeant'],
  ['adm', 'admiral'],
  ['brig', 'brigadier'],
  ['det', 'detective'],
  ['insp', 'inspector'],
  ['supt', 'superintendent'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['cllr', 'councillor'],
  ['amb', 'ambassador'],
  ['prof', 'professor'],
  ['dr', 'doctor'],
  ['fr', 'priest'],
  ['rev', 'vicar'],
  ['pm', 'premier'],
])
