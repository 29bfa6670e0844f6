/**
 * How fast web archives are read before anything is traced: MB of the file as it lies on the disk a second, and the most memory taken.
 *
 *     node bench/read-archive.ts FILE.warc.gz
 */
import { statSync } from 'node:fs'
import { expandInputs } from '../src/input/index.ts'

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('give a web archive: node bench/read-archive.ts FILE.warc.gz\n')
  process.exit(2)
}
for (const file of files) {
  const began = performance.now()
  let pages = 0
  let passed = 0
  const watch = { skip: () => passed++, expect: () => {}, enter: () => {}, advance: () => {} }
  for await (const _ of expandInputs([file], { watch })) pages++
  const seconds = (performance.now() - began) / 1000
  const size = statSync(file).size / 1e6
  const { user, system } = process.cpuUsage()
  const memory = process.resourceUsage().maxRSS / 1e3
  process.stdout.write(
    `${file}: ${pages} pages, ${passed} records passed over, ${size.toFixed(0)} MB in ${seconds.toFixed(2)} s: ${(size / seconds).toFixed(1)} MB/s (processor ${((user + system) / 1e6).toFixed(2)} s), at most ${memory.toFixed(0)} MB of memory\n`,
  )
}
