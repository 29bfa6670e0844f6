/** Words that news uses for one and the same thing, a group a line; base forms, British spelling. The first stands for all. */
const groups = `
die death dead kill fatality perish
injure hurt wounded injury casualty
kids child children kid youngster
begin start commence kick-off
end finish conclude
sell sale
buy purchase acquire acquisition bought
close shut closure shut-down close-down
open opening
collide collision crash
cut reduce slash shed reduction axe trim
rise increase climb raise grow jump soar hike bring-up go-up
fall drop go-down decline sink plunge decrease
arrest detain detention
charge indict indictment accuse
resign quit resignation step-down stand-down
build construct construction
destroy destruction raze
allow permit let
prohibit ban outlaw forbid
vote ballot
attack assault
help aid assist assistance
meet meeting talk summit session sit-down encounter
talk discussion discuss negotiation
deal agreement accord pact
gun weapon rifle firearm
police cop constabulary
worker employee staff
job post position
house home
car vehicle automobile
lorry truck
plane aircraft jet airliner
ship vessel boat
company firm business corporation
chief head boss
big large huge
tell inform
show reveal
fast quick rapid
meddle interfere interference meddling
relation relationship tie
need require
plan intend
get obtain receive
ask request
choose pick select
about regarding concerning
keep store
escape flee fled
find discover discovery
steal theft stole
pledge promise vow
expect anticipate
consider mull weigh
drag pull haul
forward striker
footpath path
film movie
doctor physician medic
lawyer attorney solicitor
prison jail
murder homicide
money cash
street road
storey floor
fire blaze
flood flooding inundation
launch unveil roll-out
scrap abolish do-away
postpone delay defer put-off push-back
cancel call-off
approve back endorse
reject refuse turn-down
owner proprietor
leak leaking leakage
`

const read = (): ReadonlyMap<string, string> => {
  const map = new Map<string, string>()
  for (const line of groups.trim().split('\n')) {
    const [first, ...others] = line.split(' ')
    map.set(first, map.get(first) ?? first)
    for (const word of others) if (!map.has(word)) map.set(word, map.get(first)!)
  }
  return map
}

/** A word's base form to the word that stands for all that mean nearly the same. */
export const alike: ReadonlyMap<string, string> = read()
