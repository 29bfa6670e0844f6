import { once } from 'node:events'

/** Ends the command quietly once nobody reads its output any more, as with `| head`. */
export const endOnClosedPipe = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}

/** Writes to standard output, and waits where the reader is slower. */
export const writeOut = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Tells people something; data never goes this way. */
export const writeNote = (text: string): void => {
  process.stderr.write(`hearsay: ${text}\n`)
}

/** Whether to colour: `NO_COLOR` forbids it, `FORCE_COLOR` asks for it, else where a terminal shows it. */
export const wantsColor = (environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean => {
  if (environment.NO_COLOR) return false
  const forced = environment.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return isTerminal && environment.TERM !== 'dumb'
}
