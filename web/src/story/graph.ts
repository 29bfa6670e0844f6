import type { Claim } from '../../../src/model/claim.ts'
import type { Ref } from '../../../src/model/publication.ts'
import type { Identity } from '../../../src/model/source.ts'
import type { Passage } from './lanes.ts'

/** What is drawn: origins, publications, and who has it from whom. Pure values, so that a worker can lay them out. */
export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly kind: 'origin' | 'publication'
  readonly identity: Identity
  readonly width: number
  readonly height: number
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly credited: boolean
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

export interface PlacedGraph {
  readonly width: number
  readonly height: number
  readonly nodes: readonly (GraphNode & { readonly x: number; readonly y: number })[]
  readonly edges: readonly (GraphEdge & { readonly points: readonly { readonly x: number; readonly y: number }[] })[]
}

const size = (label: string): { width: number; height: number } => ({
  width: Math.min(220, Math.max(96, label.length * 7.4 + 28)),
  height: 46,
})

/**
 * From the origins of a claim to the publications that make it. A publication that copied another hangs on that one, not on the origin a second time.
 */
export const drawClaim = (claim: Claim, refs: ReadonlyMap<string, Ref>, passages: readonly Passage[]): Graph => {
  const ids = [...new Set(claim.members.map(({ publication }) => publication))]
  const own = new Set(ids)
  const inner = passages.filter(({ from, to, common }) => !common && own.has(from) && own.has(to))
  const copied = new Set(inner.map(({ to }) => to))
  const origins = claim.origins.list.map((origin, index): GraphNode => {
    const label = origin.name || 'nobody given'
    return { id: `origin-${index}`, label, note: origin.kind, kind: 'origin', identity: origin.identity, ...size(label) }
  })
  const publications = ids.map((id): GraphNode => {
    const ref = refs.get(id)
    const label = ref?.publisher ?? 'publisher not known'
    return { id, label, note: ref?.publishedAt?.slice(0, 10) ?? '', kind: 'publication', identity: 'named', ...size(label) }
  })
  const edges = claim.origins.list.flatMap((origin, index) =>
    [...new Set(origin.members.map(member => claim.members[member]?.publication))]
      .filter(id => id !== undefined && !copied.has(id))
      .map(id => ({ from: `origin-${index}`, to: id, credited: true })),
  )
  return { nodes: [...origins, ...publications], edges: [...edges, ...inner.map(({ from, to, credited }) => ({ from, to, credited }))] }
}
