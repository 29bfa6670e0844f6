import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { addCorpusCommands } from './corpus-commands.ts'
import type { ServeWords } from './serve.ts'

const buildProgram = (finish: (status: number) => void): Command => {
  const program = new Command('hearsay')
    .description('Finds who said what in a news article, and through whom it came.')
    .version(manifest.version)
    .exitOverride()
    .showHelpAfterError('(hearsay --help tells more)')
  program
    .command('trace')
    .description('Print every claim of an article with its chain, from the page down to the origin.')
    .argument('<INPUT...>', 'a file, a folder, or - for standard input')
    .option('--json', 'print JSON Lines in the format hearsay/1, a line for each document')
    .option('--explain', 'tell for every decision which rule or model took it, on which words')
    .addHelpText('after', '\nExit status: 0 done; 1 some inputs failed, the rest done; 2 wrong usage, nothing done.')
    .action(async (inputs: string[], options: { json?: boolean; explain?: boolean }) => {
      const { traceInputs } = await import('./trace.ts')
      finish(await traceInputs(inputs, { json: options.json ?? false, explain: options.explain ?? false }))
    })
  program
    .command('serve')
    .description('Serve the pages and the HTTP interface, on this machine alone unless told otherwise.')
    .option('--corpus <FILE>', 'the corpus to show; without one, pasted articles are traced and no more')
    .option('--port <N>', 'the port; 0 for any that is free', '4729')
    .option('--host <HOST>', 'the address to serve at; other machines need --token', '127.0.0.1')
    .option('--token <TOKEN>', 'what every request must carry; better given as HEARSAY_TOKEN in the environment')
    .action(async (options: ServeWords) => {
      const { serve } = await import('./serve.ts')
      finish(await serve(options))
    })
  addCorpusCommands(program, finish)
  return program
}

/** Runs one command line and gives its exit status: 0 done, 1 some inputs failed, 2 wrong usage. */
export const runCommand = async (words: readonly string[]): Promise<number> => {
  let status = 0
  const program = buildProgram(result => {
    status = result
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}
