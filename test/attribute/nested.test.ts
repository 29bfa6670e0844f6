import { expect, test } from 'vitest'
import { find } from './found.ts'

test('speech within indirect speech', () => {
  expect(find("Tomas Brandt said the union's lawyer had told him the contract was void.")).toEqual([
    "Tomas Brandt / said / the union's lawyer had told him the contract was void",
    "> the union's lawyer / had told / the contract was void",
  ])
})

test('speech within a quotation', () => {
  const text = '“He came to my desk. He said, ‘Take it home and put it in the stove.’ So I took it home,” Hallam testified.'
  const lines = find(text)
  expect(lines[0]).toMatch(/^Hallam \/ testified \//)
  expect(lines).toContainEqual('> He / said / ‘Take it home and put it in the stove.’')
})

test('three deep', () => {
  const lines = find('The indictment states that Strand told a colleague the inspectors had said the pier was safe.')
  expect(lines).toContainEqual(expect.stringMatching(/^> Strand \/ told \//))
  expect(lines).toContainEqual(expect.stringMatching(/^> > the inspectors \/ had said \/ the pier was safe$/))
})

test('what is found within lies within what holds it', () => {
  const text = '“My gran used to say ‘never trust a dry spring’, and she’d seen eighty of them,” said Morwenna Pascoe.'
  expect(find(text)[0]).toMatch(/^Morwenna Pascoe \/ said \/ “My gran used to say/)
})

test('a noun that opens a content is no cue', () => {
  const source = 'reports from newspapers loyal to fighters occupying Eastern Qazmir'
  const text = `Meanwhile, Tariq Belmont, a lecturer in desert politics, told Radio Vesna that ${source} indicate they are preparing to surrender to government forces`
  expect(find(text)).toContainEqual(`> ${source} / indicate / they are preparing to surrender to government forces`)
})
