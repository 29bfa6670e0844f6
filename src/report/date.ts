const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** An ISO 8601 date or interval as a reader of English writes it, in its own offset; anything else is given back as it is. */
export const formatDate = (iso: string): string => {
  if (iso.includes('/')) return iso.split('/').map(formatDate).join(' to ')
  const match = pattern.exec(iso)
  if (!match) return iso
  const [, year, month, day, time, offset] = match
  const name = month ? months[Number(month) - 1] : ''
  if (name === undefined) return iso
  const date = [day ? String(Number(day)) : '', name, year].filter(Boolean).join(' ')
  return time ? `${date}, ${time}${offset === 'Z' ? ' UTC' : offset ? ` ${offset}` : ''}` : date
}
