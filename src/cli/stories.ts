import { setFlagsFromString } from 'node:v8'
import { findStories } from '../corpus/index.ts'
import { renderStories, writeStoryRows } from '../report/index.ts'
import { type AnswerWords, printAnswer } from './answer.ts'
import { readTerminal, withCorpus } from './corpus.ts'

/** By how much the heap may grow between two collections: of each article read little is kept. */
const HEAP_GROWTH = '--heap-growing-percent=30'

/** Stories that people are shown unless they ask for more. */
const SHOWN = 50

/** Prints the events and rumours of a corpus with the publications about each. */
export const listStories = (options: AnswerWords): Promise<number> =>
  withCorpus(options.corpus, 'read', async store => {
    setFlagsFromString(HEAP_GROWTH)
    await printAnswer(await findStories(store), options, {
      csv: writeStoryRows,
      people: part => renderStories(part, readTerminal()),
      nothing: 'no story in this corpus yet',
      shown: SHOWN,
    })
    return 0
  })
