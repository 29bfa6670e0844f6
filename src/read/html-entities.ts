const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const OTHERS =
  'amp & lt < gt > quot " apos \' hellip … mdash — ndash – lsquo ‘ rsquo ’ ldquo “ rdquo ” sbquo ‚ bdquo „ lsaquo ‹ rsaquo › bull • trade ™ euro € larr ← rarr → uarr ↑ darr ↓ minus − dagger † Dagger ‡ permil ‰ prime ′ Prime ″ OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č cacute ć Cacute Ć nacute ń lstrok ł Lstrok Ł sacute ś zacute ź zdot ż eogon ę aogon ą inodot ı gbreve ğ scedil ş Yuml Ÿ fnof ƒ circ ˆ tilde ˜ check ✓ star ☆ starf ★ ne ≠ le ≤ ge ≥ infin ∞ num # excl ! quest ? percnt % dollar $ lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] colon : semi ; comma , period . sol / bsol \\ equals = plus + ast * commat @ lowbar _ verbar | vert | hyphen ‐ dash ‐ horbar ― lsquor ‚ rsquor ’ rdquor ” NoBreak \u2060 ensp \u2002 emsp \u2003 thinsp \u2009 hairsp \u200a zwnj \u200c zwj \u200d lrm \u200e rlm \u200f NewLine \n Tab \t'

const pairs = OTHERS.split(' ')
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...pairs.flatMap((name, index) => (index % 2 === 0 ? [[name, pairs[index + 1]] as const] : [])),
])
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}[1-4]{0,2}));?/gi
/** What windows-1252 has from 0x80 to 0x9f: pages count on it in numeric references. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const decodeCode = (code: number): string => {
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80]
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
}

/** The characters that HTML's references stand for; what is no reference stays. `Caf&eacute; &#8212; a &b` → `Café — a &b`. */
export const decodeEntities = (words: string): string =>
  words.includes('&')
    ? words.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
        if (hex) return decodeCode(Number.parseInt(hex, 16))
        if (decimal) return decodeCode(Number(decimal))
        return whole.endsWith(';') || name === 'amp' || name === 'nbsp' || name === 'quot'
          ? (ENTITIES.get(name!) ?? ENTITIES.get(name!.toLowerCase()) ?? whole)
          : whole
      })
    : words
