import { describe, expect, test } from 'vitest'
import { findReuse } from '../../src/compare/reuse.ts'
import type { Publication } from '../../src/model/publication.ts'
import { local, publish, wire } from './published.ts'

const decide = (a: Publication, b: Publication) => {
  const found = findReuse(a, b)
  const turned = findReuse(b, a)
  const flip: Record<string, string> = { 'a-from-b': 'b-from-a', 'b-from-a': 'a-from-b' }
  expect(turned?.direction).toBe(flip[found?.direction ?? ''] ?? found?.direction)
  return { direction: found?.direction, codes: found?.reasons.map(({ code }) => code) }
}

const paragraphs = wire.split('\n\n')
const agency = publish(`SELMARK, May 25 (Solvane News Agency) - ${wire}\n\n(Reporting by Ida Krog)`, {
  publisher: 'Solvane News Agency',
  publishedAt: '2026-05-25T09:00:00Z',
  authors: ['Ida Krog'],
})
const gazette = publish(wire, { publisher: 'Onderby Gazette', publishedAt: '2026-05-25T13:00:00Z', authors: ['Solvane News Agency'] })
const evening = publish(`${paragraphs[0]}\n\n${paragraphs[1]}\n\nHow long will Cray put up with it? (Solvane)`, {
  publisher: 'Evening Mail',
  publishedAt: '2026-05-25T17:00:00Z',
})

describe('an agency and its subscribers', () => {
  test('have it from the agency by a byline, a dateline, a last word in brackets, a line', () => {
    expect(decide(gazette, agency)).toEqual({ direction: 'a-from-b', codes: ['credits-other'] })
    expect(decide(evening, agency)).toEqual({ direction: 'a-from-b', codes: ['credits-other'] })
    const line = publish(`From Solvane News Agency\n\n${paragraphs[0]}\n\n${paragraphs[1]}`, { publisher: 'Cray Leader' })
    expect(decide(line, agency)).toEqual({ direction: 'a-from-b', codes: ['credits-other'] })
  })

  test('have it in common where the agency’s own copy is not known', () => {
    expect(decide(gazette, evening)).toEqual({ direction: 'common-origin', codes: ['same-credit', 'same-credit'] })
  })

  test('have it in common where one of them gives no credit', () => {
    const silent = publish(wire, { publisher: 'Daily Horn', publishedAt: '2026-05-25T18:00:00Z' })
    expect(decide(gazette, silent)).toEqual({ direction: 'common-origin', codes: ['agency-credit'] })
  })

  test('are known by the credit even where the clock says otherwise', () => {
    const early = publish(wire, { publisher: 'Onderby Gazette', publishedAt: '2026-05-25T08:00:00Z', authors: ['Solvane News Agency'] })
    expect(decide(early, agency).direction).toBe('a-from-b')
  })

  test('are told apart by what the picture’s credit does not say', () => {
    const picture = `Divers at the Selmark bridge on Sunday. (Photo: Ida Krog/Reuters)\n\n${wire}`
    const one = publish(picture, { publisher: 'Onderby Gazette' })
    const other = publish(wire, { publisher: 'Daily Horn' })
    expect(decide(one, other).direction).toBe('unknown')
  })
})

describe('one outlet from another', () => {
  const courier = publish(`By Mats Orre\n\n${wire}`, {
    publisher: 'Onderby Courier',
    publishedAt: '2026-05-25T09:00:00Z',
    authors: ['Mats Orre'],
    url: 'https://www.onderbycourier.example/2026/05/25/bridge',
  })

  test('that says so below the text', () => {
    const reprint = publish(`${wire}\n\nThis article was originally published by the Onderby Courier on 25 May 2026.`, {
      publisher: 'Fjord Digest',
    })
    expect(decide(reprint, courier)).toEqual({ direction: 'a-from-b', codes: ['credits-other'] })
  })

  test('that cites it at the excerpt', () => {
    const citing = publish(
      `The bridge again. The lorries will go on rolling through Cray all summer, the Onderby Courier reports. ${paragraphs[1]}\n\n${local}`,
      {
        publisher: 'Evening Mail',
      },
    )
    expect(decide(citing, courier)).toEqual({ direction: 'a-from-b', codes: ['cites-other'] })
  })

  test('that another one cites too, each in words of its own', () => {
    const one = publish(`The Onderby Courier reports that it will be a long summer in Cray. ${paragraphs[1]}\n\n${local}`, {
      publisher: 'Evening Mail',
    })
    const other = publish(`Patience, hauliers!\n\n${paragraphs[1]}\n\nThis was first reported by the Onderby Courier on Monday.`, {
      publisher: 'Daily Horn',
    })
    expect(decide(one, other)).toEqual({ direction: 'common-origin', codes: ['same-citation', 'same-citation'] })
  })

  test('that links to it at the excerpt', () => {
    const linking = publish(
      `Worth reading.\n\n${paragraphs[1]}\n\nhttps://www.onderbycourier.example/2026/05/25/bridge?from=feed\n\n${local}`,
      {
        publisher: 'Marsh Notes',
      },
    )
    expect(decide(linking, courier)).toEqual({ direction: 'a-from-b', codes: ['links-other'] })
  })

  test('whose words say to whom they were told', () => {
    const told = paragraphs[0].replace('said on Monday', 'told the Onderby Courier on Monday')
    const original = publish([told, ...paragraphs.slice(1)].join('\n\n'), { publisher: 'Onderby Courier' })
    const taken = publish([told, paragraphs[1]].join('\n\n'), { publisher: 'Daily Horn' })
    expect(decide(taken, original)).toEqual({ direction: 'a-from-b', codes: ['told-other'] })
  })

  test('later, without a byline, where the first has one', () => {
    const later = publish(wire, { publisher: 'Daily Horn', publishedAt: '2026-05-25T12:00:00Z' })
    expect(decide(later, courier)).toEqual({ direction: 'a-from-b', codes: ['byline', 'later'] })
  })

  test('later, and breaking off in a sentence', () => {
    const cut = publish(wire.slice(0, wire.indexOf('rebuilt from')).trim(), {
      publisher: 'Feedly Reader',
      publishedAt: '2026-05-25T12:00:00Z',
    })
    const whole = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25T09:00:00Z' })
    expect(decide(cut, whole)).toEqual({ direction: 'a-from-b', codes: ['breaks-off', 'later'] })
  })
})

