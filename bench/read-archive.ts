/**
 * How fast web archives are read before anything is traced: MB of the file as it lies on the disk a second, and the most memory taken.
 *
 *     node bench/read-archive.ts FILE.warc.gz...
 *     node bench/read-archive.ts --make FILE.warc.gz --data DIR [--megabytes 1000]
 *
 * `--make` writes such a file of at least so many megabytes, a gzip member for each record: the pages of `aeb/` and `naeb/` in DIR over and over, each time
 * at another address. `hearsay trace --json FILE.warc.gz` on it is the test of memory.
 */
import { once } from 'node:events'
import { createWriteStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expandInputs } from '../src/input/index.ts'

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { make: { type: 'string' }, data: { type: 'string', default: '' }, megabytes: { type: 'string', default: '1000' } },
})

const makeRecord = (address: string, number: number, page: Uint8Array): Uint8Array => {
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n`
  const id = `<urn:uuid:${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000>`
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: ${id}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2026-03-04T05:06:07Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${answer.length + page.length}\r\n\r\n`
  return gzipSync(Buffer.concat([Buffer.from(head + answer), page, Buffer.from('\r\n\r\n')]))
}

const makeArchive = async (path: string, folder: string, size: number): Promise<void> => {
  const pages = ['aeb', 'naeb']
    .map(set => join(folder, set))
    .filter(existsSync)
    .flatMap(set => readdirSync(set).map(name => join(set, name)))
  if (pages.length === 0) {
    console.error(`No pages in ${JSON.stringify(folder)}: give --data a folder with aeb/ or naeb/`)
    process.exit(2)
  }
  const file = createWriteStream(path)
  let [number, written] = [0, 0]
  while (written < size) {
    const page = gunzipSync(readFileSync(pages[number % pages.length]))
    const record = makeRecord(`https://pages.example/${number}`, number, page)
    number++
    written += record.length
    if (!file.write(record)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  console.log(`${path}: ${number} pages, ${(written / 1e6).toFixed(0)} MB`)
}

const readArchive = async (file: string): Promise<void> => {
  const began = performance.now()
  let pages = 0
  let passed = 0
  const watch = { skip: () => passed++, expect: () => {}, enter: () => {}, advance: () => {} }
  for await (const _ of expandInputs([file], { watch })) pages++
  const seconds = (performance.now() - began) / 1000
  const size = statSync(file).size / 1e6
  const { user, system } = process.cpuUsage()
  const memory = process.resourceUsage().maxRSS / 1e3
  console.log(
    `${file}: ${pages} pages, ${passed} records passed over, ${size.toFixed(0)} MB in ${seconds.toFixed(2)} s: ${(size / seconds).toFixed(1)} MB/s (processor ${((user + system) / 1e6).toFixed(2)} s), at most ${memory.toFixed(0)} MB of memory`,
  )
}

if (values.make) await makeArchive(values.make, values.data, Number(values.megabytes) * 1e6)
else if (files.length === 0) {
  console.error('give a web archive: node bench/read-archive.ts FILE.warc.gz')
  process.exitCode = 2
}
for (const file of files) await readArchive(file)
