import { expect, test } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import type { Reuse } from '../../src/model/reuse.ts'
import type { Cell } from '../../src/model/tally.ts'
import { addUp, chooseCells, fillMonths, writeCsv } from '../../web/src/corpus/cells.ts'
import { cutExcerpt } from '../../web/src/corpus/excerpt.ts'
import { type Branch, drawClaim, growBranches, wrapLabel } from '../../web/src/story/graph.ts'
import { layOutLanes, listPassages } from '../../web/src/story/lanes.ts'
import { layOutSides } from '../../web/src/story/sides.ts'
import { tellOrigins } from '../../web/src/story/tell.ts'
import { foldTimes, placeTime, tellGap } from '../../web/src/story/timeline.ts'

const cell = (month: string | null, publisher: string, copies: boolean, named: number): Cell => ({
  month,
  publisher,
  copies,
  publications: 1,
  republished: 0,
  claims: { named: 1, unnamed: 0, anonymous: 0, unspecified: 0 },
  words: { named, unnamed: 0, anonymous: 2, unspecified: 0 },
  kinds: { person: 1, group: 0, organization: 0, outlet: 0, document: 0, unknown: 0 },
})
const cells = [
  cell('2025-11', 'Echo', false, 10),
  cell('2026-02', 'Echo', true, 20),
  cell('2026-02', 'Courier', false, 30),
  cell(null, 'Courier', false, 5),
]
const all = { measure: 'words', copies: true, publisher: null, from: null, to: null } as const

test('figures are added up by month, with months in which nothing came out', () => {
  const bars = fillMonths(addUp(chooseCells(cells, all), one => one.month, 'words'))
  expect(bars.map(({ label, total }) => [label, total])).toEqual([
    ['2025-11', 12],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 54],
  ])
})

test('figures leave out copies, other outlets and other times where that is asked', () => {
  expect(chooseCells(cells, { ...all, copies: false })).toHaveLength(3)
  expect(chooseCells(cells, { ...all, publisher: 'Echo' })).toHaveLength(2)
  expect(chooseCells(cells, { ...all, from: '2026-01-15' })).toHaveLength(2)
})

test('CSV quotes what must be quoted and holds no formula', () => {
  expect(
    writeCsv([
      ['a "b", c', 1],
      ['=HYPERLINK("x")', -2],
    ]),
  ).toBe('"a ""b"", c",1\r\n"\'=HYPERLINK(""x"")",-2\r\n')
})

test('what a search found is marked, and no control character reaches the page', () => {
  expect(cutExcerpt('a \u0001dam\u0002 broke\u0007')).toEqual([
    { text: 'a ', found: false },
    { text: 'dam', found: true },
    { text: ' broke', found: false },
  ])
})

test('two copies stand side by side with what was added, cut and changed', () => {
  const a = 'The dam may reopen. It holds 9 cubic miles. The mayor is glad.'
  const b = 'The dam will reopen. It holds 9 cubic miles. Fishermen are not.'
  const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const passages = ['The dam', 'reopen. It holds 9 cubic miles'].map(words => ({ a: at(a, words), b: at(b, words) }))
  const rows = layOutSides(a, b, passages)
  expect(rows.map(row => [row.kind, row.a && a.slice(row.a.start, row.a.end), row.b && b.slice(row.b.start, row.b.end)])).toEqual([
    ['same', 'The dam ', 'The dam '],
    ['changed', 'may ', 'will '],
    ['same', 'reopen. It holds 9 cubic miles. ', 'reopen. It holds 9 cubic miles. '],
    ['changed', 'The mayor is glad.', 'Fishermen are not.'],
  ])
})

test('passages that cross do not make a text be read twice', () => {
  const rows = layOutSides('abcd', 'cdab', [
    { a: { start: 0, end: 2 }, b: { start: 2, end: 4 } },
    { a: { start: 2, end: 4 }, b: { start: 0, end: 2 } },
  ])
  expect(rows).toEqual([
    { kind: 'added', a: null, b: { start: 0, end: 2 } },
    { kind: 'same', a: { start: 0, end: 2 }, b: { start: 2, end: 4 } },
    { kind: 'cut', a: { start: 2, end: 4 }, b: null },
  ])
})

const ref = (publication: string, publisher: string, publishedAt: string | null) => ({ publication, key: null, publisher, publishedAt })

test('the outlet that published first has the lane on top', () => {
  const lanes = layOutLanes([
    ref('1', 'Echo', '2026-02-03'),
    ref('2', 'Courier', null),
    ref('3', 'Echo', '2026-02-01'),
    ref('4', 'Press', '2026-02-02'),
  ])
  expect(lanes.map(lane => [lane.outlet, lane.members.map(member => member.publication)])).toEqual([
    ['Echo', ['3', '1']],
    ['Press', ['4']],
    ['Courier', ['2']],
  ])
})

