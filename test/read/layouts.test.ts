import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/index.ts'

interface Layout {
  readonly what: string
  readonly above: string
  readonly body: readonly string[]
  readonly below: string
  readonly expected: Readonly<Record<string, unknown>>
}

const sale = [
  'The ferry was sold on Monday for four million crowns, the port authority said.',
  'Its crew learned of the sale from the radio, they told reporters.',
  '“Nobody rang us,” said Ada Brun, who has steered the ferry since 2009.',
  'The buyer, a family firm from Tarsk, would not say what it plans.',
]

const layouts: readonly Layout[] = [
  {
    what: 'a republished agency piece under masthead, motto and trail',
    above: `Harbour Monitor
Free thought from the coast since 1987

Home > Archive > Ports & Seas

Ferry Sold Over Crew’s Heads, Unions Say

Written by Qasr Press Service
Posted on Tuesday, 10 March 2026

This article was first published by Qasr Press Service on 9 March 2026.

Keywords: Ferries | Port Elm`,
    body: sale,
    below: `Source: Qasr Press Service

Copyright © Qasr Press Service, 2026

Readers may repost this article on non-commercial sites provided that Qasr Press Service is credited.

The views expressed above are the author’s own. Harbour Monitor cannot vouch for what its partners report.

Like what you read? Harbour Monitor takes no advertising. Donate today.`,
    expected: {
      title: 'Ferry Sold Over Crew’s Heads, Unions Say',
      publisher: 'Harbour Monitor',
      publishedAt: '2026-03-10',
      authors: ['Qasr Press Service'],
      original: 'Qasr Press Service',
    },
  },
  {
    what: 'wire copy of an agency that no list knows, with a row of sections',
    above: `PORT ELM TRIBUNE
News | Weather | Obituaries | Jobs | Subscribe

Ferry sold to Tarsk family firm
By INES ROE and TOM VALE
Solvane
Published 6:12 a.m. March 4, 2026
`,
    body: [`PORT ELM, March 3 (Solvane) — ${sale[0]}`, ...sale.slice(1)],
    below: `Roe reported from Port Elm and Vale from Tarsk. Solvane writer Lin Dow contributed to this report.

READ NEXT: Crew vows to stay aboard
READ NEXT: ‘Nobody rang us’: a night on the quay

Copyright 2026 Solvane. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.`,
    expected: {
      title: 'Ferry sold to Tarsk family firm',
      publisher: 'PORT ELM TRIBUNE',
      publishedAt: '2026-03-04T06:12',
      authors: ['INES ROE', 'TOM VALE'],
      original: 'Solvane',
    },
  },
  {
    what: 'a court report with a trail, a share bar, teasers and a help line',
    above: `The Elm Valley Standard
News › Courts

Skipper ‘was asleep’ when ferry struck quay, court told

By Petra Dow, Court Reporter
11 November 2025, 17:45 GMT
Share   Save   Comments (14)`,
    body: [
      'A ferry skipper was asleep when his ship struck the quay at Port Elm, a court heard on Tuesday.',
      'Tom Vale, 61, denies neglect. “I closed my eyes for the sun,” he told the jury.',
      'The trial continues.',
    ],
    below: `More from Courts
• Man “never saw” goose, court told
• Fines doubled for moorings, magistrate warns

For confidential support, call the River Families helpline.
Get the Standard’s Friday briefing straight to your inbox — sign up here.
© 2025 Elm River Media Ltd`,
    expected: {
      title: 'Skipper ‘was asleep’ when ferry struck quay, court told',
      publisher: 'The Elm Valley Standard',
      publishedAt: '2025-11-11T17:45Z',
      authors: ['Petra Dow'],
      original: null,
    },
  },
  {
    what: 'a press review under columns of sections',
    above: `ORRIN TODAY
World   Europe   Papers   Weather

Paper trail: a ferry, a broom and a budget

By the Paper Trail team
Thursday 5 February 2026 · 3 min read`,
    body: [
      'The front pages agree on nothing this morning except the price of the ferry.',
      'The Courier says, quoting “two sources in the port”, that the harbour master has offered to resign.',
      'On the letters page a Mrs Lantz asks whether the broom was put out to tender.',
    ],
    below: `Paper Trail is compiled from first editions and translated in-house. Orrin Today does not vouch for what the papers say.

Also on Orrin Today: Vale “will not resign”, says Vale | Ten ferries to catch before they sink

Contact: papers@orrintoday.example`,
    expected: { title: 'Paper trail: a ferry, a broom and a budget', publisher: 'ORRIN TODAY', publishedAt: '2026-02-05', original: null },
  },
  {
    what: 'a town paper with a list of the most read',
    above: `Elm & District Times
Your valley, your paper

HOME   NEWS   SPORT   WHAT’S ON   FAMILY NOTICES

Council split over ‘rotten’ ferry as repair bill doubles

Aidan Dow, Local Democracy Reporter
3rd July 2025`,
    body: [...sale.slice(0, 3), 'The council voted 9–8 to put off a decision until September.'],
    below: `What do you think? Write to us at Market Place, Port Elm, or email letters@elmtimes.example

Most read
1 ‘It’s the ferry or nothing’, says skipper
2 Man who stole goose told police it was a gift

© Elm Newspapers Ltd 2025. Registered in Orrin.`,
    expected: {
      title: 'Council split over ‘rotten’ ferry as repair bill doubles',
      publisher: 'Elm & District Times',
      publishedAt: '2025-07-03',
      authors: ['Aidan Dow'],
    },
  },
  {
    what: 'a magazine interview with words and photographs',
    above: `THE SUNDAY BEACON

Magazine / The Big Read

The woman who listened to the tide

Words: Corin Vale
Photographs: Ottilie Dow
January 17, 2026`,
    body: [
      'Ada Brun keeps the tide tables in a biscuit tin. It is older than she is.',
      '“People suppose that water is silent,” she says, pouring tea. “It never shuts up.”',
      'In the hall there is a framed certificate and a row of boots.',
    ],
    below: `“The Ear of the Sea,” by Ada Brun, is published by Pell House.

This article appears in the January 17 issue. Letters: letters@sundaybeacon.example

© 2026 The Sunday Beacon. All rights reserved.`,
    expected: {
      title: 'The woman who listened to the tide',
      publisher: 'THE SUNDAY BEACON',
      publishedAt: '2026-01-17',
      authors: ['Corin Vale'],
    },
  },
  {
    what: 'a broadcast transcript with a presenter and what comes next',
    above: `RADIO ELM
Programmes | Podcasts | Schedule

TRANSCRIPT

Skipper: “I had nine minutes”

Morning Watch, Monday 2 March 2026
Presenter: Alma Dow

This is a rush transcript. It may contain errors and will be updated.`,
    body: [
      'The January storm sank eleven boats at Port Elm. The skipper came to our studio this morning.',
      'ALMA DOW: Good morning. Did you have forty minutes?',
      'TOM VALE: I had nine. I have the log here.',
      'DOW: The weather office denies that it rang.',
      'VALE: Then they should read their own records.',
    ],
    below: `Hear the full interview on Elm Player. To complain about a programme, write to the Listeners’ Editor.

NEXT ON RADIO ELM: “Nobody warned us”, say islanders`,
    expected: { title: 'Skipper: “I had nine minutes”', publisher: 'RADIO ELM', publishedAt: '2026-03-02', original: null },
  },
  {
    what: 'science news under a licence, the byline naming an agency',
    above: `The Northquay Chronicle
Science & Environment

Sleeping gulls may be rehearsing the way home

By Beatrix Dow, Lumen Science
29 August 2025

This story was originally published by Lumen Science on 27 August 2025 and is republished here under a Creative Commons licence.

Topics: Neuroscience, Birds`,
    body: [
      'Gulls may replay the day’s flight in their sleep, according to a study in the Journal of Comparative Navigation.',
      '“We checked the wiring twice,” Dr Ines Roe told a press briefing.',
      'For now, the gulls are back on their cliff.',
    ],
    below: `Journal reference: I. Roe et al., “Replay in gulls”, Journal of Comparative Navigation 41 (2025).

Sign up for Lumen Weekly: “The science newsletter that explains itself,” says our editor.
Got a tip? science@northquaychronicle.example`,
    expected: {
      title: 'Sleeping gulls may be rehearsing the way home',
      publisher: 'The Northquay Chronicle',
      publishedAt: '2025-08-29',
      authors: ['Beatrix Dow'],
      original: 'Lumen Science',
    },
  },
  {
    what: 'a newsletter broken at a column, with volume and number',
    above: `THE QUAY LETTER
An independent newsletter of harbour politics
Vol. 12, No. 41 -- Thursday, November 20, 2025

Governor's Aides Sat on Ferry Memo for Weeks, Officials Say

By Theodora Vale`,
    body: [
      `WESTHOLM -- Senior aides to Gov. Marcus Dow were told in September that
the ferry at Port Elm was unsafe but waited six weeks to stop it, according
to four current and former state officials.`,
      `All four spoke on condition of anonymity because they feared
retaliation.`,
      `"I was in the room," one of the officials said. "Somebody read it out
loud, and then we went to lunch."`,
    ],
    below: `--
The Quay Letter is supported by its readers. Forward it to a friend
who says nobody covers the harbour anymore.
(c) 2025 Quay Letter Media. Unsubscribe | Manage preferences`,
    expected: {
      title: "Governor's Aides Sat on Ferry Memo for Weeks, Officials Say",
      publisher: 'THE QUAY LETTER',
      publishedAt: '2025-11-20',
      authors: ['Theodora Vale'],
    },
  },
  {
    what: 'a match report with a reporter at a ground and a table of facts',
    above: `The Coastal Touchline
Football / League Two

'He sent off a lad for tying his lace': Elm boss fumes

Wes Dow at Quarry Road
Sat 13 Sep 2025 19.40 BST`,
    body: [
      "Elm Town manager Gus Vale accused the referee of 'ruining a proper game of football' after a 3-2 defeat.",
      "'I've been in this game 31 years,' he told Radio Elm.",
      'The win lifts Rovers to fourth, a point behind Tarsk.',
    ],
    below: `Tarsk Rovers (4-3-3): Brandt; Yeo, Mills, Adeyo, Kerr; Stott, Lund (Pike 70), Rees; Oakes, Farah, Till.
Attendance: 11,204. Referee: S Lowther.

Get The Whistle, our free daily email: 'It's the best thing I read before breakfast,' says Jan from Tarn.

© 2025 Coastal Media Group`,
    expected: {
      title: "'He sent off a lad for tying his lace': Elm boss fumes",
      publisher: 'The Coastal Touchline',
      publishedAt: '2025-09-13T19:40+01:00',
      authors: ['Wes Dow'],
    },
  },
  {
    what: 'a headline of two sentences and a dateline of its own',
    above: `The Orrin Post
WORLD  |  OPINION  |  LIVE  |  SUBSCRIBE FOR $1

Karvenia Says Its Drills Are Over. Its Neighbors Are Not So Sure.

By Dalia Dow
April 12, 2026
SELLIN, Karvenia`,
    body: [
      'Karvenia said on Sunday that it had ended its drills, but officials in Ostvale warned that troops had stayed behind.',
      '“They left the lights on,” a diplomat said.',
      'At the Obrin crossing, trucks were moving normally.',
    ],
    below: `Per Holm contributed reporting from Obrin.

A version of this article appears in print on Section A, Page 4, with the headline: Drills Over, Karvenia Insists.

© 2026 The Orrin Post Company`,
    expected: {
      title: 'Karvenia Says Its Drills Are Over. Its Neighbors Are Not So Sure.',
      publisher: 'The Orrin Post',
      publishedAt: '2026-04-12',
      authors: ['Dalia Dow'],
    },
  },
  {
    what: 'a gossip page of one name, with likes and pleas',
    above: `DAZZLE
Celebrity · Music · TV · Quizzes

Is Vesper Dow hanging up her boots? What we know so far

By Tansy Vale
Published 14:02, 21 June 2025
♥ 412   Share`,
    body: [
      'Vesper Dow is reportedly planning to retire from touring at the end of the summer.',
      '“She’s exhausted,” claims a source close to the star.',
      'Her last picture is of a closed door.',
    ],
    below: `Got a story about Vesper? Email tips@dazzle.example. We pay!

READ MORE: Vesper Dow “bought lighthouse”, claims neighbour
READ MORE: “It’s over”: ten stars who said it

Dazzle is part of Southgate Digital. © Southgate Digital 2025`,
    expected: {
      title: 'Is Vesper Dow hanging up her boots? What we know so far',
      publisher: 'DAZZLE',
      publishedAt: '2025-06-21T14:02',
      authors: ['Tansy Vale'],
    },
  },
  {
    what: 'a blog with a handle, a block quote and comments',
    above: `Elmbrook Notes
one resident, no budget

Home | About | Archive | RSS

More holes than my socks
Posted by merlin on August 30, 2025
Filed under: Water, The Board | 22 comments`,
    body: [
      'Somebody finally did the digging. The Valley Gazette reports that the district knew the ferry was leaking. Ines Falk writes:',
      'The district told the board behind closed doors that the hull had "more holes than my socks."',
      'I admire the socks. Bring a flashlight.',
      'UPDATE (5 p.m.): The board now says it does remember the meeting.',
    ],
    below: `22 comments
anon42: told you so. the board always said it was evaporation
Moira: He said "part," singular.

Previously: "Evaporation," says board | Next: Hydrants for sale
Powered by PlainPress. All opinions mine.`,
    expected: { title: 'More holes than my socks', publisher: 'Elmbrook Notes', publishedAt: '2025-08-30', authors: ['merlin'] },
  },
  {
    what: 'sections one a line, a date before the headline, comments with their hours',
    above: `Home
News
Sport
Business
Opinion

Wednesday, March 4, 2026

Ferry sold to Tarsk family as crew protest on quay

By Jane Roe
Harbour Gazette`,
    body: sale,
    below: `Comments

Seagull99
2 hours ago
They always knew, and they said nothing to us.
Reply

Old Tom
5 hours ago
The radio told me first.
Reply

Related stories

Crew vow to stay aboard until spring
Harbour master ‘not told’, says wife`,
    expected: {
      title: 'Ferry sold to Tarsk family as crew protest on quay',
      publisher: 'Harbour Gazette',
      publishedAt: '2026-03-04',
      authors: ['Jane Roe'],
    },
  },
  {
    what: 'a broadcaster with a live badge, a correspondent’s signature and tags at the end',
    above: `CHANNEL SIX NEWS
Watch live

BREAKING

Port authority sells ferry; crew say they were never told

Lena Marsh
Transport correspondent

Published: 4 March 2026 09:15
Last updated: 4 March 2026 11:40`,
    body: sale,
    below: `Tags: Ferries, Port Elm

You may also like
Harbour master resigns over “nap”
Nine boats and a goat: the storm in pictures

Follow Channel Six News on Facebook
© Channel Six Broadcasting 2026`,
    expected: {
      title: 'Port authority sells ferry; crew say they were never told',
      publisher: 'CHANNEL SIX NEWS',
      publishedAt: '2026-03-04T09:15',
      authors: ['Lena Marsh'],
    },
  },
  {
    what: 'questions and answers with an introduction and a footnote on editing',
    above: `Orrin Review of Books

Interviews

Ada Brun on ferries, tides and the end of maps

Interviewed by Corin Vale
March 1, 2026`,
    body: [
      'Ada Brun has steered the ferry at Port Elm since 2009. She spoke to us on the quay.',
      'Q: When did you learn of the sale?',
      'A: From the radio, like everybody else.',
      'Q: Did nobody ring?',
      'A: The harbour master said he had lost the number.',
    ],
    below: `This interview has been edited for length and clarity.

Corin Vale is a contributing editor of the Orrin Review of Books.

Subscribe to our newsletter for interviews like this.`,
    expected: {
      title: 'Ada Brun on ferries, tides and the end of maps',
      publisher: 'Orrin Review of Books',
      publishedAt: '2026-03-01',
      authors: ['Corin Vale'],
    },
  },
  {
    what: 'a page whose dates share a line with a menu, and whose byline is a row of names',
    above: `TESSALY HERALD TRIBUNE

Monday, 9 March 2026                    Subscribe | Log in | E-paper

HOME | NATION | WORLD | BUSINESS | SPORTS | OPINION

Nation

Port to be sold within days: sources

Rina Marsh / TNN / Mar 9, 2026, 08:15 IST`,
    body: [`VELL: ${sale[0]}`, ...sale.slice(1)],
    below: `Follow us on Social Square
Also Read: Who is in, who is out
First published on: 09-03-2026 at 08:15 IST`,
    expected: {
      title: 'Port to be sold within days: sources',
      publisher: 'TESSALY HERALD TRIBUNE',
      publishedAt: '2026-03-09T08:15+05:30',
      authors: ['Rina Marsh'],
    },
  },
  {
    what: 'an emailed letter with its number, hearts and remarks',
    above: `Letters from the Quay
A weekly newsletter by Hanna Dow

#57: What the skipper told me

MAR 3, 2026

♡ 41   💬 12   Share`,
    body: sale,
    below: `Thanks for reading Letters from the Quay! Subscribe for free to receive new posts and support my work.

12 Comments

Liv A.
Mar 4
He told me the same thing in 1998.
Expand full comment

© 2026 Hanna Dow`,
    expected: { title: '#57: What the skipper told me', publisher: 'Letters from the Quay', publishedAt: '2026-03-03' },
  },
  {
    what: 'a monitored broadcast with labelled lines',
    above: `Date: Tue, 3 Mar 2026
Source: Radio Free Tarsk (www.rft.example)
Headline: Commander vows to hold Tarsk bridge
Author: staff
Language: English`,
    body: [
      'TARSK, March 2 - A rebel commander vowed on Monday to hold the bridge, Radio Free Tarsk reported.',
      'Commander Abel Rook said that his men had food for a month.',
    ],
    below: '[Description of Source: Radio Free Tarsk -- opposition station broadcasting from Obrin]',
    expected: { title: 'Commander vows to hold Tarsk bridge', publishedAt: '2026-03-03', original: 'Radio Free Tarsk' },
  },
  {
    what: 'a column under its writer’s name, with a disclaimer',
    above: `Sellin Morning Post | Karvenia's oldest daily

Opinion
Ada Brun

The bridge that nobody will own`,
    body: [
      'If a bridge falls and no minister is near, does it make a sound? The transport ministry insists it does not.',
      'Last week an engineer told parliament the cables were "tired". The minister replied that so was he.',
    ],
    below: `Ada Brun is a columnist for the Sellin Morning Post and the author of "Rust".

The opinions expressed in this column are those of the author and do not necessarily reflect the views of the Sellin Morning Post.`,
    expected: { title: 'The bridge that nobody will own', publisher: 'Sellin Morning Post', authors: ['Ada Brun'] },
  },
  {
    what: 'an agency’s own page',
    above: `VELANEWS

Karvenia central bank holds rates, warns on wages

By Tomas Iver and Rena Holt`,
    body: [
      "SELLIN (Velanews) - Karvenia's central bank left its key rate unchanged on Thursday, two people briefed on the decision said.",
      'Governor Ilse Brand told reporters the bank was "watching every payslip."',
    ],
    below: '(Reporting by Tomas Iver and Rena Holt in Sellin; Editing by Jo Kerr)\n\nOur Standards: The Velanews Code of Trust.',
    expected: {
      title: 'Karvenia central bank holds rates, warns on wages',
      publisher: 'VELANEWS',
      authors: ['Tomas Iver', 'Rena Holt'],
      original: null,
    },
  },
]

