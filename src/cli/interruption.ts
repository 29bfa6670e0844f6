import { writeNote } from './output.ts'

/** The exit status of a command that somebody interrupted. */
export const INTERRUPTED = 130

/** Asks a run to end at the next safe place when somebody presses Ctrl-C, and tells them `promise`; a second time ends it at once. */
export const stopOnInterrupt = (promise: string): { readonly signal: AbortSignal; readonly release: () => void } => {
  const controller = new AbortController()
  const stop = (): void => {
    if (process.stderr.isTTY) process.stderr.write('\n')
    writeNote(`stopping; ${promise}. Press Ctrl-C again to end at once`)
    controller.abort()
  }
  const release = (): void => {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return { signal: controller.signal, release }
}
