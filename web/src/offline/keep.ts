import { trustScript } from '../shell/worker.ts'

/** Keeps the paste page in the browser, so that it opens without the server; true once all of it is there, false where the browser keeps nothing. */
export const keepPage = async (): Promise<boolean> => {
  try {
    await navigator.serviceWorker.register(trustScript('/offline.js'))
    await navigator.serviceWorker.ready
    return true
  } catch {
    return false
  }
}

const name = 'hearsay-model'

/** A model file by its address on this site and its size. */
export interface ModelFile {
  readonly url: string
  readonly bytes: number
}

/** The model that was kept at an earlier visit, or null. */
export const findModel = async (): Promise<ModelFile | null> => {
  try {
    const cache = await caches.open(name)
    const [request] = await cache.keys()
    const kept = request && (await cache.match(request))
    return kept ? { url: new URL(request.url).pathname, bytes: (await kept.blob()).size } : null
  } catch {
    return null
  }
}

/** The bytes of a model that was kept, or null. */
export const readModel = async (url: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    const kept = await (await caches.open(name)).match(url)
    return kept ? new Uint8Array(await kept.arrayBuffer()) : null
  } catch {
    return null
  }
}

/** Keeps a model instead of any other; a browser that keeps nothing fetches it again. */
export const keepModel = async (url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  try {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) await cache.delete(request)
    await cache.put(url, new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }))
  } catch {
    return
  }
}
