import { classOf, DASH, DOUBLE, SINGLE, SPACE } from './character.ts'

const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

const normalizeSlow = (s: string): string => {
  let out = ''
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i)
    const kind = classOf(code)
    if (code === 0x2026) out += '...'
    else if (code === 0xad || kind === SPACE) out += ''
    else if (kind === SINGLE) out += "'"
    else if (kind === DOUBLE) out += '"'
    else if (kind === DASH) out += '--'
    else if (code === 0x2010 || code === 0x2011) out += '-'
    else out += s[i]
  }
  if (out === "''") return '"'
  if (/^-{2,}$/.test(out)) return '--'
  return /^\.{2,}$/.test(out) ? '...' : out
}

/** The characters from `start` to `end` with quotation marks, apostrophes, dashes and ellipses in their plain form. */
export const normalizeToken = (text: string, start: number, end: number): string => {
  for (let i = start; i < end; i++)
    if (!isPlain(text.charCodeAt(i)))
      return end - start === 1 && text.charCodeAt(i) < 127 ? normalizeAscii(text[i]) : normalizeSlow(text.slice(start, end))
  return text.slice(start, end)
}

const normalizeAscii = (ch: string): string => (ch === '`' ? "'" : ch)
