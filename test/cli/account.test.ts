import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccount } from '../../src/cli/account.ts'
import { hearsay } from './command.ts'

describe('the line that tells how far a run is', () => {
  test('counts towards a number that is known', () => {
    const { watch, countDone, countFailed, describeCourse } = openAccount('traced')
    watch.expect(1500, 1e9)
    for (let at = 0; at < 3; at++) {
      watch.enter(10)
      if (at < 2) countDone()
      else countFailed('empty-input')
    }
    expect(describeCourse()).toMatch(/^3 of 1,500 articles · [\d,.]+\/s$/)
  })

  test('reckons with what an archive has still to be read', () => {
    const { watch, countDone, describeCourse } = openAccount('traced')
    watch.expect(1, 400)
    watch.enter(400)
    for (let at = 0; at < 20; at++) countDone()
    watch.advance(0.25)
    expect(describeCourse()).toMatch(/^20 of about 80 articles · /)
  })

  test('tells no number where none is known', () => {
    const { countDone, describeCourse } = openAccount('traced')
    countDone()
    expect(describeCourse()).toMatch(/^1 article · /)
  })
})

describe('what is told in the end', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
    writeFileSync(join(folder, 'a.txt'), 'The dam will hold, Mara Voss said.')
    writeFileSync(join(folder, 'b.txt'), '')
    for (const name of ['c', 'd']) writeFileSync(join(folder, name), Uint8Array.from([0xff, 0xd8, 0xff, 0, 0]))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('what was passed over and why, and what failed', async () => {
    const { status, stderr } = await hearsay(['trace', '--json', folder])
    expect(stderr.split('\n').slice(1)).toEqual([
      'hearsay: 1 article traced, 1 failed: empty-input (1); passed over 2: pictures and other binary files (2)',
      '',
    ])
    expect(status).toBe(1)
  })

  test('--quiet tells of failures alone', async () => {
    const { stderr } = await hearsay(['trace', '--json', '--quiet', folder])
    expect(stderr.split('\n')).toEqual([expect.stringContaining('b.txt'), ''])
  })
})
