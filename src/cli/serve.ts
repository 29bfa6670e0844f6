import { startServer } from '../http/index.ts'
import { HearsayError } from '../model/error.ts'
import { writeNote, writeOut } from './output.ts'

export interface ServeWords {
  readonly port: string
  readonly host: string
  readonly token?: string
  readonly corpus?: string
}

const readPort = (word: string): number => {
  const port = Number(word)
  if (!/^\d{1,5}$/.test(word) || port > 65_535)
    throw new HearsayError('usage', `--port is ${JSON.stringify(word)}; give a number from 0 to 65535`)
  return port
}

const untilStopped = (): Promise<void> =>
  new Promise(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

/** Serves until it is told to stop, and gives the exit status: 2 where it cannot begin. */
export const serve = async ({ port, host, token, corpus }: ServeWords): Promise<number> => {
  try {
    const given = token ?? process.env.HEARSAY_TOKEN ?? null
    const server = await startServer({
      host,
      port: readPort(port),
      token: given === '' ? null : given,
      corpus: corpus ?? null,
      report: writeNote,
    })
    await writeOut(`${server.url}\n`)
    writeNote('serving; stop with Ctrl+C')
    await untilStopped()
    await server.close()
    return 0
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    writeNote(error.message)
    return 2
  }
}
