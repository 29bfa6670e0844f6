import type { Name, NameKind } from '../model/annotation.ts'
import type { TokenRows } from './tokens.ts'

const KINDS: Readonly<Record<string, NameKind>> = { PERSON: 'person', ORGANIZATION: 'organization', LOCATION: 'place', MISC: 'other' }

/** The names that labels `B-…` and `I-…` tell of. */
export const findNames = (rows: TokenRows, labels: readonly string[]): Name[] => {
  const out: Name[] = []
  for (let t = 0; t < labels.length; t++) {
    if (!labels[t].startsWith('B-')) continue
    let last = t + 1
    while (last < labels.length && labels[last].startsWith('I-')) last++
    out.push({ start: rows.start[t], end: rows.end[last - 1], first: t, last, kind: KINDS[labels[t].slice(2)] ?? 'other' })
  }
  return out
}
