import { HearsayError } from '../model/error.ts'
import type { Analyst } from './analyst.ts'
import type { Reader } from './reader.ts'
import { startThread, type Thread } from './thread.ts'
import type { Writer } from './writer.ts'

/** A corpus behind threads, so that one long question blocks nobody. */
export interface ServedCorpus {
  readonly reader: Thread<Reader>
  /** Reads what takes a large corpus a second. */
  readonly counter: Thread<Reader>
  readonly writer: Thread<Writer>
  readonly analyst: Thread<Analyst>
  readonly close: () => Promise<void>
}

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const scriptOf = (name: string): URL => new URL(`./${name}-worker.${ending}`, import.meta.url)

/** How long a server waits for its first figures before it answers without, in milliseconds. */
const patience = 3_000

/** Opens a corpus to be served, its figures counted where that does not take long. Throws a `HearsayError` whose code begins with `corpus-` where that cannot be. */
export const openCorpus = async (path: string): Promise<ServedCorpus> => {
  const reader = startThread<Reader>(scriptOf('reader'), path)
  const counter = startThread<Reader>(scriptOf('reader'), path)
  const writer = startThread<Writer>(scriptOf('writer'), path)
  const analyst = startThread<Analyst>(scriptOf('analyst'), path)
  const close = async (): Promise<void> => {
    await Promise.all([reader, counter, writer, analyst].map(thread => thread.close()))
  }
  try {
    await reader.ask('count')
  } catch (error) {
    await close()
    throw error
  }
  const counted = counter.ask('figures').catch(() => undefined)
  await Promise.race([counted, new Promise(resolve => setTimeout(resolve, patience).unref())])
  writer.ask('tally').catch(() => undefined)
  return { reader, counter, writer, analyst, close }
}

/** What routes of a corpus say where none is served. */
export const refuseWithout = (): never => {
  throw new HearsayError('no-corpus', 'no corpus is served; start hearsay serve --corpus FILE')
}