test('a line runs from whoever had the text first, solid where it is credited', () => {
  const pair: Reuse = {
    a: ref('1', 'Echo', null),
    b: ref('2', 'Courier', null),
    containment: 0.9,
    sharing: 'copy',
    passages: [],
    direction: 'a-from-b',
    reasons: [{ code: 'credits-other', message: 'Echo credits Courier', span: null, in: '1' }],
  }
  expect(listPassages([pair, { ...pair, sharing: 'quotation' }])).toMatchObject([{ from: '2', to: '1', credited: true, common: false }])
})

test('what stands where something quite different stood was cut and added, not changed', () => {
  const rows = layOutSides(
    'It rained. The mayor said that the town had warned the ministry in June.',
    'It rained. Source: Northlake News',
    [{ a: { start: 0, end: 10 }, b: { start: 0, end: 10 } }],
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'cut', 'added'])
})

const member = (publication: string) =>
  ({ publication, key: null, attribution: null, span: { start: 0, end: 1 }, stance: 'asserted', hedges: [] }) as const
const cites = (message: string, publication: string) => ({ code: 'cites', message, span: null, in: publication })
const refs = new Map(
  [ref('r', 'Radio', '2026-03-11'), ref('n', 'Agency', '2026-03-12'), ref('c', 'Courier', '2026-03-13')].map(one => [one.publication, one]),
)
const claimOf = (origin: Partial<Claim['origins']['list'][number]>, circular: string[][] = []): Claim => ({
  ...{ id: 'x', text: 'The ferry may go', members: [member('c'), member('n'), member('r')], variants: [], outlets: [], circular },
  origins: {
    least: 1,
    most: 1,
    list: [{ name: 'two officials', kind: 'group', identity: 'anonymous', members: [0, 1, 2], reasons: [], ...origin }],
  },
})
const tell = (branches: readonly Branch[]): string =>
  branches.map(({ node, branches: below }) => node.label + (below.length > 0 ? `(${tell(below)})` : '')).join(' ')

test('who cites or copied another hangs on that one in the graph, not on the origin', () => {
  const reasons = [cites('Agency cites Radio', 'n'), cites('Courier cites Radio', 'c')]
  const copy = { from: 'n', to: 'c', credited: true, common: false, reuse: {} as Reuse }
  expect(tell(growBranches(drawClaim(claimOf({ reasons }), refs, [copy])))).toBe('two officials(Radio(Agency(Courier)))')
  expect(tell(growBranches(drawClaim(claimOf({}), refs, [])))).toBe('two officials(Radio Agency Courier)')
})

test('outlets that cite each other in a ring are drawn as one, with no origin outside', () => {
  const reasons = [cites('Radio cites Agency', 'r'), cites('Agency cites Courier', 'n'), cites('Courier cites Radio', 'c')]
  const graph = drawClaim(claimOf({ name: 'Radio', kind: 'outlet', identity: 'named', reasons }, [['r', 'n', 'c']]), refs, [])
  expect(graph.nodes.map(({ label }) => label)).toEqual(['Radio', 'Agency', 'Courier'])
  expect(tell(growBranches(graph))).toBe('Radio(Courier(Agency))')
})

test('a long label is put on two lines', () => {
  expect(wrapLabel('two officials familiar with the sale')).toEqual(['two officials familiar', 'with the sale'])
  expect(wrapLabel('Westholm Echo')).toEqual(['Westholm Echo'])
  expect(wrapLabel('x'.repeat(90)).map(({ length }) => length)).toEqual([26, 26])
})

test('a follow-up months later does not press the first days together', () => {
  const days = [0, 1, 2, 90].map(day => day * 86_400_000)
  const stretches = foldTimes(days, 0, 1000)
  const [first, , third, last] = days.map(time => placeTime(stretches, time))
  expect(stretches).toHaveLength(2)
  expect(third - first).toBeGreaterThan(600)
  expect([first, last > third, last <= 1000]).toEqual([0, true, true])
  expect(foldTimes([0, 10, 20, 30], 0, 1000)).toHaveLength(1)
  expect(foldTimes([0, 1000], 0, 1000)).toHaveLength(1)
  expect(foldTimes([], 0, 1000)).toEqual([])
  expect([tellGap(88 * 86_400_000), tellGap(5 * 86_400_000), tellGap(400 * 86_400_000)]).toEqual(['3 months', '5 days', '13 months'])
})

test('origins are told as a range where they are one', () => {
  expect([tellOrigins({ least: 1, most: 1 }), tellOrigins({ least: 2, most: 3 })]).toEqual([
    '1 independent origin',
    '2 to 3 independent origins',
  ])
})
