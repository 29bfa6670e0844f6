import { setFlagsFromString } from 'node:v8'
import { expandInputs, type Input } from '../input/index.ts'
import { HearsayError } from '../model/error.ts'
import type { TracedDocument } from '../model/trace.ts'
import { loadModel } from '../node.ts'
import { renderPage } from '../report/index.ts'
import { trace } from '../trace.ts'
import { openAccount } from './account.ts'
import { INTERRUPTED, stopOnInterrupt } from './interruption.ts'
import { endOnClosedPipe, wantsColor, writeNote, writeOut } from './output.ts'
import { createProgress } from './progress.ts'

export interface TraceOptions {
  readonly json: boolean
  readonly explain: boolean
  readonly quiet: boolean
  readonly follow: boolean
  readonly allowPrivate: boolean
}

/** By how much the heap may grow between two collections: little of what an article takes outlives it. */
const HEAP_GROWTH = '--heap-growing-percent=30'

type Printer = (traced: TracedDocument) => Promise<void>

const printJson: Printer = traced => writeOut(`${JSON.stringify(traced)}\n`)

const printPages = (explain: boolean): Printer => {
  const { columns } = process.stdout
  const width = columns || Number(process.env.COLUMNS) || 80
  const color = wantsColor(process.env, process.stdout.isTTY ?? false)
  let first = true
  return async traced => {
    const rule = first ? '' : `\n${'═'.repeat(Math.max(40, Math.min(width, 120)))}\n\n`
    first = false
    await writeOut(`${rule}${renderPage(traced, { width, color, explain })}\n`)
  }
}

const asHearsayError = (name: string, error: unknown): HearsayError =>
  error instanceof HearsayError
    ? error
    : new HearsayError(
        'internal',
        `${JSON.stringify(name)}: could not be traced (${error instanceof Error ? error.message : String(error)}); please report it with the text`,
        { cause: error },
      )

const traceInput = async ({ name, read }: Input, explain: boolean): Promise<TracedDocument | HearsayError> => {
  try {
    const document = await read()
    return trace(document, await loadModel(), { explain })
  } catch (error) {
    return asHearsayError(name, error)
  }
}

/** Lets a signal through between two articles. */
const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Whether a progress line can be seen and spoils nothing: on a terminal that does not show the traces themselves. */
const showsProgress = (quiet: boolean): boolean => !quiet && (process.stderr.isTTY ?? false) && !process.stdout.isTTY

/** Traces everything the names stand for, in their order, and gives the exit status: 1 where something failed, 130 where somebody interrupted it. */
export const traceInputs = async (names: readonly string[], options: TraceOptions): Promise<number> => {
  const { json, explain, quiet, follow, allowPrivate } = options
  endOnClosedPipe()
  setFlagsFromString(HEAP_GROWTH)
  const print = json ? printJson : printPages(explain)
  const account = openAccount('traced')
  const progress = showsProgress(quiet) ? createProgress() : null
  const { signal, release } = stopOnInterrupt('what is traced is printed')
  const note = progress?.note ?? writeNote
  let status = 0
  for await (const input of expandInputs(names, { follow, allowPrivate, signal, watch: account.watch })) {
    const result = await traceInput(input, explain)
    if (signal.aborted && result instanceof HearsayError) break
    if (result instanceof HearsayError) {
      status = 1
      const { code, message } = result
      account.countFailed(code)
      if (json) await writeOut(`${JSON.stringify({ format: 'hearsay/1', input: input.name, key: input.key, error: { code, message } })}\n`)
      note(message)
    } else {
      account.countDone()
      await print(result)
    }
    progress?.show(account.describeCourse())
    await breathe()
    if (signal.aborted) break
  }
  progress?.end()
  release()
  const summary = account.summarise()
  if (summary && !quiet) writeNote(summary)
  return signal.aborted ? INTERRUPTED : status
}
