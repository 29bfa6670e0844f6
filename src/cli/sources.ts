import { findSources } from '../corpus/index.ts'
import { renderSources, writeSourceRows } from '../report/index.ts'
import { type AnswerWords, printAnswer } from './answer.ts'
import { readTerminal, withCorpus } from './corpus.ts'

/** Sources that people are shown unless they ask for more. */
const SHOWN = 40

/** Prints who is quoted where and how much. */
export const listSources = (options: AnswerWords): Promise<number> =>
  withCorpus(options.corpus, 'read', async store => {
    await printAnswer(await findSources(store), options, {
      csv: writeSourceRows,
      people: part => renderSources(part, readTerminal()),
      nothing: 'nobody is quoted in this corpus',
      shown: SHOWN,
    })
    return 0
  })
