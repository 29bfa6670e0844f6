/** The names of the files that make the paste page, and a word that changes when one of them does; put in when the pages are built. */
declare const files: readonly string[]
declare const version: string

interface Waited extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetched extends Waited {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Scope {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listen: (event: Waited) => void): void
  addEventListener(type: 'fetch', listen: (event: Fetched) => void): void
}

const scope = self as unknown as Scope
const prefix = 'hearsay-pages-'
const shell = '/paste'

const keep = async (): Promise<void> => {
  const cache = await caches.open(prefix + version)
  await cache.addAll([shell, ...files])
  await scope.skipWaiting()
}

const dropOlder = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== prefix + version) await caches.delete(name)
  await scope.clients.claim()
}

const findKept = async (name: string): Promise<Response | undefined> =>
  (await caches.open(prefix + version)).match(name, { ignoreVary: true })

/** A page is the server's wherever that answers; a file whose name changes with its content is taken from here. */
const answer = async (request: Request): Promise<Response> => {
  if (request.mode !== 'navigate') return (await findKept(request.url)) ?? fetch(request)
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await findKept(shell)
    if (kept) return kept
    throw error
  }
}

scope.addEventListener('install', event => event.waitUntil(keep()))
scope.addEventListener('activate', event => event.waitUntil(dropOlder()))
scope.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' || files.includes(pathname)) event.respondWith(answer(request))
})
