import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '../model/error.ts'
import { describeFailure } from './input.ts'

/** Where input is to be had: a file, an address, standard input, or the reason that there is none. `found` is true for files of folders and patterns. */
export type Place =
  | { readonly kind: 'file'; readonly name: string; readonly found: boolean }
  | { readonly kind: 'address' | 'standard input'; readonly name: string }
  | { readonly kind: 'nothing'; readonly name: string; readonly error: HearsayError }
  | { readonly kind: 'passed over'; readonly name: string; readonly reason: string }

const isHidden = (name: string): boolean => name.startsWith('.')

const nothing = (name: string, error: unknown): Place => ({ kind: 'nothing', name, error: describeFailure(name, error) })

const placeEntry = async (path: string, entry: Dirent): Promise<Place> => {
  if (entry.isFile()) return { kind: 'file', name: path, found: true }
  if (!entry.isSymbolicLink()) return { kind: 'passed over', name: path, reason: 'pipes and devices' }
  try {
    const target = await stat(path)
    if (target.isFile()) return { kind: 'file', name: path, found: true }
    return { kind: 'passed over', name: path, reason: target.isDirectory() ? 'links to folders' : 'pipes and devices' }
  } catch (error) {
    return nothing(path, error)
  }
}

/** The files of a folder and of the folders in it, by name, hidden ones left out; a linked folder is not entered. */
async function* listFolder(folder: string): AsyncGenerator<Place> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (isHidden(entry.name)) continue
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) yield await placeEntry(path, entry)
    else
      try {
        yield* listFolder(path)
      } catch (error) {
        yield nothing(path, error)
      }
  }
}

async function* placeFolder(name: string): AsyncGenerator<Place> {
  let found = 0
  for await (const place of listFolder(name)) {
    found++
    yield place
  }
  if (found === 0)
    yield nothing(name, new HearsayError('folder-empty', `${JSON.stringify(name)}: no file in this folder; hidden ones are not read`))
}

async function* placeMatches(pattern: string): AsyncGenerator<Place> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false })
  for (const path of paths.sort()) yield { kind: 'file', name: path, found: true }
  if (paths.length === 0)
    yield nothing(pattern, new HearsayError('input-not-found', `${JSON.stringify(pattern)}: no file matches this pattern; check it`))
}

const isPattern = (name: string): boolean => /[*?]|\[[^\]]+\]|\{[^}]*,[^}]*\}|[@!+]\(/.test(name)

async function* placeName(name: string): AsyncGenerator<Place> {
  if (name === '-') yield { kind: 'standard input', name }
  else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name) || /^file:/i.test(name)) yield { kind: 'address', name }
  else
    try {
      if ((await stat(name)).isDirectory()) yield* placeFolder(name)
      else yield { kind: 'file', name, found: false }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isPattern(name)) yield* placeMatches(name)
      else yield nothing(name, error)
    }
}

/** What one word on the command line stands for; folders and patterns are walked through. */
export const collectPlaces = async (name: string): Promise<Place[]> => {
  const places: Place[] = []
  for await (const place of placeName(name)) places.push(place)
  return places
}
