/** Whether a UTF-16 code unit is white space, as `\s` has it. */
const isWhite = (code: number): boolean =>
  code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff)

/** How many code units of some words are no white space. */
export const countVisible = (words: string): number => {
  let count = 0
  for (let at = 0; at < words.length; at++) if (!isWhite(words.charCodeAt(at))) count++
  return count
}

/** How many stretches single spaces part. */
export const countSpaced = (words: string): number => {
  let count = 1
  for (let at = 0; at < words.length; at++) if (words.charCodeAt(at) === 32) count++
  return count
}

/** How long some words are when each run of white space is one space. */
export const countCollapsed = (words: string): number => {
  let count = 0
  let before = false
  for (let at = 0; at < words.length; at++) {
    const white = isWhite(words.charCodeAt(at))
    if (!white || !before) count++
    before = white
  }
  return count
}
