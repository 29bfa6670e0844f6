import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    node: 'src/node.ts',
    read: 'src/read/index.ts',
    report: 'src/report/index.ts',
    cli: 'src/cli/main.ts',
    'tracing-worker': 'src/corpus/tracing-worker.ts',
    'reader-worker': 'src/http/reader-worker.ts',
    'writer-worker': 'src/http/writer-worker.ts',
    'analyst-worker': 'src/http/analyst-worker.ts',
  },
  format: 'esm',
  target: 'es2024',
  fixedExtension: false,
  dts: true,
  clean: true,
})
