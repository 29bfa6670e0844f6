import { expect, test } from 'vitest'
import { groupClaims } from '../../src/compare/claim.ts'
import { findReuse } from '../../src/compare/reuse.ts'
import { readStatements } from '../../src/compare/statement.ts'
import type { Publication } from '../../src/model/publication.ts'
import { countOrigins, type Register } from '../../src/origins/index.ts'
import { publish } from '../compare/published.ts'

const page = (publisher: string, text: string, day = 1): Publication =>
  publish(text, { publisher, publishedAt: `2026-03-0${day}T08:00:00Z` })

/** The origins of the claim that most of the pages carry. */
const count = (pages: readonly Publication[], register?: Register) => {
  const statements = pages.flatMap(readStatements)
  const claim = groupClaims(statements).reduce((best, group) => (group.members.length > best.members.length ? group : best))
  const reuse = pages.flatMap((a, index) => pages.slice(index + 1).flatMap(b => findReuse(a, b) ?? []))
  const publications = new Map(pages.map(publication => [publication.id, publication]))
  const found = countOrigins(
    claim.members.map(index => statements[index]),
    { publications, reuse, ...(register ? { register } : {}) },
  )
  const { least, most, list } = found.origins
  return {
    range: [least, most],
    codes: new Set(list.flatMap(({ reasons }) => reasons.map(({ code }) => code))),
    list,
    circular: found.circular,
  }
}

const crane = 'The harbour crane will be taken down before Christmas'

test('two named sources are two origins, one source heard twice is one', () => {
  const alma = page('Cray Post', `${crane}, port director Alma Reeve said.`)
  const other = page('Onderby Echo', `${crane}, crane driver Sam Oduya said.`, 2)
  const again = page('Selmark Mercury', `${crane}, Reeve told a meeting of dockers.`, 3)
  expect(count([alma, other]).range).toEqual([2, 2])
  expect(count([alma, again])).toMatchObject({ range: [1, 1], codes: new Set(['named', 'same-source']) })
})

test('two anonymous sources of two outlets are one or two', () => {
  const one = page('Cray Post', `${crane}, a person familiar with the plans told the Cray Post.`)
  const other = page('Onderby Echo', `${crane}, sources close to the port said.`, 2)
  const found = count([one, other])
  expect(found.range).toEqual([1, 2])
  expect(found.codes).toContain('may-be-same')
  expect(
    count([one, page('Selmark Mercury', `${crane}, the Cray Post reports, citing a person familiar with the plans.`, 3)]).range,
  ).toEqual([1, 1])
})

test('who cites two outlets in one breath rests on both, and is no origin', () => {
  const pages = [
    page('Cray Post', `${crane}, a source in the port told the Cray Post.`),
    page('Radio Selmark', `${crane}, an insider told Radio Selmark.`, 2),
    page('Onderby Echo', `${crane}, the Cray Post and Radio Selmark reported.`, 3),
  ]
  const { range, list } = count(pages)
  expect(range).toEqual([1, 2])
  expect(list.map(({ members }) => members)).toEqual([
    [0, 2],
    [1, 2],
  ])
})

test('an agency that is not there is named as its subscribers print it', () => {
  const text = `${crane}. Its jib weighs 41 tonnes and goes to a yard in Lorne Bay.\n\n(Teleskan News Agency)`
  expect(count([page('Cray Post', text), page('Onderby Echo', text, 2)]).list.map(({ name }) => name)).toEqual(['Teleskan News Agency'])
})

test('a citation that changes the source says so', () => {
  const one = page('Cray Post', `${crane}, sources close to the board told the Cray Post.`)
  const other = page('Onderby Echo', `Officials have confirmed that ${crane.replace('T', 't')}, the Cray Post reports.`, 2)
  const found = count([one, other])
  expect(found.range).toEqual([1, 1])
  expect(found.codes).toContain('source-changed')
})

test('whom another page tells by role has not changed', () => {
  const first = page('Cray Post', `${crane}, port director Alma Reeve said.`)
  const second = page('Onderby Echo', `${crane}, the port director told the Cray Post.`, 2)
  expect(count([first, second]).codes).not.toContain('source-changed')
})

