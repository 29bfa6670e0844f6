import { hashString } from '../learn/hash.ts'
import type { Story } from '../model/claim.ts'
import type { Publication } from '../model/publication.ts'

/** Groups publications by the event or rumour that they are about; every publication is in one story. */
export const groupStories = (publications: readonly Publication[]): Story[] =>
  publications.map(({ id, key, publisher, publishedAt, trace }) => ({
    id: hashString(id).toString(16).padStart(8, '0'),
    title: trace.document.title ?? trace.document.text.slice(0, 80),
    members: [{ publication: id, key, publisher, publishedAt }],
  }))
