#!/usr/bin/env node
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`hearsay: Node ${process.versions.node} is too old, 22.18 or later is needed: install it from https://nodejs.org\n`)
  process.exitCode = 1
} else {
  module.enableCompileCache?.()
  const { runCommand } = await import('./program.ts')
  process.exitCode = await runCommand(process.argv.slice(2))
}
