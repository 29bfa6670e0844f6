import { expect, test } from 'vitest'
import { groupStories } from '../../src/compare/story.ts'
import { publish } from './published.ts'

const bridge = [
  'The Selmark bridge will stay closed to lorries until the end of June after divers found cracks in two of its piers. Hauliers are sent through Cray.',
  'Cracks in the piers of the Selmark bridge: lorries must go through Cray until June, hauliers complain. Divers fixed sensors to the piers of the bridge.',
]
const goats = [
  'Twelve goats drowned in the Arrin canal when a gate broke. The farmer, Ida Voss, counted the goats at dawn beside the canal.',
  'A broken gate let a herd of goats into the Arrin canal; twelve drowned, farmer Ida Voss said beside the canal.',
]

test('articles about one event are one story, and every article is in one', () => {
  const publications = [bridge[0], goats[0], bridge[1], goats[1]].map(text => publish(text))
  const stories = groupStories(publications, 0.1)
  expect(stories.map(({ members }) => members.map(({ publication }) => publication).sort()).sort()).toEqual([
    [publications[0].id, publications[2].id],
    [publications[1].id, publications[3].id],
  ])
})

test('no articles, no stories', () => {
  expect(groupStories([])).toEqual([])
})
