import { type Command, InvalidArgumentError } from 'commander'
import type { AddOptions } from './add.ts'
import type { AnswerWords } from './answer.ts'
import type { ClaimsWords } from './claims.ts'
import type { ReuseWords } from './reuse.ts'
import type { StoryWords } from './story.ts'

/** Reads a whole number from the command line. */
const parseCount = (word: string): number => {
  if (!/^\d{1,9}$/.test(word)) throw new InvalidArgumentError(`give a whole number, not ${JSON.stringify(word)}`)
  return Number(word)
}

const parseWorkers = (word: string): number => {
  const count = parseCount(word)
  if (count < 1 || count > 64) throw new InvalidArgumentError('give a number from 1 to 64')
  return count
}

const exits = '\nExit status: 0 done; 1 some inputs failed, the rest done; 2 wrong usage, nothing done.'

/** The words after a command, before they are read; `json` and the like are missing where not given. */
type Words<T> = { readonly [K in keyof T]?: T[K] } & { readonly corpus: string }

interface Answer {
  readonly corpus: string
  readonly json: boolean
  readonly limit?: number
  readonly offset?: number
}

const nothingAsked = { quiet: false, follow: false, allowPrivate: false }

const answer = <T extends Answer>(words: Words<T>): Words<T> & { readonly json: boolean } => ({ ...words, json: words.json ?? false })

/** Adds the commands that keep a corpus of articles and ask it. */
export const addCorpusCommands = (program: Command, finish: (status: number) => void): void => {
  const command = (name: string, description: string): Command =>
    program.command(name).description(description).requiredOption('--corpus <FILE>', 'the corpus').addHelpText('after', exits)
  const page = (name: string, description: string): Command =>
    command(name, description)
      .option('--json', 'print JSON Lines')
      .option('--limit <N>', 'print at most so many', parseCount)
      .option('--offset <N>', 'leave out so many at the beginning', parseCount)

  const register = ['--register <FILE>', 'other names of outlets, and who owns whom, as JSON'] as const

  command(
    'add',
    'Store articles in a corpus, trace them, and compare them with those that are there. What is there already stays as it is.',
  )
    .argument('<INPUT...>', 'what hearsay trace takes: files, folders, patterns, addresses, or - for standard input')
    .option('--json', 'print a line for each publication once it is stored')
    .option('--workers <N>', 'threads that trace', parseWorkers, 2)
    .option('--follow', 'read the pages that the entries of a feed link to, not what the feed holds of them')
    .option('--allow-private', 'fetch from private, local and loopback addresses too')
    .option('--quiet', 'tell of nothing but failures on standard error')
    .option(...register)
    .action(async (inputs: string[], words: Words<Answer & AddOptions>) => {
      const { addInputs } = await import('./add.ts')
      finish(await addInputs(inputs, { ...nothingAsked, ...answer(words), workers: words.workers ?? 2 }))
    })
  page('list', 'List the publications of a corpus.')
    .option('--failed', 'only what could not be read or traced, and why')
    .option('--publisher <NAME>', 'only those of one publisher')
    .action(async (words: Words<Answer & { failed: boolean; publisher: string }>) => {
      const { listPublications } = await import('./list.ts')
      finish(await listPublications({ ...answer(words), failed: words.failed ?? false }))
    })
  page('search', 'Find the publications that hold all of these words; "several words" in quotation marks are found together.')
    .argument('<QUERY...>', 'words')
    .action(async (query: string[], words: Words<Answer>) => {
      const { searchCorpus } = await import('./search.ts')
      finish(await searchCorpus(query, answer(words)))
    })
  command('show', 'Print the trace of a publication.')
    .argument('<PUBLICATION>', 'its id, the beginning of its id, or its key')
    .option('--json', 'print the trace in the format hearsay/1')
    .action(async (name: string, words: Words<Answer>) => {
      const { showPublication } = await import('./show.ts')
      finish(await showPublication(name, answer(words)))
    })
  command('remove', 'Remove publications and all that was found of them.')
    .argument('<PUBLICATION...>', 'ids, their beginnings, or keys')
    .option('--json', 'print a line for each publication')
    .action(async (names: string[], words: Words<Answer>) => {
      const { removePublications } = await import('./remove.ts')
      finish(await removePublications(names, answer(words)))
    })
  command('retrace', 'Trace again what failed or what another model traced; the texts stay as they are.')
    .argument('[PUBLICATION...]', 'only these: ids, their beginnings, or keys')
    .option('--all', 'trace everything again')
    .option('--json', 'print a line for what fails')
    .option('--workers <N>', 'threads that trace', parseWorkers, 2)
    .option(...register)
    .action(async (names: string[], words: Words<Answer & { all: boolean; workers: number; register: string }>) => {
      const { retrace } = await import('./retrace.ts')
      finish(await retrace(names, { ...answer(words), all: words.all ?? false, workers: words.workers ?? 2 }))
    })
  const asked = (name: string, description: string): Command => page(name, description).option('--csv', 'print a table for spreadsheets')
  asked('reuse', 'Tell which publications share text, what kind of sharing it is, and who has it from whom.')
    .argument('[PUBLICATION]', 'only pairs with this one: its id, the beginning of its id, or its key')
    .option('--all', 'also show people pairs that share a quotation or furniture alone')
    .action(async (name: string | undefined, words: Words<ReuseWords>) => {
      const { listReuse } = await import('./reuse.ts')
      finish(await listReuse(name ?? null, { json: false, csv: false, all: false, ...words }))
    })
  asked('claims', 'Tell which claims several publications carry, and on how many origins each rests.')
    .option('--all', 'also claims that one publication alone carries')
    .option(...register)
    .action(async (words: Words<ClaimsWords>) => {
      const { listClaims } = await import('./claims.ts')
      finish(await listClaims({ json: false, csv: false, all: false, ...words }))
    })
  asked('stories', 'Tell which publications are about the same event or rumour.').action(async (words: Words<AnswerWords>) => {
    const { listStories } = await import('./stories.ts')
    finish(await listStories({ json: false, csv: false, ...words }))
  })
  asked('sources', 'Tell who is quoted where and how much, with and without copies.').action(async (words: Words<AnswerWords>) => {
    const { listSources } = await import('./sources.ts')
    finish(await listSources({ json: false, csv: false, ...words }))
  })
  command('story', 'Tell one story: who had it first, who copied whom, on how many origins it rests.')
    .argument('<QUERY...>', 'words that its articles hold, or the id of the story or of a publication')
    .option('--json', 'print it as JSON')
    .option(...register)
    .action(async (query: string[], words: Words<StoryWords>) => {
      const { showStory } = await import('./story.ts')
      finish(await showStory(query, { json: false, ...words }))
    })
}
