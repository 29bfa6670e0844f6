import module from 'node:module'

// A thread does not share its process's cache of compiled code; without one, each compiles all the stages anew.
module.enableCompileCache?.()
await import('./tracer.ts')
