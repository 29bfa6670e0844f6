import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Circumstances {
  readonly stdin?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the real command as a process of its own. */
export const hearsay = (words: readonly string[], { stdin = '', cwd = root, env = {} }: Circumstances = {}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
    const child = spawn(process.execPath, [main, ...words], { cwd, env: { ...inherited, ...env } })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', chunk => stdout.push(chunk))
    child.stderr.on('data', chunk => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', status => resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }))
    child.stdin.on('error', error => {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error)
    })
    child.stdin.end(stdin)
  })

/** The JSON values of JSON Lines. */
export const parseLines = <T>(text: string): T[] => {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line is not ended')
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line))
}
