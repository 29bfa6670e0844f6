import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Hono } from 'hono'
import { HearsayError } from '../model/error.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.hearsay': 'application/octet-stream',
}

/** A file as it is sent: plain, and packed where that pays. */
interface PageFile {
  readonly type: string
  readonly etag: string
  readonly lasting: boolean
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer> | null
  readonly brotli: Uint8Array<ArrayBuffer> | null
}

const pack = promisify(gzip)
const packSmaller = promisify(brotliCompress)
const plainBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const prepareFile = async (name: string, bytes: Uint8Array): Promise<PageFile> => {
  const packs = extname(name) !== '.hearsay'
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    etag: `"${hash(bytes)}"`,
    lasting: name.startsWith('assets/') || name.startsWith('model/'),
    plain: plainBytes(bytes),
    gzip: packs ? plainBytes(await pack(bytes)) : null,
    brotli: packs ? plainBytes(await packSmaller(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })) : null,
  }
}

const folders = [new URL('./web/', import.meta.url), new URL('../../dist/web/', import.meta.url)]
const modelFiles = [new URL('../models/en/en.hearsay', import.meta.url), new URL('../../models/en/en.hearsay', import.meta.url)]

const findFile = (candidates: readonly URL[], file = ''): string | null => {
  const found = candidates.find(candidate => existsSync(new URL(file, candidate)))
  return found ? fileURLToPath(found) : null
}

/** The pages, ready to be sent, and the model file that they trace with. */
export interface Pages {
  readonly files: ReadonlyMap<string, PageFile>
  readonly model: { readonly language: string; readonly url: string; readonly bytes: number }
}

/** Reads the built pages and the model into memory; the pages from `built`, else from where the package has them. Throws a `HearsayError` where they are not built. */
export const loadPages = async (built?: string): Promise<Pages> => {
  const folder = findFile(built === undefined ? folders : [pathToFileURL(join(built, '/'))], 'index.html')
  if (folder === null) throw new HearsayError('pages-missing', 'the pages are not built; run npm run build:web, or install hearsay again')
  const modelFile = findFile(modelFiles)
  if (modelFile === null) throw new HearsayError('model-not-found', 'models/en/en.hearsay is missing; install hearsay again')
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const files = new Map<string, PageFile>()
  for (const path of names) {
    const name = path.slice(folder.length).replaceAll('\\', '/')
    files.set(`/${name}`, await prepareFile(name, await readFile(path)))
  }
  const bytes = await readFile(modelFile)
  const url = `/model/${hash(bytes)}.hearsay`
  files.set(url, await prepareFile(url.slice(1), bytes))
  return { files, model: { language: 'en', url, bytes: bytes.length } }
}

const choose = (file: PageFile, accepted: string): readonly [Uint8Array<ArrayBuffer>, string | null] => {
  if (file.brotli && /\bbr\b/.test(accepted)) return [file.brotli, 'br']
  if (file.gzip && /\bgzip\b/.test(accepted)) return [file.gzip, 'gzip']
  return [file.plain, null]
}

const isPage = (path: string): boolean => path === '/' || /^\/(?:paste|articles|stories)(?:\/[^/.]*)?$/.test(path)

/** Whether a person's browser asks for a page, not a program or a page for a part of itself. */
const wantsPage = (path: string, accepted: string): boolean =>
  !/^\/(?:api|assets|model)(?:\/|$)/.test(path) && /\btext\/html\b/.test(accepted)

/**
 * Serves the pages: every address of a page gives the same shell, which draws what the address says. An address that leads nowhere gives it too, with status
 * 404, to who asks for HTML.
 */
export const servePages = (app: Hono<never>, { files }: Pages): void => {
  app.get('*', async (context, next) => {
    const { path } = context.req
    const there = files.get(isPage(path) ? '/index.html' : path)
    const file = there ?? (wantsPage(path, context.req.header('accept') ?? '') ? files.get('/index.html') : undefined)
    if (!file) return next()
    const [body, encoding] = choose(file, context.req.header('accept-encoding') ?? '')
    const headers: Record<string, string> = {
      'content-type': file.type,
      'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: file.etag,
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    }
    if (there && context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers)
    return context.body(body, there ? 200 : 404, headers)
  })
}
