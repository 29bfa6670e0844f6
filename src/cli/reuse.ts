import { readPairs } from '../corpus/index.ts'
import type { Reuse } from '../model/reuse.ts'
import { countNoun, renderReuse, writeReuseRows } from '../report/index.ts'
import { type AnswerWords, printAnswer } from './answer.ts'
import { findPublication, readPages, readTerminal, withCorpus } from './corpus.ts'
import { writeNote, writeOut } from './output.ts'

/** Pairs that people are shown unless they ask for more. */
const SHOWN = 50

export interface ReuseWords extends AnswerWords {
  /** Whether people are also shown pairs that share a quotation or furniture alone; the other forms hold every pair. */
  readonly all: boolean
}

/** Prints the pairs of publications that share text: all, or those of one publication. */
export const listReuse = (name: string | null, options: ReuseWords): Promise<number> =>
  withCorpus(options.corpus, 'read', async store => {
    const publication = name === null ? null : (await findPublication(store, name)).publication
    if (options.json || options.csv) {
      if (options.csv) await writeOut(writeReuseRows([], true))
      for await (const pair of readPages(page => store.listReuse(publication, page), options))
        await writeOut(options.json ? `${JSON.stringify(pair)}\n` : writeReuseRows([pair], false))
      return 0
    }
    const pairs: Reuse[] = []
    let others = 0
    for await (const pair of readPairs(store, publication))
      if (options.all || pair.sharing === 'copy' || pair.sharing === 'excerpt') pairs.push(pair)
      else others++
    await printAnswer(pairs, options, {
      csv: writeReuseRows,
      people: part => renderReuse(part, readTerminal()),
      nothing: 'no publication has text from another',
      shown: SHOWN,
    })
    if (others > 0)
      writeNote(`${countNoun(others, 'pair')} more ${others === 1 ? 'shares' : 'share'} a quotation or furniture alone; --all shows them`)
    return 0
  })
