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
  const stories = groupStories(publications)
  expect(stories.map(({ members }) => members.map(({ publication }) => publication).sort()).sort()).toEqual([
    [publications[0].id, publications[2].id],
    [publications[1].id, publications[3].id],
  ])
})

test('three short articles in words of their own are one story, whatever else is there', () => {
  const pensions = [
    'Coalition settles on pension age of 67. The three coalition parties have agreed to raise the pension age to 67, a negotiator told the Estavian Post. The rise comes in steps from 2028. The Rural League had threatened to walk out over heavy trades.',
    'Pension deal reached. Radio Estavia has learned that the governing parties have agreed to raise the pension age to 67. The session took nine hours. Bricklayers, nurses and miners may stop at 64. Twice a budget failed, the Rural League voting with the opposition.',
    'Work till you are 67. It is the number everybody dreaded: the coalition has agreed to raise the pension age, the Estavian Post reports. What does it mean for you? Our expert answers ten questions, from the garden shed to the hammock.',
  ].map(text => publish(text))
  const sizes = (more: readonly string[]) =>
    groupStories([...pensions, ...more.map(text => publish(text))]).map(({ members }) => members.length)
  expect(sizes([])).toEqual([3])
  expect(sizes([...bridge, ...goats])).toEqual([3, 2, 2])
})

test('no articles, no stories', () => {
  expect(groupStories([])).toEqual([])
})
