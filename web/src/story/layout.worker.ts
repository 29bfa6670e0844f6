import dagre from '@dagrejs/dagre'
import type { Graph, PlacedGraph } from './graph.ts'

const layOut = ({ nodes, edges }: Graph): PlacedGraph => {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: 70, nodesep: 18, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of nodes) graph.setNode(node.id, { width: node.width, height: node.height })
  for (const edge of edges) graph.setEdge(edge.from, edge.to)
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: nodes.map(node => ({ ...node, x: graph.node(node.id).x, y: graph.node(node.id).y })),
    edges: edges.map(edge => ({ ...edge, points: graph.edge(edge.from, edge.to).points })),
  }
}

addEventListener('message', ({ data }: MessageEvent<Graph>) => postMessage(layOut(data)))
