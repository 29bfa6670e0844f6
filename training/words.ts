const BRACKETS: Readonly<Record<string, string>> = {
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
  '``': '"',
  "''": '"',
  '`': "'",
}

/** A silver token in the plain form that annotation gives tokens. */
export const plainWord = (token: string): string => BRACKETS[token] ?? token
