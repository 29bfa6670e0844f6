import { expandInputs, type Input } from '../input/index.ts'
import { HearsayError } from '../model/error.ts'
import type { TracedDocument } from '../model/trace.ts'
import { loadModel } from '../node.ts'
import { renderPage } from '../report/index.ts'
import { trace } from '../trace.ts'
import { endOnClosedPipe, wantsColor, writeNote, writeOut } from './output.ts'

export interface TraceOptions {
  readonly json: boolean
  readonly explain: boolean
}

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

/** Traces everything the names stand for, in their order, and gives the exit status: 1 where something failed. */
export const traceInputs = async (names: readonly string[], { json, explain }: TraceOptions): Promise<number> => {
  endOnClosedPipe()
  const print = json ? printJson : printPages(explain)
  let status = 0
  for await (const input of expandInputs(names)) {
    const result = await traceInput(input, explain)
    if (result instanceof HearsayError) {
      status = 1
      const { code, message } = result
      if (json) await writeOut(`${JSON.stringify({ format: 'hearsay/1', input: input.name, key: input.key, error: { code, message } })}\n`)
      writeNote(message)
    } else await print(result)
  }
  return status
}
