import { expect, test } from 'vitest'
import { read } from './marked.ts'

// 11 March 2026 is a Wednesday.
test.each<[string, string, string | null, string | null]>([
  ['on a weekday after the cue', '[S The minister] [C said] on Tuesday [K that the dam was full].', 'on Tuesday', '2026-03-10'],
  ['bare weekday', '[K The dam was full], [S media reports] [C said] Tuesday.', 'Tuesday', '2026-03-10'],
  ['the same weekday is today', '[S The minister] [C said] on Wednesday [K the dam was full].', 'on Wednesday', '2026-03-11'],
  ['a weekday later in the week is of last week', '[S The minister] [C said] on Friday [K the dam was full].', 'on Friday', '2026-03-06'],
  [
    'at the head of the sentence',
    'Earlier on Tuesday, [S local sources] [C revealed] [K that two commanders had met].',
    'Earlier on Tuesday',
    '2026-03-10',
  ],
  [
    'while speaking somewhere',
    'Speaking at a meeting in Little Orrin on Saturday, [S Dame Winifred Okell] [C said]: [K “I hadn’t.”]',
    'on Saturday',
    '2026-03-07',
  ],
  ['between source and cue', '[S The minister] on Monday [C denied] [K the report].', 'on Monday', '2026-03-09'],
  ['after an addressee', '[S Strand] [C told] a colleague in 2021 [K the inspectors were cheap].', 'in 2021', '2021'],
  ['in a month', '[S His officers] [C warned] him in January [K the bridge could not be held].', 'in January', '2026-01'],
  ['in a month not yet come', '[S His officers] [C warned] him in June [K the bridge could not be held].', 'in June', '2025-06'],
  ['since', 'Since Sunday [S they] [C have been telling] families [K to leave].', 'Since Sunday', '2026-03-08/2026-03-11'],
  ['yesterday', '[S The mayor] [C said] yesterday [K that it would reopen].', 'yesterday', '2026-03-10'],
  ['last month', 'Last month [S the mayor] [C promised] [K a new bridge].', 'Last month', '2026-02'],
  ['last week', '[S The mayor] [C said] last week [K that it would reopen].', 'last week', '2026-03-02/2026-03-08'],
  ['two weeks ago', '[S The mayor] [C said] two weeks ago [K that it would reopen].', 'two weeks ago', '2026-02-25'],
  [
    'over the last two days',
    'Over the last two days, [S residents] [C have told] reporters [K that the water is brown].',
    'Over the last two days',
    '2026-03-09/2026-03-11',
  ],
  ['a full date', 'On 19 April 2024, [S the board] [C announced] [K a merger].', 'On 19 April 2024', '2024-04-19'],
  ['a date without a year', '[S The board] [C announced] on April 19 [K a merger].', 'on April 19', '2025-04-19'],
  ['an American date', '[S The board] [C said] Feb. 3 [K that it would merge].', 'Feb. 3', '2026-02-03'],
  ['in a statement', '[S The board] [C said in a statement] on Monday [K that it would merge].', 'on Monday', '2026-03-09'],
  ['at dawn', 'At dawn [S the army] [C said] [K the bridge had fallen].', 'At dawn', '2026-03-11'],
  ['a report released then', '[S A report released on Monday] [C says] [K rivers are warmer].', 'on Monday', '2026-03-09'],
  [
    'asked whether',
    'Asked on Saturday whether she expected an answer, [S the general] [C told] reporters: [K “I expect a reply.”]',
    'on Saturday',
    '2026-03-07',
  ],
  ['at a meeting of that day', '[S Cllr Tate] [C told] Tuesday’s meeting [K that the bandstand would stay].', 'Tuesday', '2026-03-10'],
  ['within what was taken for the content', '[S The trust] [C said] [K last night it had made no promise].', 'last night', '2026-03-10'],
  ['a day that is the subject', '[S The trust] [C said] [K Monday was a bad day].', null, null],
  ['the event, not the saying', '[S The minister] [C said] [K the dam would open on Tuesday].', null, null],
  ['an event before the speech', '[S The mayor] [C said] after the vote on Monday [K that it was over].', null, null],
  ['another verb’s date', 'The board met on Monday, and [S the chairman] [C said] [K it would cut the dividend].', null, null],
  ['a relative clause’s date', '[S Jon Rask], who was arrested on Monday, [C said] [K he was innocent].', null, null],
  ['a possessive', '[S The mayor] [C praised] Monday’s march, [K calling it peaceful].', null, null],
  ['no date at all', '[S The mayor] [C said] [K it was over].', null, null],
])('%s', (_, marked, words, value) => {
  const said = read(marked).saidAt(1)
  expect(said && { words: said.words, value: said.value }).toEqual(words === null ? null : { words, value })
})

test('without a date of the text only full dates have a value', () => {
  expect(read('[S The mayor] [C said] on Tuesday [K it was over].', { date: null }).saidAt(1)).toBeNull()
  expect(read('On 19 April 2024 [S the mayor] [C said] [K it was over].', { date: null }).saidAt(1)?.value).toBe('2024-04-19')
})

test('a republished text is reckoned from its original', () => {
  expect(read('[S The mayor] [C said] on Tuesday [K it was over].', { date: '2026-03-20', original: '2026-03-11' }).saidAt(1)?.value).toBe(
    '2026-03-10',
  )
})

test('precision tells how much is known', () => {
  expect(read('[S The mayor] [C said] in 2014 [K it was over].').saidAt(1)?.precision).toBe('year')
  expect(read('[S The mayor] [C said] in January [K it was over].').saidAt(1)?.precision).toBe('month')
  expect(read('[S The mayor] [C said] last week [K it was over].').saidAt(1)?.precision).toBe('interval')
})
