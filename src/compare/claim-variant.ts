import type { Variant } from '../model/claim.ts'
import type { Statement } from '../model/statement.ts'
import type { Likeness } from './claim-likeness.ts'

const quote = (words: readonly string[]): string => words.map(word => `“${word.trim()}”`).join(', ')

const messages: Readonly<Record<NonNullable<Likeness['differs']>, string>> = {
  number: 'another number',
  date: 'another date',
  place: 'another place',
  name: 'another name',
  negation: 'one denies what the other says',
  hedge: 'one leaves open what the other says outright',
  source: 'another source',
  tense: 'one says that it is to come, the other that it has been',
}

/** In what `other` differs from `statement`, in plain words; null where they do not. */
export const describeVariant = (
  statement: Statement,
  other: Statement,
  { differs, words }: Likeness,
  isFirst: boolean,
): Pick<Variant, 'differs' | 'reasons'> | null => {
  if (differs === null) return null
  const [mine, its] = isFirst ? words : [words[1], words[0]]
  const detail = mine.length > 0 && its.length > 0 ? `: ${quote(its)} instead of ${quote(mine)}` : ''
  const lost =
    differs !== 'hedge' ? '' : statement.particulars.hedged ? ': the doubt is gone in this variant' : ': the doubt is in this variant only'
  return {
    differs: differs === 'tense' ? 'date' : differs,
    reasons: [{ code: `${differs}-differs`, message: `${messages[differs]}${detail}${lost}`, span: other.span, in: other.publication }],
  }
}
