/** Where the reader is: kept in the address, so that it can be linked to, reloaded and gone back from. */
export const place = $state({ path: location.pathname, query: location.search, fragment: location.hash })

const read = (): void => {
  place.path = location.pathname
  place.query = location.search
  place.fragment = location.hash
}

addEventListener('popstate', read)
addEventListener('hashchange', read)

/** Goes to an address on this site; `replace` leaves no step to go back to. */
export const goTo = (address: string, { replace = false } = {}): void => {
  const samePage = new URL(address, location.href).pathname === location.pathname
  if (replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  read()
  if (!samePage) {
    scrollTo(0, 0)
    requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
  }
}

/** Links within the site change the page without loading it anew. */
export const followLink = (event: MouseEvent): void => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (link.pathname.startsWith('/api/') || link.pathname.endsWith('.json')) return
  if (link.pathname === location.pathname && link.search === location.search && link.hash !== '') return
  event.preventDefault()
  goTo(link.pathname + link.search + link.hash)
}

/** The address with some fields of its query set, or left out where the value is empty. */
export const withQuery = (changes: Readonly<Record<string, string | null>>): string => {
  const fields = new URLSearchParams(place.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') fields.delete(name)
    else fields.set(name, value)
  }
  const query = fields.toString()
  return place.path + (query === '' ? '' : `?${query}`)
}
