import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { addCorpusCommands } from './corpus-commands.ts'
import type { ServeWords } from './serve.ts'
import type { TraceOptions } from './trace.ts'

const TRACE_HELP = `
What is read: text, Markdown, HTML, PDF; RSS, Atom and JSON feeds; web archives (WARC); JSON Lines, an article as "text" on each line;
lists of addresses, one on each line; each of these gzipped too. What an input holds is told by its content, not by its name.
Of folders, patterns and archives, what is no article is passed over and counted.

Examples:
  hearsay trace article.html
  hearsay trace --json saved-pages/ crawl.warc.gz > traces.jsonl
  hearsay trace --follow https://courier.example/feed.xml
  curl -s https://courier.example/ferry | hearsay trace -

Exit status: 0 done; 1 some inputs failed, the rest done; 2 wrong usage, nothing done; 130 interrupted, what was printed is whole.`

const buildProgram = (finish: (status: number) => void): Command => {
  const program = new Command('hearsay')
    .description('Finds who said what in a news article, and through whom it came.')
    .version(manifest.version)
    .exitOverride()
    .showHelpAfterError('(hearsay --help tells more)')
  program
    .command('trace')
    .description('Print every claim of an article with its chain, from the page down to the origin.')
    .argument('<INPUT...>', 'a file, a folder, a pattern such as "news/*.html", an address, or - for standard input')
    .option('--json', 'print JSON Lines in the format hearsay/1, a line for each document')
    .option('--explain', 'tell for every decision which rule or model took it, on which words')
    .option('--follow', 'read the pages that the entries of a feed link to, not what the feed holds of them')
    .option('--allow-private', 'fetch from private, local and loopback addresses too')
    .option('--quiet', 'tell of nothing but failures on standard error')
    .addHelpText('after', TRACE_HELP)
    .action(async (inputs: string[], options: Partial<TraceOptions>) => {
      const { traceInputs } = await import('./trace.ts')
      finish(await traceInputs(inputs, { json: false, explain: false, quiet: false, follow: false, allowPrivate: false, ...options }))
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
