export interface PronounForm {
  readonly person: 1 | 2 | 3
  readonly number: 'singular' | 'plural'
  readonly gender: 'male' | 'female' | 'neuter' | null
}

const form = (person: 1 | 2 | 3, number: 'singular' | 'plural', gender: PronounForm['gender'] = null): PronounForm => ({
  person,
  number,
  gender,
})

/** Personal pronouns in every case, possessives included. Lower case. */
export const pronounForms: ReadonlyMap<string, PronounForm> = new Map([
  ...['i', 'me', 'my', 'mine', 'myself'].map(word => [word, form(1, 'singular')] as const),
  ...['we', 'us', 'our', 'ours', 'ourselves'].map(word => [word, form(1, 'plural')] as const),
  ...['you', 'your', 'yours', 'yourself'].map(word => [word, form(2, 'singular')] as const),
  ...['he', 'him', 'his', 'himself'].map(word => [word, form(3, 'singular', 'male')] as const),
  ...['she', 'her', 'hers', 'herself'].map(word => [word, form(3, 'singular', 'female')] as const),
  ...['it', 'its', 'itself'].map(word => [word, form(3, 'singular', 'neuter')] as const),
  ...['they', 'them', 'their', 'theirs', 'themselves'].map(word => [word, form(3, 'plural')] as const),
])
