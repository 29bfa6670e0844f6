/** Pairs of base forms that turn a statement round. The first form of a group in `alike` stands for the group. */
const pairs = `
rise fall
open close
win lose
begin end
accept reject
approve reject
confirm deny
support oppose
buy sell
guilty innocent
allow prohibit
arrest release
arrive leave
alive die
safe unsafe
legal illegal
true false
possible impossible
before after
more less
stay leave
join leave
hire fire
convict acquit
survive die
possible unlikely
likely unlikely
able unable
first last
north south
east west
northern southern
eastern western
upper lower
left right
man woman
son daughter
brother sister
husband wife
father mother
day night
morning evening
friend foe
male female
`

const read = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const map = new Map<string, Set<string>>()
  const add = (a: string, b: string) => map.set(a, (map.get(a) ?? new Set()).add(b))
  for (const line of pairs.trim().split('\n')) {
    const [a, b] = line.split(' ')
    add(a, b)
    add(b, a)
  }
  return map
}

/** A base form to those that say the opposite. */
export const opposites: ReadonlyMap<string, ReadonlySet<string>> = read()
