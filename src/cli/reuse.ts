import { readPairs } from '../corpus/index.ts'
import type { Reuse } from '../model/reuse.ts'
import { renderReuse, writeReuseRows } from '../report/index.ts'
import { type AnswerWords, printAnswer } from './answer.ts'
import { findPublication, readPages, readTerminal, withCorpus } from './corpus.ts'
import { writeOut } from './output.ts'

/** Pairs that people are shown unless they ask for more. */
const SHOWN = 50

/** Prints the pairs of publications that share text: all, or those of one publication. */
export const listReuse = (name: string | null, options: AnswerWords): Promise<number> =>
  withCorpus(options.corpus, 'read', async store => {
    const publication = name === null ? null : (await findPublication(store, name)).publication
    if (options.json || options.csv) {
      if (options.csv) await writeOut(writeReuseRows([], true))
      for await (const pair of readPages(page => store.listReuse(publication, page), options))
        await writeOut(options.json ? `${JSON.stringify(pair)}\n` : writeReuseRows([pair], false))
      return 0
    }
    const pairs: Reuse[] = []
    for await (const pair of readPairs(store, publication)) pairs.push(pair)
    await printAnswer(pairs, options, {
      csv: writeReuseRows,
      people: part => renderReuse(part, readTerminal()),
      nothing: 'no two publications share text',
      shown: SHOWN,
    })
    return 0
  })
