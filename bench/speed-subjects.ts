import { annotate } from '../src/annotate/index.ts'
import { attribute } from '../src/attribute/index.ts'
import { buildChains } from '../src/chain/index.ts'
import { loadModel } from '../src/node.ts'
import { readText } from '../src/read/text.ts'
import { resolve } from '../src/resolve/index.ts'
import { trace } from '../src/trace.ts'

/** What is measured: the whole trace, its stages, and what others do with the same texts. */
export const subjectNames = [
  'trace',
  'read',
  'annotate',
  'attribute',
  'resolve',
  'chain',
  'wink-nlp, tokens and tags',
  'compromise, quotations',
] as const
export type SubjectName = (typeof subjectNames)[number]

const openWink = async (texts: readonly string[]): Promise<() => unknown[]> => {
  const { default: wink } = await import('wink-nlp')
  const { default: winkModel } = await import('wink-eng-lite-web-model')
  const nlp = wink(winkModel, ['sbd', 'pos'])
  return () => texts.map(text => nlp.readDoc(text).tokens().out(nlp.its.pos))
}

const openCompromise = async (texts: readonly string[]): Promise<() => unknown[]> => {
  const { default: compromise } = await import('compromise')
  return () => texts.map(text => compromise(text).quotations().out('array'))
}

/** Makes a subject ready: what it returns takes all the texts once. */
export const openSubject = async (name: SubjectName, texts: readonly string[]): Promise<() => unknown[]> => {
  if (name === 'wink-nlp, tokens and tags') return openWink(texts)
  if (name === 'compromise, quotations') return openCompromise(texts)
  const model = await loadModel()
  if (name === 'trace') return () => texts.map(text => trace(text, model))
  if (name === 'read') return () => texts.map(text => readText(text, { input: '' }))
  const documents = texts.map(text => readText(text, { input: '' }))
  if (name === 'annotate') return () => documents.map(document => annotate(document, model.annotation))
  const annotated = documents.map(document => annotate(document, model.annotation))
  if (name === 'attribute') return () => annotated.map(document => attribute(document, model.attribution))
  const attributed = annotated.map(document => attribute(document, model.attribution).attributions)
  if (name === 'resolve') return () => annotated.map((document, i) => resolve(document, attributed[i]))
  const resolved = annotated.map((document, i) => resolve(document, attributed[i]))
  return () => annotated.map((document, i) => buildChains(document, attributed[i], resolved[i]))
}
