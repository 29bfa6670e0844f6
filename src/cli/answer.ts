import type { PageWords } from './corpus.ts'
import { writeNote, writeOut } from './output.ts'

/** How an answer is printed: for people unless told otherwise. */
export interface AnswerWords extends PageWords {
  readonly corpus: string
  readonly json: boolean
  readonly csv: boolean
}

/** The forms that a list of things is printed in. */
export interface Forms<T> {
  readonly csv: (items: readonly T[], head: boolean) => string
  /** `first` is the number of the first of them. */
  readonly people: (items: readonly T[], first: number) => string
  readonly nothing: string
  /** How many of them people are shown unless they ask for more. */
  readonly shown: number
}

/** Prints a list in the form asked for, as much of it as asked for. */
export const printAnswer = async <T>(
  items: readonly T[],
  { json, csv, limit, offset = 0 }: AnswerWords,
  { csv: writeRows, people, nothing, shown }: Forms<T>,
): Promise<void> => {
  const isWhole = json || csv
  const part = items.slice(offset, offset + (limit ?? (isWhole ? items.length : shown)))
  if (json) for (const item of part) await writeOut(`${JSON.stringify(item)}\n`)
  else if (csv) await writeOut(writeRows(part, true))
  else if (part.length > 0) await writeOut(`${people(part, offset + 1)}\n`)
  if (isWhole) return
  const end = offset + part.length
  if (items.length === 0) writeNote(nothing)
  else if (end < items.length) writeNote(`${end} of ${items.length} shown; --offset ${end} shows more, --limit ${items.length} all`)
}