test('a body that is told by its kind may be the one that others name', () => {
  const first = page('Cray Post', 'Norlane Rail said that the harbour tunnel will be closed for repairs until Christmas.')
  const second = page('Onderby Echo', 'This month the company said that the harbour tunnel will be closed for repairs until Christmas.', 2)
  const third = page('Lorne Mail', 'The harbour tunnel will be closed for repairs until Christmas, the rail operator said.', 3)
  expect(count([first, second]).range[0]).toBe(1)
  expect(count([first, second, third]).range[0]).toBe(1)
})

test('a chain that ends in nobody is said to, and is one origin at least', () => {
  const found = count([page('Cray Post', `${crane}, it is reported.`), page('Onderby Echo', `${crane}, the Cray Post reports.`, 2)])
  expect(found.range).toEqual([1, 1])
  expect(found.codes).toContain('nobody')
})

test('outlets of one owner, each with a source of its own kind, are one or two', () => {
  const one = page('Cray Post', `${crane}, an engineer told the Cray Post.`)
  const other = page('Onderby Echo', `${crane}, an accountant told the Onderby Echo.`, 2)
  expect(count([one, other]).range).toEqual([2, 2])
  const register = { aliases: [], owners: [{ owner: 'Riverine', owned: ['The Cray Post', 'Onderby Echo'] }] }
  const found = count([one, other], register)
  expect(found.range).toEqual([1, 2])
  expect(found.codes).toContain('shared-owner')
})

test('an alias of a user joins two names of one agency', () => {
  const one = page('Cray Post', `${crane}, Norrin Press reported.`)
  const other = page('Onderby Echo', `${crane}, NPA News Agency reported.`, 2)
  expect(count([one, other]).range).toEqual([1, 2])
  expect(count([one, other], { aliases: [['Norrin Press', 'NPA News Agency']], owners: [] }).range).toEqual([1, 1])
})

test('a shared text is one report, whoever prints it', () => {
  const body = `${crane}. It has stood on the northern quay for ninety years, and its jib weighs forty-one tonnes. Two smaller cranes from a yard in Lorne Bay will do its work until a new quay has been built, and the dockers have been promised that nobody will lose a shift.`
  const found = count([page('Cray Post', body), page('Onderby Echo', body, 2)])
  expect(found.range).toEqual([1, 1])
  expect(found.codes).toContain('copy')
})

test('own eyes are an origin, a voice without a source may be anybody', () => {
  const one = page('Cray Post', 'The pool leaks in eleven places, our reporter counted.')
  const other = page('Onderby Echo', 'The pool leaks in eleven places. We visited it on Sunday with a bucket.', 2)
  const third = page('Selmark Mercury', 'The pool leaks in eleven places.', 3)
  expect(count([one, other]).range).toEqual([2, 2])
  expect(count([one, third]).range).toEqual([1, 2])
})

test('a circle through time is found, and is no second origin', () => {
  const first = page('Cray Post', `${crane}, so one hears.`)
  const second = page('Onderby Echo', `${crane}, the Cray Post reports.`, 2)
  const third = page('Cray Post', `${crane}, according to the Onderby Echo.`, 3)
  const found = count([first, second, third])
  expect(found.range).toEqual([1, 1])
  expect(found.circular).toEqual([[third.id, second.id, first.id]])
  expect(count([first, second]).circular).toEqual([])
})

test('members of the list are indexes of the statements, each resting somewhere', () => {
  const { list } = count([page('Cray Post', `${crane}, Alma Reeve said.`), page('Onderby Echo', `${crane}, Sam Oduya said.`, 2)])
  expect(list.flatMap(({ members }) => members).sort()).toEqual([0, 1])
})

test('a page that copies, and has the claim from somebody else as well, adds an origin', () => {
  const body =
    'The owner wants to build lofts with a view of the fjord there. The first buyers are to move in next summer, and a kindergarten is planned on the ground floor of the former drying house, beside the old boiler.'
  const claim = 'The old tannery in Bergset stands on poisoned ground'
  const one = page('Bergset Blad', `${claim}, chemist Tor Eklund told the Bergset Blad.\n\n${body}`)
  const other = page('Fjord Magazine', `${body}\n\n"${claim}," said Ragna Moe, a retired nurse.`, 2)
  const statements = [one, other].flatMap(readStatements)
  const members = statements.filter(({ text }) => text.startsWith('The old tannery'))
  const reuse = findReuse(one, other)
  const publications = new Map([one, other].map(publication => [publication.id, publication]))
  expect(countOrigins(members, { publications, reuse: reuse ? [reuse] : [] }).origins).toMatchObject({ least: 2, most: 2 })
})
