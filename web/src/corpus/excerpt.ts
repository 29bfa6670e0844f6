/** Cuts what a search found into stretches, those that were looked for marked; control characters never reach the page. */
export const cutExcerpt = (excerpt: string): { readonly text: string; readonly found: boolean }[] =>
  excerpt
    .split(/(\u0001[^\u0002]*\u0002?)/)
    .map(part => ({ text: part.replace(/[\u0000-\u0008\u000b-\u001f]/g, ''), found: part.startsWith('\u0001') }))
    .filter(({ text }) => text !== '')
