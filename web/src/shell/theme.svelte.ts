type Theme = 'light' | 'dark'

const key = 'hearsay-theme'
const system = matchMedia('(prefers-color-scheme: dark)')

const stored = (): Theme | null => {
  try {
    const value = localStorage.getItem(key)
    return value === 'light' || value === 'dark' ? value : null
  } catch {
    return null
  }
}

export const theme = $state<{ chosen: Theme | null; system: Theme }>({ chosen: stored(), system: system.matches ? 'dark' : 'light' })

system.addEventListener('change', () => {
  theme.system = system.matches ? 'dark' : 'light'
})

const apply = (): void => {
  if (theme.chosen) document.documentElement.dataset.theme = theme.chosen
  else delete document.documentElement.dataset.theme
}
apply()

/** Turns to the other theme and remembers it; the system's own is not remembered. */
export const toggleTheme = (): void => {
  const next: Theme = (theme.chosen ?? theme.system) === 'dark' ? 'light' : 'dark'
  theme.chosen = next === theme.system ? null : next
  apply()
  try {
    if (theme.chosen) localStorage.setItem(key, theme.chosen)
    else localStorage.removeItem(key)
  } catch {
    return
  }
}
