import colors from 'picocolors'
import type { Identity } from '../model/source.ts'

/** How a page is printed: columns, and whether colour may be used. Colour never says anything that words do not. */
export interface ReportOptions {
  readonly width: number
  readonly color: boolean
  /** Also print, for every decision, the rule or model, the words, and what else was considered. */
  readonly explain?: boolean
}

export interface Style {
  readonly width: number
  readonly explain: boolean
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly stance: (text: string) => string
  readonly identity: Readonly<Record<Identity, (text: string) => string>>
}

/** Identity's sign and word, the same in every part of the page. */
export const identities: Readonly<Record<Identity, { readonly sign: string; readonly word: string; readonly meaning: string }>> = {
  named: { sign: '●', word: 'named', meaning: 'a name, or a body that answers for itself' },
  unnamed: { sign: '◐', word: 'unnamed', meaning: 'told by role alone' },
  anonymous: { sign: '○', word: 'anonymous', meaning: 'the name is held back' },
  unspecified: { sign: '?', word: 'nobody given', meaning: 'no source at all' },
}

export const identityOrder: readonly Identity[] = ['named', 'unnamed', 'anonymous', 'unspecified']

/** `1 claim`, `2 claims`. */
export const countNoun = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

export const createStyle = ({ width, color, explain = false }: ReportOptions): Style => {
  const c = colors.createColors(color)
  return {
    width: Math.max(40, Math.min(width, 120)),
    explain,
    bold: c.bold,
    dim: c.dim,
    stance: c.red,
    identity: { named: c.green, unnamed: c.yellow, anonymous: c.magenta, unspecified: c.red },
  }
}
