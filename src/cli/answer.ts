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

/** A list that may be too long for memory. */
export interface Rows<T> {
  readonly length: number
  readonly slice: (from: number, to: number) => readonly T[]
}

/** Items in memory at a time. */
const PART = 500

/** Prints a list in the form asked for, as much of it as asked for. */
export const printAnswer = async <T>(
  items: Rows<T>,
  { json, csv, limit, offset = 0 }: AnswerWords,
  { csv: writeRows, people, nothing, shown }: Forms<T>,
): Promise<void> => {
  const isWhole = json || csv
  const end = Math.min(items.length, offset + (limit ?? (isWhole ? items.length : shown)))
  if (isWhole) {
    if (csv && !json) await writeOut(writeRows([], true))
    for (let from = offset; from < end; from += PART) {
      const part = items.slice(from, Math.min(end, from + PART))
      if (json) for (const item of part) await writeOut(`${JSON.stringify(item)}\n`)
      else await writeOut(writeRows(part, false))
    }
    return
  }
  if (offset < end) await writeOut(`${people(items.slice(offset, end), offset + 1)}\n`)
  if (items.length === 0) writeNote(nothing)
  else if (end < items.length) writeNote(`${end} of ${items.length} shown; --offset ${end} shows more, --limit ${items.length} all`)
}
