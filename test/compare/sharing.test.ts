import { describe, expect, test } from 'vitest'
import { findReuse } from '../../src/compare/reuse.ts'
import { local, publish, wire } from './published.ts'

const sharing = (a: string, b: string) => findReuse(publish(a), publish(b))?.sharing ?? null

const paragraphs = wire.split('\n\n')

describe('a copy or an excerpt', () => {
  test('whole text, and whole text with one paragraph more', () => {
    expect(sharing(wire, wire)).toBe('copy')
    expect(sharing(wire, `${wire}\n\nTraffic in Cray was heavy on Monday, as anybody could hear.`)).toBe('copy')
  })

  test('an excerpt under a new head', () => {
    const head = 'Cracks, divers, detours: the trouble with our bridge goes on and on, and nobody is laughing in Cray any more.'
    expect(sharing(`${head}\n\n${paragraphs[1]}`, wire)).toBe('excerpt')
  })

  test('two paragraphs at the end of a long report of its own', () => {
    expect(sharing(`${local}\n\n${local.replaceAll('Cray', 'Onderby').replaceAll('lorries', 'vans')}\n\n${paragraphs[1]}`, wire)).toBe(
      'excerpt',
    )
  })

  test('a copy with quotations is one by what is not quoted', () => {
    const quoted = `${paragraphs[0]}\n\n"We will not let a single lorry over it before the collars hold," Oda Lind told reporters on the bank. "Not one."\n\n${paragraphs[1]}`
    expect(sharing(quoted, `${quoted}\n\nThe detour runs past two schools.`)).toBe('copy')
  })

  test('what somebody quotes from an outlet is that outlet’s text', () => {
    const quoting = `Trouble again. The Onderby Courier reported: "${paragraphs[1]}" What will they think of next?`
    expect(sharing(quoting, wire)).toBe('excerpt')
  })
})

describe('a quotation', () => {
  const speech = `"I have crossed this bridge for forty years, in snow and in fog, and never once did I ask who looks after it. Now I know that nobody did. We shall have the collars on before the harvest, and whoever signed those papers will explain himself to this council in public."`

  test('the same passage of a speech in two reports', () => {
    const one = `The council chamber was full on Tuesday evening and the windows had to be opened.\n\n${speech}\n\nThat was Mayor Runa Falk, and she did not sit down until half past nine. The budget was then passed with two abstentions.`
    const other = `Shares of the contractor fell by a tenth on Wednesday. Analysts pointed to what the mayor of Selmark, Runa Falk, had told her council the night before.\n\n${speech}\n\nThe firm has until Friday to answer the county's letter, and its lawyers have booked a room.`
    expect(sharing(one, other)).toBe('quotation')
  })

  test('several quotations of one press conference, mixed with each paper’s own words', () => {
    const one = `Divers will go down once more, Oda Lind said. "We will not let a single lorry over it before the collars hold and have been tested," the head of roads told the press. She looked tired. "The third pier has moved by four millimetres since March, and I do not like it," she said.`
    const other = `No end is in sight at Selmark. "The third pier has moved by four millimetres since March, and I do not like it," said Oda Lind, whose office looks after 900 bridges. Asked about a date, she shook her head: "We will not let a single lorry over it before the collars hold and have been tested."`
    expect(sharing(one, other)).toBe('quotation')
  })

  test('a statement that both print in full', () => {
    const statement = `The board has today decided to end its contract with the firm that built the collars. It did so with regret, after eleven letters to which no answer came. The keys to the depot are to be handed in by noon on Friday, and the crane will be taken to Onderby at the firm's expense. Those who work there keep their posts and their wages.`
    const one = `Nobody at the depot was surprised on Tuesday, and the canteen served cake. The statement in full:\n\n${statement}`
    const other = `What happens to the bridge now? The board of the county works said in a statement:\n\n${statement}\n\nThe unions will meet on Thursday to talk about what it left out.`
    expect(sharing(one, other)).toBe('quotation')
  })

  test('many short quotations with who said them', () => {
    const quotes = [
      'It has moved by four millimetres since March',
      'I do not like what I see down there',
      'Nobody will drive over it on my watch',
      'We have ordered steel from three yards',
      'The school road must have a crossing first',
    ]
    const report = (links: readonly string[]): string =>
      quotes.map((quote, index) => `${links[index]} "${quote}," Oda Lind told reporters.`).join(' ')
    const one = report([
      'The pier is worse than feared.',
      'Divers brought up pictures.',
      'Asked about lorries, she shook her head.',
      'Collars are on their way.',
      'Parents had come too.',
    ])
    const other = report([
      'First came the numbers.',
      'Then a long silence.',
      'Would she take the blame?',
      'About money she was brief.',
      'At the end she turned to Cray.',
    ])
    expect(sharing(one, other)).toBe('quotation')
  })

  test('a post that stands with its signature on one page and in quotation marks on the other', () => {
    const post =
      'Four hundred lorries a day past the school gate and the county sends us a leaflet about breathing. I have sent it back with a photograph of my washing'
    const one = `People in Cray are angry.\n\n${post}\n\n— Jette Aspen (@jetteaspen) June 3, 2026\n\nThe county has not replied so far.`
    const other = `The leaflet did not go down well. "${post}," the baker wrote on Wednesday.`
    expect(sharing(one, other)).toBe('quotation')
  })
})

describe('boilerplate', () => {
  test('a shared rights block and a plea below two different articles', () => {
    const foot = `Sign up for our newsletter and get the day's news delivered straight to your inbox every morning at six.\n\n© 2026 Marsh Newspapers Ltd. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without written permission of the publisher.`
    expect(sharing(`${paragraphs[0]}\n\n${foot}`, `${local.split('\n\n')[0]}\n\n${foot}`)).toBe('boilerplate')
  })
})

describe('no sharing', () => {
  test('the same news in other words', () => {
    const told = `Heavy goods vehicles must keep off the crossing at Selmark until July. Two supports are cracked, according to the woman who runs the county's roads. Drivers to and from the Onderby quarries lose half an hour each way through Cray.`
    expect(sharing(told, wire)).toBeNull()
  })

  test('a set phrase', () => {
    expect(sharing(`${local} That was said by the head of the county roads office on Monday.`, wire)).toBeNull()
  })
})
