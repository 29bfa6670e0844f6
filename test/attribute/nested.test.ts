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

test('whoever speaks of their own mind says nothing at second hand', () => {
  for (const text of [
    '“I think the bridge is safe,” Ana Lund said.',
    '“We found that the well had run dry in June,” Dr Ilka Brandt said.',
    'Marek Dufour said he hoped the ferry would be back by May.',
    '“You believe that the reservoir was leaking,” Per Holm told the board.',
  ])
    expect(find(text).filter(line => line.startsWith('>'))).toEqual([])
})

test('what the speaker once told others is speech within speech', () => {
  expect(find('“I told them the paddle was rotten,” Walter Insley said.')).toContainEqual('> I / told / the paddle was rotten')
})

test('what nobody has said yet, and what is done, is none', () => {
  for (const text of [
    'Ana Lund said that voters would see the levy as a trick.',
    'Ana Lund said the council had played a key role in pushing the plan through the chamber.',
    'Ana Lund said that the company wants to sell the two ferries.',
    'Ana Lund said the charges that the mayor blamed on his deputy had been dropped.',
  ])
    expect(find(text).filter(line => line.startsWith('>'))).toEqual([])
})

test('a clause that is no speech is looked into', () => {
  const lines = find('“I think the ministry lied when it said that the gates were shut,” Ana Lund said.')
  expect(lines.filter(line => line.startsWith('>'))).toEqual([expect.stringMatching(/^> it \/ said \/ the gates were shut/)])
})

test('the source within speech is a noun phrase', () => {
  expect(find('“The surveyor who was with me said, ‘Don’t look up and don’t sneeze,’ and we ran,” Desmond Hale recalled.')).toContainEqual(
    expect.stringMatching(/^> The surveyor who was with me \/ said \//),
  )
  expect(find('“My father used to say a list is where a ministry keeps its sorrow,” Edvard Lunn said.')).toContainEqual(
    '> My father / used to say / a list is where a ministry keeps its sorrow',
  )
})

test('documents and others speak within speech', () => {
  expect(find('The filing said that the files show the clerk had written the letter himself.')).toContainEqual(
    '> the files / show / the clerk had written the letter himself',
  )
  expect(find('“They said he should have been much harder on her,” Idris Pellow told the court.')).toContainEqual(
    '> They / said / he should have been much harder on her',
  )
})

test('a verb of uttering within speech is found with its subject and what is said', () => {
  const nested = (text: string): string[] => find(text).filter(line => line.startsWith('>'))
  expect(nested('“They told us to sweep harder,” Ana Lund said.')).toEqual(['> They / told / to sweep harder'])
  expect(nested('Pavle Reiner said he had been told by two officers that Kolar had already written his letter.')).toEqual([
    '> two officers / had been told by / Kolar had already written his letter',
  ])
  expect(nested('The station KDRY added that its reporter was told by a clerk that two boxes of minutes went missing in June.')).toEqual([
    '> a clerk / was told by / two boxes of minutes went missing in June',
  ])
  expect(nested('The harbour office said it had learned from press reports that its own pilot had sold the boat.')).toEqual([
    '> press reports / had learned from / its own pilot had sold the boat',
  ])
  expect(nested('According to the file, Strand at first claimed he had never seen the book.')).toEqual([
    '> Strand / claimed / he had never seen the book',
  ])
  expect(nested('“Somebody read it out, and then somebody else said, ‘Who has seen this?’ Then we went to lunch,” Per Holm said.')).toEqual(
    ['> somebody else / said / ‘Who has seen this?’'],
  )
  expect(nested('Ana Lund said the council had argued over the plan and that the clerk told nobody.')).toEqual([])
})

test('who is quoted within speech is found there', () => {
  expect(find('Ana Lund said the report cites two engineers as saying that the crane was sold.')).toEqual([
    'Ana Lund / said / the report cites two engineers as saying that the crane was sold',
    '> two engineers / cites … as saying / the crane was sold',
  ])
})

test('those cited may have a relative clause without a pronoun', () => {
  expect(find('The Merchant Gazette said on Friday, citing a trader she did not name, that the cargo had never left the quay.')).toEqual([
    'a trader she did not name / said … citing / the cargo had never left the quay',
  ])
})

test('where it was said is no content', () => {
  expect(find('According to the filing, the planner concluded in a 2015 study that the question would help the council.')).toContainEqual(
    expect.stringMatching(/^> the planner \/ concluded.* \/ the question would help the council$/),
  )
})

test('who speaks within what somebody says is no part of the words of saying', () => {
  expect(find('The Bandstand Trust has promised to pay for a second survey, according to Councillor Tate.')).toEqual([
    'Councillor Tate / according to / The Bandstand Trust has promised to pay for a second survey',
    '> The Bandstand Trust / has promised / to pay for a second survey',
  ])
  expect(find('Director Emmett Stroud has argued that frozen meals pay for everything else, said a person close to the board.')).toEqual([
    'a person close to the board / said / Director Emmett Stroud has argued that frozen meals pay for everything else',
    '> Director Emmett Stroud / has argued / frozen meals pay for everything else',
  ])
  expect(find('The ferry would be back by May, said a person close to the board.')).toEqual([
    'a person close to the board / said / The ferry would be back by May',
  ])
})

test('participles and gerunds that only look like words of saying are none', () => {
  for (const text of [
    'Ana Lund said the city had cheated by adding voters from the next valley, which had none.',
    'Ana Lund said the court had seen the indictment of two sailors accused of breaking into the mill.',
    'Ana Lund said the council had given no thought to asking the ministry to send its two divers home.',
    'Ana Lund said the mayor had empowered the guards to search every boat.',
  ])
    expect(find(text).filter(line => line.startsWith('>'))).toEqual([])
})

test('who goes on reporting within speech is found', () => {
  expect(
    find('Lena Okafor told Radio Meridian that newspapers close to the ruling party were reporting that the strike would end.'),
  ).toContainEqual('> newspapers close to the ruling party / were reporting / the strike would end')
})

test('a matter argued over is nothing said', () => {
  const lines = find('Ana Lund said the council had argued over the plan and that the clerk told nobody.')
  expect(lines.filter(line => line.startsWith('>'))).toEqual([])
})
