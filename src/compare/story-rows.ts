import { openWholes } from './rows.ts'

/** Numbers in a block; no row is longer. */
const BLOCK = 1 << 18

/** Rows of term numbers in rising order with a small whole number each, one behind the other in blocks. */
export interface TermRows {
  readonly length: () => number
  /** Puts down a row of the numbers `from` the two lists, without copying the lists first. */
  readonly push: (terms: ArrayLike<number>, values: ArrayLike<number>) => void
  /** Where a row stands: it is `block.terms` and `block.values` from `start` to `end`. */
  readonly find: (index: number) => { readonly block: TermBlock; readonly start: number; readonly end: number }
  /** Gives the room of the rows before this one back where whole blocks are no longer needed. */
  readonly dropBefore: (index: number) => void
}

interface TermBlock {
  readonly terms: Uint32Array
  readonly values: Uint8Array | Uint16Array
}

const nothing: TermBlock = { terms: new Uint32Array(0), values: new Uint8Array(0) }

/** Opens rows whose values take one byte or two. */
export const openTermRows = (bytes: 1 | 2): TermRows => {
  const blocks: TermBlock[] = []
  const [of, starts, ends] = [openWholes(), openWholes(), openWholes()]
  let room = 0
  let dropped = 0
  return {
    length: ends.length,
    push: (terms, values) => {
      if (terms.length > room) {
        blocks.push({ terms: new Uint32Array(BLOCK), values: bytes === 1 ? new Uint8Array(BLOCK) : new Uint16Array(BLOCK) })
        room = BLOCK
      }
      const block = blocks[blocks.length - 1]
      const start = BLOCK - room
      block.terms.set(terms, start)
      block.values.set(values, start)
      room -= terms.length
      of.push(blocks.length - 1)
      starts.push(start)
      ends.push(start + terms.length)
    },
    find: index => ({ block: blocks[of.at(index)], start: starts.at(index), end: ends.at(index) }),
    dropBefore: index => {
      const first = index < of.length() ? of.at(index) : blocks.length
      for (; dropped < first; dropped++) blocks[dropped] = nothing
    },
  }
}
