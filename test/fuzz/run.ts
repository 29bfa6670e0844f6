/**
 * Reads made-up and damaged inputs of each kind and tells of the first that does more than fail in words, or takes too long.
 *
 *     node test/fuzz/run.ts [INPUTS OF EACH KIND] [SEED] [KIND]
 */
import fc from 'fast-check'
import { hostileInputs } from './inputs.ts'
import { survive } from './survive.ts'

const numRuns = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? Date.now() % 1e6)
const patience = 5000
let failed = false
const only = process.argv[4]
for (const [kind, inputs] of Object.entries(hostileInputs)) {
  if (only !== undefined && only !== kind) continue
  const began = performance.now()
  let documents = 0
  let slowest = 0
  const property = fc.asyncProperty(inputs as fc.Arbitrary<Uint8Array>, fc.constantFrom(1e6, 100, 7), async (bytes, size) => {
    const start = process.cpuUsage()
    documents += await survive(bytes, size)
    const { user, system } = process.cpuUsage(start)
    const taken = (user + system) / 1000
    slowest = Math.max(slowest, taken)
    if (taken > patience) throw new Error(`${Math.round(taken)} ms of the processor`)
  })
  const result = await fc.check(property, { numRuns, seed })
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(
    `${kind}: ${result.numRuns} inputs, ${documents} documents, ${seconds.toFixed(0)} s, the slowest ${slowest.toFixed(0)} ms, seed ${seed}\n`,
  )
  if (result.failed) {
    failed = true
    process.stdout.write(`${fc.defaultReportMessage(result)}\n`)
    const [bytes] = result.counterexample ?? []
    if (bytes) process.stdout.write(`in base64: ${Buffer.from(bytes).toString('base64')}\n`)
  }
}
process.exitCode = failed ? 1 : 0
