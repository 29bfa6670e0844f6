import { chooseStory, findStories, type Store, tellStory } from '../corpus/index.ts'
import type { Story } from '../model/claim.ts'
import { HearsayError } from '../model/error.ts'
import { renderStory } from '../report/index.ts'
import { readTerminal, withCorpus } from './corpus.ts'
import { writeOut } from './output.ts'
import { readRegister } from './register.ts'

export interface StoryWords {
  readonly corpus: string
  readonly json: boolean
  readonly register?: string
}

/** Publications that a query finds and that vote for their story. */
const VOTERS = 30

/** The story that somebody means: by its own id, by a publication, or by words that its publications hold. */
const findStory = async (store: Store, words: readonly string[]): Promise<Story> => {
  const stories = await findStories(store)
  const name = words.join(' ')
  const named = /^[0-9a-f]{4,}$/.test(name) ? stories.filter(({ id }) => id.startsWith(name)) : []
  if (named.length === 1) return named[0]
  const entries = await store.findEntries(name, 2)
  const found = entries.length === 1 ? entries : await store.search(name, { limit: VOTERS, offset: 0 })
  const story = chooseStory(
    stories,
    found.map(({ publication }) => publication),
  )
  if (story) return story
  throw new HearsayError(
    'publication-not-found',
    `no story about ${JSON.stringify(name)}; give words that an article holds, or the id of a story or publication`,
  )
}

/** Tells one story: who had it first, who copied whom, on how many origins its claims rest. */
export const showStory = (words: readonly string[], { corpus, json, register }: StoryWords): Promise<number> =>
  withCorpus(corpus, 'read', async store => {
    const names = register === undefined ? undefined : await readRegister(register)
    const account = await tellStory(store, await findStory(store, words), { register: names })
    await writeOut(json ? `${JSON.stringify(account)}\n` : `${renderStory(account, readTerminal())}\n`)
    return 0
  })