describe('ways to give a credit', () => {
  test.each([
    ['first appeared', `${wire}\n\nThis article first appeared in the Marrow Herald.`],
    ['permission', `${wire}\n\nReprinted by kind permission of the Marrow Herald.`],
    ['copyright', `${wire}\n\n© 2026 Marrow Herald`],
    ['source', `${wire}\n\nSource - Marrow Herald`],
    ['text', `${wire}\n\nText: Marrow Herald`],
    ['material', `${wire}\n\nWith material from Marrow Herald.`],
    ['as reported', `As reported by the Marrow Herald:\n\n${wire}`],
    [
      'within the first sentence',
      `${paragraphs[0].replace('said on Monday', 'said on Monday, the Marrow Herald reports')}\n\n${paragraphs[1]}`,
    ],
    ['its last word', `${paragraphs[0]}\n\n${paragraphs[1]}\n\nThe Herald was first with the news.`],
  ])('%s', (_, text) => {
    const herald = publish(wire, { publisher: 'Marrow Herald' })
    expect(decide(publish(text, { publisher: 'Daily Horn' }), herald).direction).toBe('a-from-b')
  })

  test.each([
    'Staff and Solvane News Agency',
    'Ida Krog, Solvane News Agency',
    'Solvane News Agency/Daily Horn',
    'SOLVANE NEWS AGENCY staff',
  ])('byline: %s', author => {
    expect(decide(publish(wire, { publisher: 'Daily Horn', authors: [author] }), agency).direction).toBe('a-from-b')
  })
})

describe('weak traces, with a time', () => {
  test('the first tells of its own reporting', () => {
    const first = publish(`${wire}\n\nThe Courier counted lorries in Cray for a week.`, {
      publisher: 'Onderby Courier',
      publishedAt: '2026-05-25T09:00:00Z',
    })
    const later = publish(wire, { publisher: 'Daily Horn', publishedAt: '2026-05-25T12:00:00Z' })
    expect(decide(later, first)).toEqual({ direction: 'a-from-b', codes: ['own-reporting', 'later'] })
  })

  test('a byline that names a desk names nobody', () => {
    const first = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25T09:00:00Z', authors: ['Courier Staff'] })
    const later = publish(wire, { publisher: 'Daily Horn', publishedAt: '2026-05-25T12:00:00Z' })
    expect(decide(later, first)).toEqual({ direction: 'unknown', codes: ['time-only'] })
  })
})

