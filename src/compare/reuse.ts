import type { Publication, Ref } from '../model/publication.ts'
import type { Reuse } from '../model/reuse.ts'
import { type DirectionContext, decideDirection } from './direction.ts'
import { type Comparison, compareWords } from './passages.ts'
import { classifySharing } from './sharing.ts'
import { readWords, type Words } from './words.ts'

const refer = ({ id, key, publisher, publishedAt }: Publication): Ref => ({ publication: id, key, publisher, publishedAt })

const cut = new WeakMap<Publication['trace'], Words>()

const wordsOf = ({ trace }: Publication): Words => {
  const known = cut.get(trace) ?? readWords(trace.document.text)
  cut.set(trace, known)
  return known
}

/** What kind of sharing it is, and who has it from whom, of two publications whose texts are compared already; null where they share nothing to speak of. */
export const judgePair = (a: Publication, b: Publication, comparison: Comparison, context: DirectionContext = {}): Reuse | null => {
  const sharing = classifySharing(a, b, comparison)
  if (sharing === null) return null
  return {
    a: refer(a),
    b: refer(b),
    containment: comparison.containment,
    sharing,
    passages: comparison.passages.map(({ a, b }) => ({ a, b })),
    ...decideDirection(a, b, comparison, sharing, context),
  }
}

/** Whether two publications share text, in which passages, what kind of sharing it is and who has it from whom; null where they do not. */
export const findReuse = (a: Publication, b: Publication, context: DirectionContext = {}): Reuse | null =>
  judgePair(a, b, compareWords(wordsOf(a), wordsOf(b)), context)
