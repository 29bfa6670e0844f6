/** A stretch of `document.text`: UTF-16 offsets, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** The words of `text` that `span` points at. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether `inner` lies wholly inside `outer`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether the two share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
