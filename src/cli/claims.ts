import type { Store } from '../corpus/index.ts'
import { findClaims } from '../corpus/index.ts'
import type { Ref } from '../model/publication.ts'
import { type FindRef, renderClaims, writeClaimRows } from '../report/index.ts'
import { type AnswerWords, printAnswer } from './answer.ts'
import { readPages, readTerminal, withCorpus } from './corpus.ts'
import { readRegister } from './register.ts'

export interface ClaimsWords extends AnswerWords {
  readonly all: boolean
  readonly register?: string
}

/** Claims that people are shown unless they ask for more. */
const SHOWN = 20

const readRefs = async (store: Store): Promise<FindRef> => {
  const refs = new Map<string, Ref>()
  for await (const entry of readPages(page => store.listEntries({}, page), {})) refs.set(entry.publication, entry)
  return id => refs.get(id)
}

/** Prints the claims that several publications carry, or every claim. */
export const listClaims = (options: ClaimsWords): Promise<number> =>
  withCorpus(options.corpus, 'read', async store => {
    const register = options.register === undefined ? undefined : await readRegister(options.register)
    const claims = await findClaims(store, { all: options.all, register })
    const find = await readRefs(store)
    try {
      await printAnswer(claims, options, {
        csv: (part, head) => writeClaimRows(part, find, head),
        people: (part, first) => renderClaims(part, find, first, readTerminal()),
        nothing: options.all ? 'no claim in this corpus' : 'no claim that two publications carry; --all lists every claim',
        shown: SHOWN,
      })
    } finally {
      claims.close()
    }
    return 0
  })
