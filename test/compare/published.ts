import type { Publication } from '../../src/model/publication.ts'
import { loadModel } from '../../src/node.ts'
import { readText } from '../../src/read/text.ts'
import { trace } from '../../src/trace.ts'

const model = await loadModel()

interface Given {
  readonly publisher?: string
  readonly publishedAt?: string
  readonly seenAt?: string
  readonly authors?: readonly string[]
  readonly url?: string
}

let count = 0

/** A publication with the trace of its text. */
export const publish = (text: string, { publisher, publishedAt, seenAt, authors = [], url }: Given = {}): Publication => {
  const document = readText(text, {
    input: 'test',
    ...(url ? { url } : {}),
    record: { publisher: publisher ?? null, publishedAt: publishedAt ?? null, seenAt: seenAt ?? null, authors },
  })
  return {
    id: `p${++count}`,
    key: null,
    url: url ?? null,
    publisher: document.provenance.publisher,
    publishedAt: document.provenance.publishedAt,
    seenAt: document.provenance.seenAt,
    trace: trace(document, model),
  }
}

export const wire = `The Selmark bridge will stay closed to lorries until the end of June after divers found cracks in two of its piers, the head of the county roads office said on Monday.

The 310-metre bridge carries most of the freight between Selmark and the quarries at Onderby. Hauliers have been sent through the village of Cray since the first week of May, a detour of 38 kilometres along a road that was never meant for heavy traffic.

Divers went down again at the weekend and fixed sensors to the third and fifth pier. The office expects to know by the middle of the month whether steel collars will hold or whether the piers must be rebuilt from the river bed.

The bridge was opened in 1961 and was last overhauled 22 years ago.`

export const local = `Outside the bakery in Cray the cups have been rattling on their hooks for three weeks. Jette Aspen counts the lorries on a strip of paper beside the till; on Friday there were 412 of them before noon.

The parish council wants a speed limit of thirty and a crossing by the school. A petition with nine hundred names was handed over on Saturday.`
