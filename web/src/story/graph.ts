import type { Claim } from '../../../src/model/claim.ts'
import type { Ref } from '../../../src/model/publication.ts'
import type { Identity } from '../../../src/model/source.ts'
import { formatDate } from '../../../src/report/date.ts'
import type { Passage } from './lanes.ts'

/** What is drawn: origins, publications, and who has it from whom. Pure values, so that a worker can lay them out. */
export interface GraphNode {
  readonly id: string
  readonly label: string
  /** The label as it is drawn. */
  readonly lines: readonly string[]
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

const perLine = 26
const character = 7.8

/** A label on at most two lines; what does not fit is cut. */
export const wrapLabel = (label: string): string[] => {
  if (label.length <= perLine) return [label]
  const space = label.lastIndexOf(' ', perLine)
  const first = space > perLine / 3 ? label.slice(0, space) : label.slice(0, perLine)
  const rest = label.slice(first.length).trim()
  return [first, rest.length > perLine ? `${rest.slice(0, perLine - 1).trimEnd()}…` : rest]
}

const measure = (label: string): Pick<GraphNode, 'lines' | 'width' | 'height'> => {
  const lines = wrapLabel(label)
  const longest = Math.max(...lines.map(({ length }) => length))
  return { lines, width: Math.max(104, longest * character + 30), height: 30 + 16 * lines.length }
}

const nameOf = (ref: Ref | undefined): string => ref?.publisher ?? 'publisher not known'

/** Who cites whom for a claim, by the reasons of its origins: the earliest publication of the outlet that is cited. */
const listCitations = (claim: Claim, ids: readonly string[], refs: ReadonlyMap<string, Ref>): GraphEdge[] => {
  const cited = new Set(
    claim.origins.list.flatMap(({ reasons }) => reasons).flatMap(({ code, message }) => (code === 'cites' ? [message] : [])),
  )
  return ids.flatMap(to => {
    const from = ids.find(
      id => nameOf(refs.get(id)) !== nameOf(refs.get(to)) && cited.has(`${nameOf(refs.get(to))} cites ${nameOf(refs.get(id))}`),
    )
    return from === undefined ? [] : [{ from, to, credited: true }]
  })
}

/**
 * From the origins of a claim to the publications that make it. A publication that copied or cites another hangs on that one, not on the origin a second time;
 * publications that cite each other in a ring have no origin but themselves.
 */
export const drawClaim = (claim: Claim, refs: ReadonlyMap<string, Ref>, passages: readonly Passage[]): Graph => {
  const dateOf = (id: string): string => refs.get(id)?.publishedAt ?? '9999'
  const ids = [...new Set(claim.members.map(({ publication }) => publication))].sort((a, b) => dateOf(a).localeCompare(dateOf(b)))
  const own = new Set(ids)
  const copies = passages.filter(({ from, to, common }) => !common && own.has(from) && own.has(to))
  const copied = new Set(copies.map(({ to }) => to))
  const citations = listCitations(claim, ids, refs).filter(({ to }) => !copied.has(to))
  const passed = [...copies.map(({ from, to, credited }) => ({ from, to, credited })), ...citations]
  const reached = new Set(passed.map(({ to }) => to))
  const names = new Set(ids.map(id => nameOf(refs.get(id))))
  const started = claim.origins.list.flatMap((origin, index) => {
    const resting = new Set(origin.members.map(member => claim.members[member]?.publication))
    const all = ids.filter(id => resting.has(id))
    const first = all.filter(id => !reached.has(id))
    if (first.length === 0 && names.has(origin.name)) return []
    const label = origin.name || 'nobody given'
    const node: GraphNode = {
      id: `origin-${index}`,
      label,
      note: origin.kind,
      kind: 'origin',
      identity: origin.identity,
      ...measure(label),
    }
    return [{ node, edges: (first.length > 0 ? first : all.slice(0, 1)).map(id => ({ from: node.id, to: id, credited: true })) }]
  })
  const publications = ids.map((id): GraphNode => {
    const label = nameOf(refs.get(id))
    const note = refs.get(id)?.publishedAt?.slice(0, 10)
    return { id, label, note: note ? formatDate(note) : '', kind: 'publication', identity: 'named', ...measure(label) }
  })
  return { nodes: [...started.map(({ node }) => node), ...publications], edges: [...started.flatMap(({ edges }) => edges), ...passed] }
}

/** A graph as a list within a list, for where there is no room to draw: each node once, under the first that it has the claim from. */
export interface Branch {
  readonly node: GraphNode
  /** Whether it is credited that it has the claim from the one above. */
  readonly credited: boolean
  /** Others that it has the claim from. */
  readonly also: readonly string[]
  readonly branches: readonly Branch[]
}

export const growBranches = ({ nodes, edges }: Graph): Branch[] => {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const grown = new Set<string>()
  const grow = (node: GraphNode, from: string | null, credited: boolean): Branch => {
    grown.add(node.id)
    const also = edges.filter(edge => edge.to === node.id && edge.from !== from).map(edge => labels.get(edge.from) ?? '')
    const branches: Branch[] = []
    for (const edge of edges) {
      const next = edge.from === node.id && !grown.has(edge.to) ? nodes.find(({ id }) => id === edge.to) : undefined
      if (next) branches.push(grow(next, node.id, edge.credited))
    }
    return { node, credited, also, branches }
  }
  const targets = new Set(edges.map(({ to }) => to))
  const roots = nodes.filter(({ id }) => !targets.has(id)).map(node => grow(node, null, true))
  const others: Branch[] = []
  for (const node of nodes) if (!grown.has(node.id)) others.push(grow(node, null, true))
  return [...roots, ...others]
}
