import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/corpus/index.ts'
import { migrate, migrations } from '../../src/corpus/sqlite/migrations.ts'
import { openFolder } from './articles.ts'
import { testStore } from './store-contract.ts'

const folder = openFolder()
let corpus = 0
beforeEach(() => {
  corpus++
})

testStore('SQLite', () => openStore(folder.path(`${corpus}.hearsay`), 'create'))

const fail = async (path: string, access: 'read' | 'write' | 'create'): Promise<string> => {
  try {
    await (await openStore(path, access)).close()
    return 'opened'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a file that is no corpus is not opened, and stays as it is', async () => {
  const text = folder.write('notes.txt', 'A page of notes, long enough for a database to begin with.\n'.repeat(40))
  const other = folder.path('other.sqlite')
  const database = new DatabaseSync(other)
  database.exec('create table plant (name text)')
  database.close()
  const empty = folder.write('empty.hearsay', '')
  expect([await fail(text, 'create'), await fail(other, 'create'), await fail(empty, 'read'), await fail(empty, 'create')]).toEqual([
    'corpus-invalid',
    'corpus-invalid',
    'corpus-invalid',
    'opened',
  ])
  const again = new DatabaseSync(other)
  expect(again.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'plant' }])
  again.close()
})

test('a missing file, a folder and a path through a file are told apart from a corpus', async () => {
  const file = folder.write('file.txt', 'x')
  expect([await fail(folder.path('none'), 'read'), await fail(folder.path('.'), 'create'), await fail(`${file}/deeper`, 'create')]).toEqual(
    ['corpus-not-found', 'corpus-invalid', 'corpus-unreadable'],
  )
})

test('a corpus of a newer schema is refused', async () => {
  const path = folder.path('newer.hearsay')
  await (await openStore(path, 'create')).close()
  const database = new DatabaseSync(path)
  migrate(database, path, [...migrations, 'create table later (id integer)'])
  database.close()
  expect(await fail(path, 'write')).toBe('corpus-newer')
})

test('a corpus of an older schema is brought forward, whole or not at all', async () => {
  const path = folder.path('older.hearsay')
  await (await openStore(path, 'create')).close()
  const database = new DatabaseSync(path)
  const version = (): unknown => database.prepare('pragma user_version').get()
  expect(() => migrate(database, path, [...migrations, 'create table later (id integer); create table later (id integer)'])).toThrow()
  expect(version()).toEqual({ user_version: migrations.length })
  migrate(database, path, [...migrations, 'create table later (id integer)'])
  expect([version(), database.prepare('select count(*) as n from later').get()]).toEqual([
    { user_version: migrations.length + 1 },
    { n: 0 },
  ])
  database.close()
})

test('keys that an older schema kept one by one are found beside those that are kept together', async () => {
  const path = folder.path('keys.hearsay')
  const database = new DatabaseSync(path)
  migrate(database, path, migrations.slice(0, 1))
  const add = (seq: number, compared: number): void => {
    database.exec(`
      insert into publication (seq, id, input, language, state) values (${seq}, 'p${seq}', 'x', 'en', 'traced');
      insert into sketch (seq, keys, compared) values (${seq}, x'07000000', ${compared})`)
    if (compared === 1) database.exec(`insert into posting (key, seq) values (7, ${seq})`)
  }
  for (const seq of [1, 2, 3]) add(seq, seq === 1 ? 1 : 0)
  database.close()
  const store = await openStore(path, 'write')
  const frequency = { frequent: 10, common: 20, least: 2 }
  const found = await store.compare(async round => {
    const lists: string[][] = []
    for (const waiting of await round.listUncompared(5)) {
      lists.push((await round.findCandidates(waiting, frequency)).map(({ publication }) => publication))
      await round.storeComparison(waiting, [], frequency.common)
    }
    return lists
  })
  expect(found).toEqual([['p1'], ['p1', 'p2']])
  await store.close()
})

test('two that write at once wait for each other', async () => {
  const path = folder.path('two.hearsay')
  const stores = await Promise.all([openStore(path, 'create'), openStore(path, 'create')])
  const failure = (input: string) => ({ input, key: null, error: { code: 'x', message: 'y' } })
  await Promise.all(stores.flatMap((store, s) => [1, 2, 3].map(n => store.addFailedInputs([failure(`${s}-${n}`)]))))
  expect((await stores[0].countAll()).failedInputs).toBe(6)
  await Promise.all(stores.map(store => store.close()))
})