describe('not known', () => {
  test('from the time alone, which is called so', () => {
    const one = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25T09:00:00Z' })
    const other = publish(wire, { publisher: 'Daily Horn', publishedAt: '2026-05-26T09:00:00Z' })
    expect(decide(one, other)).toEqual({ direction: 'unknown', codes: ['time-only'] })
  })

  test('from nothing', () => {
    expect(decide(publish(wire, { publisher: 'Onderby Courier' }), publish(wire, { publisher: 'Daily Horn' }))).toEqual({
      direction: 'unknown',
      codes: [],
    })
    expect(decide(publish(wire), publish(wire)).direction).toBe('unknown')
  })

  test('from clocks whose zones are not told, a few hours apart', () => {
    const one = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25T09:00' })
    const other = publish(wire, { publisher: 'Daily Horn', publishedAt: '2026-05-25T14:00' })
    expect(decide(one, other)).toEqual({ direction: 'unknown', codes: [] })
  })

  test('from one reporter’s name in both bylines', () => {
    const one = publish(`By Mats Orre\n\n${wire}`, { publisher: 'Onderby Courier', authors: ['Mats Orre'] })
    const other = publish(`By Mats Orre\n\n${wire}`, { publisher: 'Daily Horn', authors: ['Mats Orre'] })
    expect(decide(one, other).direction).toBe('unknown')
  })

  test('for the same quotation, even where one of them cites the other', () => {
    const speech = `"I have crossed this bridge for forty years, in snow and in fog, and never once did I ask who looks after it. Now I know that nobody did," she said.`
    const one = publish(`The council met. ${speech} It was late.`, { publisher: 'Onderby Courier' })
    const other = publish(`Strong words in Selmark, the Onderby Courier reports. ${speech}`, { publisher: 'Daily Horn' })
    expect(decide(one, other)).toEqual({ direction: 'unknown', codes: ['same-quotation'] })
  })
})

describe('one publisher', () => {
  test('that brings its own story up to date', () => {
    const first = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25T09:00:00Z' })
    const second = publish(`${wire}\n\nThe county has since ordered the collars.`, {
      publisher: 'The Onderby Courier',
      publishedAt: '2026-05-26T09:00:00Z',
    })
    expect(decide(second, first)).toEqual({ direction: 'a-from-b', codes: ['same-publisher', 'own-update'] })
  })
})

test('pages of one day are told apart by when they were seen', () => {
  const first = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25', seenAt: '2026-05-25T09:00:00Z' })
  const second = publish(wire, { publisher: 'Onderby Courier', publishedAt: '2026-05-25', seenAt: '2026-05-25T11:00:00Z' })
  expect(decide(second, first)).toEqual({ direction: 'a-from-b', codes: ['same-publisher', 'own-update'] })
})

describe('names of outlets', () => {
  test('of a domain and of words, in short and in full', () => {
    const site = publish(wire, { publisher: 'solvane.example' })
    expect(decide(gazette, site).direction).toBe('a-from-b')
  })

  test('of an agency that nobody knows, signed at the end of one and in the byline of the other beside its staff', () => {
    const mail = publish(`${wire}\n\n(Teleskan)`, { publisher: 'Inland Mail' })
    const star = publish(wire, { publisher: 'Evening Star', authors: ['Star staff and Teleskan'] })
    expect(decide(mail, star)).toEqual({ direction: 'common-origin', codes: ['same-credit', 'same-credit'] })
  })

  test('of an agency in short at the end, where no other is meant', () => {
    const bureau = publish(`SELMARK, May 25 (Norvane) - ${wire}`, { publisher: 'Norvane Lagoon Bureau' })
    const echo = publish(`${wire}\n\n(Norvane)`, { publisher: 'Inland Echo' })
    expect(decide(echo, bureau)).toEqual({ direction: 'a-from-b', codes: ['credits-other'] })
  })

  test('of an agency by its initials, and of one that no list knows', () => {
    const initials = publish(`${wire}\n\n(SNA)`, { publisher: 'Inland Echo' })
    expect(decide(initials, agency).direction).toBe('a-from-b')
    const [one, other] = ['Inland Echo', 'Daily Horn'].map(publisher => publish(`${wire} (Norvane)`, { publisher }))
    expect(decide(one, other)).toEqual({ direction: 'common-origin', codes: ['same-credit', 'same-credit'] })
    const [two, others] = ['Inland Echo', 'Daily Horn'].map(publisher => publish(`${wire} (Agencies)`, { publisher }))
    expect(decide(two, others).direction).toBe('unknown')
  })

  test('that the user’s own list joins', () => {
    const aliases = [['Solvane News Agency', 'Sol']]
    const short = publish(`${wire}\n\n(Sol)`, { publisher: 'Daily Horn' })
    expect(findReuse(short, agency, { aliases })?.direction).toBe('a-from-b')
  })
})

describe('hostile texts', () => {
  test.each([
    ['one endless name', 'A'.repeat(60_000)],
    ['hyphens without end', 'a-'.repeat(60_000)],
    ['many bylines', Array.from({ length: 4000 }, (_, index) => `By Aa${index} Bb`).join('\n')],
    ['many quotation marks', `'A" `.repeat(20_000)],
    ['many addresses', 'x.example/aaaa '.repeat(8000)],
  ])('%s', (_, noise) => {
    const plain = (text: string): Publication => ({
      ...gazette,
      id: text.slice(-9),
      publisher: 'Evening Mail',
      trace: { ...gazette.trace, document: { ...gazette.trace.document, text } },
    })
    expect(findReuse(plain(`${wire}\n\n${noise}`), plain(`${noise}\n\n${wire}`))?.passages.length).toBeGreaterThan(0)
  })
})
