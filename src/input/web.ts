import { carry, type Link, listDocuments } from './content.ts'
import { type Fetched, fetchPage } from './fetch.ts'
import { describeFailure, failWith, type Input, type InputOptions } from './input.ts'
import { mapAhead } from './prefetch.ts'
import { openStream } from './stream.ts'

const ahead = 6

/** Fetches addresses, a few at a time and two from one host, and gives their documents in order. */
export async function* listLinks(links: readonly Link[], options: InputOptions, depth = 0): AsyncGenerator<Input> {
  const open = async ({ address }: Link) => {
    if (options.signal?.aborted) throw options.signal.reason
    const fetched: Fetched = await fetchPage(address, options)
    return { fetched, opened: await openStream(address, fetched.body) }
  }
  let done = 0
  for await (const [link, made] of mapAhead(links, ahead, link => open(link).catch(error => describeFailure(link.address, error)))) {
    if (options.signal?.aborted) return
    if (made instanceof Error) yield failWith(link.name, made, link.key)
    else {
      const { url, seenAt, charset, language } = made.fetched
      const { key, declared } = link
      const carrier = carry(link.name, { key, url, seenAt, charset, language, declared, listed: depth > 0 || links.length > 1 })
      try {
        yield* listDocuments(carrier, made.opened, options, more => listLinks(more, options, depth + 1))
      } catch (error) {
        yield failWith(link.name, describeFailure(link.name, error), link.key)
      } finally {
        await made.opened.close()
      }
    }
    done++
    options.watch?.advance(done / links.length)
  }
}
