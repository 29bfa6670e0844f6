import { expect, test } from 'vitest'
import { groupStatements } from '../../src/compare/claim.ts'
import { indexStatements } from '../../src/compare/claim-index.ts'
import { openNumbering, openWholes } from '../../src/compare/rows.ts'
import { readStatements } from '../../src/compare/statement.ts'
import type { ClaimGroup, Statement } from '../../src/model/statement.ts'
import { publish } from './published.ts'

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]
const who = ['The keeper', 'A ferryman', 'Ida Voss', 'The council of Cray']
const did = ['has sold', 'will repair', 'did not find', 'has hidden', 'may have burned']
const ends = ['adine', 'owick', 'urra', 'essel', 'ingar', 'umber', 'alder']
const name = (start: string, number: number) => `${start}${pick(ends, number)}`

/** What is said of one barge has little in common with what is said of another. */
const say = (number: number, barge: number): string =>
  `${pick(who, number)} ${pick(did, number >> 1)} the ${name('mar', barge)} ${name('tol', barge)} under the ${name('ves', barge)} ${name('kel', barge)} with ${pick(['nine', 'twenty'], number >> 2)} crates`

const statements: readonly Statement[] = Array.from({ length: 90 }, (_, number) =>
  publish(`${say(number, number)}. ${say(number * 3 + 1, number * 5)}.`, { publisher: `Paper ${number}` }),
).flatMap(readStatements)

const write = (groups: readonly ClaimGroup[]): readonly string[] =>
  groups.map(({ id, members, variants }) => `${id} ${members} ${variants.map(({ claim, differs }) => `${differs} ${claim}`).sort()}`).sort()

test('neighbourhoods hold whole groups and their variants', () => {
  const index = indexStatements()
  statements.forEach(index.add)
  const { counts, list } = index.finish()
  const neighbourhoods = [...list(true)]
  const groups = neighbourhoods.flatMap(numbers =>
    groupStatements(
      [...numbers].map(number => statements[number]),
      counts,
    ).map(group => ({ ...group, members: group.members.map(at => numbers[at]) })),
  )
  expect(neighbourhoods.length).toBeGreaterThan(1)
  expect(neighbourhoods.flatMap(numbers => [...numbers]).sort((a, b) => a - b)).toEqual([...statements.keys()])
  expect(write(groups)).toEqual(write(groupStatements(statements)))
})

test('what one publication alone says is left out unless asked for', () => {
  const index = indexStatements()
  for (const text of ['Two divers found a bronze bell. A ferryman counted twelve goats.', 'Divers, two of them, found a bronze bell.'])
    for (const statement of readStatements(publish(text))) index.add(statement)
  const { list } = index.finish()
  expect([...list(false)].map(numbers => [...numbers])).toEqual([[0, 2]])
  expect([...list(true)]).toHaveLength(2)
})

test('rows and numberings grow', () => {
  const row = openWholes()
  const numbering = openNumbering()
  for (let number = 0; number < 20_000; number++) {
    row.push(number)
    expect(numbering.number(2 ** 40 + number * 4096)).toBe(number)
  }
  expect([row.length(), row.at(0), row.at(19_999), row.view().length]).toEqual([20_000, 0, 19_999, 20_000])
  expect([numbering.number(2 ** 40 + 4096), numbering.length()]).toEqual([1, 20_000])
})
