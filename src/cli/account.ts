import type { Watch } from '../input/index.ts'

/** What a run over inputs has done so far, in words for people. */
export interface Account {
  /** Hears of what the inputs are and of what is passed over. */
  readonly watch: Watch
  readonly countDone: () => void
  readonly countFailed: (code: string) => void
  /** "1,204 of about 3,400 articles · 82/s · 27 s left" */
  readonly describeCourse: () => string
  /** "passed over 6: images (4), redirects (2)"; null where nothing was. */
  readonly describePassed: () => string | null
  /** "12 articles traced, 1 failed: fetch-failed (1); passed over 6: images (4), redirects (2)"; null where all went as asked and nothing was passed over. */
  readonly summarise: () => string | null
}

const count = (number: number): string => number.toLocaleString('en-US')
const countArticles = (number: number): string => `${count(number)} ${number === 1 ? 'article' : 'articles'}`

/** "27 s", "4 min", "2 h 5 min" */
const describeTime = (seconds: number): string => {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const listCounts = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, number]) => `${reason} (${count(number)})`)
    .join(', ')

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, number) => all + number, 0)

/** Keeps count of a run; `verb` is what is done to each article: `traced`. */
export const openAccount = (verb: string): Account => {
  const began = performance.now()
  const skipped = new Map<string, number>()
  const failed = new Map<string, number>()
  let done = 0
  let expected = 0
  let entered = 0
  let size = { all: 0, passed: 0, current: 0 }
  let within = 0
  const raise = (counts: Map<string, number>, reason: string): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const describePassed = (): string | null => (skipped.size > 0 ? `passed over ${count(sum(skipped))}: ${listCounts(skipped)}` : null)
  return {
    describePassed,
    watch: {
      skip: reason => raise(skipped, reason),
      expect: (places, all) => {
        expected = places
        size = { all, passed: 0, current: 0 }
      },
      enter: current => {
        entered++
        size = { all: size.all, passed: size.passed + size.current, current }
        within = 0
      },
      advance: fraction => {
        within = fraction
      },
    },
    countDone: () => {
      done++
    },
    countFailed: code => raise(failed, code),
    describeCourse: () => {
      const seconds = (performance.now() - began) / 1000
      const worked = done + sum(failed)
      const speed = worked / seconds
      const fraction = size.all > 0 ? Math.min(1, (size.passed + within * size.current) / size.all) : 0
      const single = expected > 1 && worked + sum(skipped) === entered
      const all = single ? expected - sum(skipped) : fraction > 0.02 ? Math.max(worked, Math.round(worked / fraction)) : null
      const left = fraction > 0.02 && seconds > 2 && fraction < 1 ? (seconds * (1 - fraction)) / fraction : null
      return [
        all === null ? countArticles(worked) : `${count(worked)} of ${single ? '' : 'about '}${countArticles(all)}`,
        `${speed < 10 ? speed.toFixed(1) : count(Math.round(speed))}/s`,
        ...(left === null ? [] : [`${describeTime(left)} left`]),
      ].join(' · ')
    },
    summarise: () => {
      const failures = sum(failed)
      if (skipped.size === 0 && (failures === 0 || failures + done <= 10)) return null
      return [
        `${countArticles(done)} ${verb}`,
        ...(failures > 0 ? [`, ${count(failures)} failed: ${listCounts(failed)}`] : []),
        ...(skipped.size > 0 ? [`; ${describePassed()}`] : []),
      ].join('')
    },
  }
}