const read = ({ above, body, below }: Layout) => readText(`${above}\n\n${body.join('\n\n')}\n\n${below}\n`, { input: 'layout' })

describe('how pages are laid out', () => {
  it.each(layouts.map(layout => [layout.what, layout] as const))('reads the provenance of %s', (_, layout) => {
    const { title, provenance } = read(layout)
    const found = { ...provenance, title, original: provenance.original?.publisher ?? null }
    expect(found).toMatchObject(layout.expected)
  })

  it.each(layouts.map(layout => [layout.what, layout] as const))('searches the body alone of %s', (_, layout) => {
    const document = read(layout)
    const body = document.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quote')
    expect(body.map(block => document.text.slice(block.start, block.end))).toEqual(layout.body)
  })
})

describe('pictures, pull quotes and bullets', () => {
  const kindOf = (line: string) => {
    const document = readText(`Ferry sold to rival firm\n\n${sale.slice(0, 3).join('\n\n')}\n\n${line}\n\n${sale[3]}`, { input: 'line' })
    return document.blocks.find(block => document.text.slice(block.start, block.end) === line)?.kind
  }

  it.each([
    '[Photo: Ferries idle at Port Elm. The master of one said he would “wait for the fools to tire.” Image: J. Orde/MPS]',
    '[Video: Drone footage shows smoke over the river; governor says worst is over]',
    'PICTURED: The ferry in 1911 and, right, last week, when Mr Vale said he feared for its hull',
    'A guard post near Obrin on Saturday. “We see lights,” a farmer said. Per Holm for The Orrin Post',
    'Brun on stage in Pell last year. Insiders say it was “the beginning of the end.” Picture: Southgate',
    "Tractor power: Oakes wheels away after what he called 'a right old hoof'. Photograph: Pellow Rovers FC",
    'A gull at rest. Researchers say its brain may be anything but. (Image: H. Tamm / Lumen)',
    'Emergency crews at Pell Lock on 14 July last year (Standard Archive)',
    'Ada Brun (left) and her deputy wait on the quay for the new owners.',
    'Ada Brun speaks to reporters outside the port authority on Monday.',
    'From left: Ada Brun, Tom Vale and Lena Marsh.',
    '“Nobody rang us”',
  ])('takes for a caption: %s', line => {
    expect(kindOf(line)).toBe('caption')
  })

  it.each([
    'The authority had sold two ferries last year, one of them to a firm for scrap.',
    'She left the quay on Monday (the crew stayed) and spoke to the minister.',
    'Brun speaks four languages and told the court so in each.',
    '“The sea does not read contracts,” Brun said on Monday.',
    'The bridge, left, he said, to rot by the council, fell in May.',
    'Tom Vale wrote for the Orrin Post.',
  ])('keeps in the body: %s', line => {
    expect(kindOf(line)).toBe('paragraph')
  })

  it('keeps the sentences of bullets under a headline, and of a list in the body', () => {
    const document = readText(
      `Ferry sold to rival firm\n\n• Port authority sold the ferry on Monday\n• Crew say they were never told\n\nBy Jane Roe\n\n${sale.join('\n\n')}\n\nThe firm has promised:\n\n- to keep the crew, according to the minister\n- to paint the hull\n`,
      { input: 'bullets' },
    )
    const body = document.blocks.filter(({ kind }) => kind === 'paragraph').map(block => document.text.slice(block.start, block.end))
    expect(body).toEqual([
      'Port authority sold the ferry on Monday',
      'Crew say they were never told',
      ...sale,
      'The firm has promised:',
      'to keep the crew, according to the minister',
      'to paint the hull',
    ])
    expect(document.provenance.authors).toEqual(['Jane Roe'])
  })

  it('loses no story after a button that reads like a footer', () => {
    const document = readText(`Ferry sold to rival firm\n\n${sale[0]}\n\nComments\n\nRelated stories\n\n${sale.slice(1).join('\n\n')}`, {
      input: 'buttons',
    })
    const body = document.blocks.filter(({ kind }) => kind === 'paragraph').map(block => document.text.slice(block.start, block.end))
    expect(body).toEqual(sale)
  })
})
