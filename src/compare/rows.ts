/** Numbers in a row that grows, four or eight bytes each. */
export const openRow = <T extends Uint32Array | Float64Array>(make: (length: number) => T) => {
  let row = make(1024)
  let length = 0
  return {
    push: (value: number): void => {
      if (length === row.length) {
        const wider = make(2 * length)
        wider.set(row)
        row = wider
      }
      row[length++] = value
    },
    at: (index: number): number => row[index],
    length: (): number => length,
    /** What is there; not to be kept while the row grows. */
    view: (): T => row.subarray(0, length) as T,
    /** What is there, to be kept. */
    take: (): T => row.slice(0, length) as T,
    /** Makes room for others. */
    clear: (): void => {
      length = 0
    },
  }
}

export const openWholes = () => openRow(length => new Uint32Array(length))

/** Numbers the keys that it is given from 0 on; keys are whole numbers from 1 to 2^53. */
export const openNumbering = () => {
  let keys = new Float64Array(1 << 12)
  let numbers = new Uint32Array(keys.length)
  let length = 0
  const findPlace = (key: number): number => {
    let at = (Math.imul(key >>> 0, 0x9e3779b1) ^ (key / 4294967296)) & (keys.length - 1)
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (keys.length - 1)
    return at
  }
  const widen = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers]
    keys = new Float64Array(2 * oldKeys.length)
    numbers = new Uint32Array(keys.length)
    oldKeys.forEach((key, at) => {
      if (key === 0) return
      const place = findPlace(key)
      keys[place] = key
      numbers[place] = oldNumbers[at]
    })
  }
  return {
    /** The number of a key; the next free one where it is new. */
    number: (key: number): number => {
      if (2 * length > keys.length) widen()
      const at = findPlace(key)
      if (keys[at] === 0) {
        keys[at] = key
        numbers[at] = length++
      }
      return numbers[at]
    },
    length: (): number => length,
  }
}
