/** A line of a hand-made PDF: points from the page's lower left corner. */
export interface PlacedLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0) & 255)
const quote = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/** Joins objects, which are numbered from 1 in their order, to the bytes of a PDF; the first is its catalogue. */
export const writeObjects = (objects: readonly string[], trailer = ''): Uint8Array => {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`
  return latin(file)
}

/** A stream object. */
export const writeStream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`

/** Writes a PDF in Helvetica with lines where they are told to stand; letters of Latin 1 only. `info` holds entries such as `/Title (Ferry)`. */
export const writePdf = (
  pages: readonly (readonly PlacedLine[])[],
  info = '',
  size: readonly [number, number] = [595, 842],
): Uint8Array => {
  const first = 5
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size[0]} ${size[1]}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      writeStream(
        lines.map(({ text, x, y, size: points = 10 }) => `BT /F1 ${points} Tf 1 0 0 1 ${x} ${y} Tm (${quote(text)}) Tj ET`).join('\n'),
      ),
    ]),
  ]
  return writeObjects(objects, '/Info 4 0 R')
}
