import { writeNote } from './output.ts'

/** Tells on standard error how far a long run is: one line drawn over again on a terminal, elsewhere a line now and then. */
export interface Progress {
  readonly show: (text: string) => void
  /** Says something that stays. */
  readonly note: (text: string) => void
  readonly end: () => void
}

const eraseLine = '\r\u001b[2K'
const SECONDS = { terminal: 0.1, elsewhere: 10 }

export const createProgress = (): Progress => {
  const isTerminal = process.stderr.isTTY ?? false
  const pause = (isTerminal ? SECONDS.terminal : SECONDS.elsewhere) * 1000
  let drawn = false
  let last = performance.now()
  const end = (): void => {
    if (drawn) process.stderr.write(eraseLine)
    drawn = false
  }
  return {
    show: text => {
      if (performance.now() - last < pause) return
      last = performance.now()
      if (!isTerminal) return writeNote(text)
      process.stderr.write(`${eraseLine}${text}`)
      drawn = true
    },
    note: text => {
      end()
      writeNote(text)
    },
    end,
  }
}
