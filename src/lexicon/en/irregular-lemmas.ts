const read = (lines: string): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  for (const entry of lines.trim().split(/\s*[;\n]\s*/)) {
    const [base, forms] = entry.split(':')
    for (const form of (forms ?? '').trim().split(/\s+/)) if (form !== '') out.set(form, base.trim())
  }
  return out
}

/** Irregular verb forms, and regular ones whose base is not told by rule; form to base. */
export const irregularVerbs: ReadonlyMap<string, string> = read(`
be: am is are was were been being 's 'm 're m re; have: has had having 've 'd; do: does did done doing; go: goes went gone; say: said; make: made; get: got gotten
see: saw seen; know: knew known; take: took taken; come: came; think: thought; give: gave given; find: found; tell: told; become: became; show: shown
leave: left leaving; feel: felt; put: put putting; bring: brought; begin: began begun; keep: kept; hold: held; write: wrote written; stand: stood; hear: heard
let: let letting; mean: meant; set: set setting; meet: met; run: ran run; pay: paid; sit: sat; speak: spoke spoken; lie: lay lain lying lied; lead: led
read: read; grow: grew grown; lose: lost losing; fall: fell fallen; send: sent; build: built; understand: understood; draw: drew drawn; break: broke broken
spend: spent; cut: cut; rise: rose risen; drive: drove driven; buy: bought; wear: wore worn; choose: chose chosen; seek: sought; throw: threw thrown
catch: caught; deal: dealt; win: won; forget: forgot forgotten; lay: laid; sell: sold; fight: fought; bear: bore borne born; teach: taught; eat: ate eaten
sing: sang sung singing; strike: struck stricken; hang: hung; shake: shook shaken; ride: rode ridden; feed: fed; shoot: shot; drink: drank drunk; hit: hit; arise: arose arisen
fly: flew flown; spread: spread; sleep: slept; cost: cost; beat: beaten; light: lit; bind: bound; cast: cast; hide: hid hidden; swing: swung; bend: bent
shut: shut; lend: lent; quit: quit; steal: stole stolen; sweep: swept; swear: swore sworn; tear: tore torn; wake: woke woken; bite: bit bitten; blow: blew blown
burn: burnt; dig: dug; freeze: froze frozen; hurt: hurt; ring: rang rung; shrink: shrank shrunk; sink: sank sunk; slide: slid; spin: spun; split: split
stick: stuck; sting: stung; swim: swam swum; weep: wept; wind: wound; withdraw: withdrew withdrawn; undergo: underwent undergone; overcome: overcame; undertake: undertook undertaken
overthrow: overthrew overthrown; foresee: foresaw foreseen; forbid: forbade forbidden; forgive: forgave forgiven; flee: fled; cling: clung; creep: crept; breed: bred
bleed: bled; shed: shed; shine: shone; speed: sped; spit: spat; spring: sprang sprung; thrust: thrust; tread: trod trodden; uphold: upheld; withhold: withheld
withstand: withstood; mislead: misled; misunderstand: misunderstood; mistake: mistook mistaken; oversee: oversaw overseen; rebuild: rebuilt; rethink: rethought; retell: retold
resell: resold; repay: repaid; redo: redid redone; undo: undid undone; rewrite: rewrote rewritten; overhear: overheard; override: overrode overridden; overtake: overtook overtaken
outdo: outdid outdone; outgrow: outgrew outgrown; prove: proven; sew: sewn; sow: sown; mow: mown; swell: swollen; saw: sawn; weave: wove woven; learn: learnt; dream: dreamt
lean: leant; leap: leapt; spell: spelt; spoil: spoilt; smell: smelt; dwell: dwelt; kneel: knelt; slay: slew slain; strive: strove striven; thrive: throve; grind: ground
plead: pled; fling: flung; stride: strode; dive: dove; strew: strewn; clothe: clad; befall: befell befallen; waylay: waylaid; underlie: underlying; beget: begot; bid: bade; burst: burst; foretell: foretold; behold: beheld; broadcast: broadcast; forecast: forecast; offset: offset; upset: upset; reset: reset; bet: bet; rid: rid; thrust: thrust
die: died dying dies; tie: tied tying ties; vie: vied vying vies; untie: untied untying; belie: belied belying belies; lie: lies; owe: owed owing owes; eye: eyed eyeing eyes; dye: dyed dyeing; singe: singed
panic: panicked panicking; traffic: trafficked trafficking; mimic: mimicked mimicking; frolic: frolicked frolicking; picnic: picnicked; ski: skied skiing
add: added adding; err: erred erring; ebb: ebbed ebbing; butt: butted butting; egg: egged egging; bus: bused busing bussed; free: freed freeing; focus: focused focusing focussed; bias: biased biasing
ruin: ruined ruining; use: used using; combat: combated combating; debut: debuted debuting; waltz: waltzed; quiz: quizzed; veto: vetoed vetoing vetoes; echo: echoed echoing echoes; go: going; model: modelled modelling
control: controlled controlling; travel: travelled travelling; cancel: cancelled cancelling; label: labelled labelling; fuel: fuelled fuelling; counsel: counselled counselling; signal: signalled signalling
compel: compelled compelling; propel: propelled propelling; expel: expelled expelling; rebel: rebelled rebelling; quarrel: quarrelled quarrelling; patrol: patrolled patrolling; excel: excelled excelling
repel: repelled repelling; dispel: dispelled dispelling; level: levelled levelling; tunnel: tunnelled tunnelling; marvel: marvelled; channel: channelled channelling; unravel: unravelled; total: totalled totalling; rival: rivalled
fulfil: fulfilled fulfilling; extol: extolled extolling; dial: dialled dialling; shovel: shovelled; cudgel: cudgelled; bar: barred barring; star: starred starring; kidnap: kidnapped kidnapping
breathe: breathed breathing; clothe: clothed clothing; soothe: soothed soothing; bathe: bathed bathing; loathe: loathed loathing; ache: aches ached aching; taste: tasted tasting; waste: wasted wasting; paste: pasted pasting; hasten: hastened
gon: gon; gonna: gonna; got: gotta
`)

/** Irregular plurals, and plurals whose singular is not told by rule; plural to singular. */
export const irregularNouns: ReadonlyMap<string, string> = read(`
child: children; foot: feet; tooth: teeth; goose: geese; mouse: mice; louse: lice; ox: oxen; brother: brethren; die: dice; penny: pence
wife: wives; life: lives; knife: knives; leaf: leaves; thief: thieves; half: halves; shelf: shelves; wolf: wolves; calf: calves; loaf: loaves; self: selves; elf: elves; scarf: scarves; hoof: hooves; midwife: midwives; housewife: housewives; bookshelf: bookshelves
crisis: crises; analysis: analyses; thesis: theses; hypothesis: hypotheses; diagnosis: diagnoses; basis: bases; oasis: oases; emphasis: emphases; parenthesis: parentheses; synopsis: synopses; neurosis: neuroses; axis: axes; prognosis: prognoses
phenomenon: phenomena; criterion: criteria; datum: data; bacterium: bacteria; media: media; stadium: stadia; curriculum: curricula; memorandum: memoranda; referendum: referenda; stratum: strata; millennium: millennia; addendum: addenda; spectrum: spectra; consortium: consortia
nucleus: nuclei; fungus: fungi; stimulus: stimuli; alumnus: alumni; cactus: cacti; syllabus: syllabi; radius: radii; alga: algae; larva: larvae; formula: formulae; antenna: antennae; index: indices; matrix: matrices; appendix: appendices; vertex: vertices
shoe: shoes; toe: toes; foe: foes; woe: woes; canoe: canoes; hoe: hoes; oboe: oboes; doe: does; tiptoe: tiptoes; horseshoe: horseshoes
movie: movies; cookie: cookies; zombie: zombies; calorie: calories; rookie: rookies; selfie: selfies; hoodie: hoodies; junkie: junkies; tie: ties; pie: pies; lie: lies; die: dies; genie: genies; pixie: pixies; prairie: prairies; lingerie: lingeries; necktie: neckties; hippie: hippies; brownie: brownies; birdie: birdies; freebie: freebies; newbie: newbies; foodie: foodies; specie: species; caddie: caddies; auntie: aunties; sortie: sorties; eerie: eeries; walkie-talkie: walkie-talkies
ache: aches; headache: headaches; cache: caches; niche: niches; avalanche: avalanches; psyche: psyches; cliche: cliches; axe: axes; heartache: heartaches; moustache: moustaches; mustache: mustaches; toothache: toothaches; tranche: tranches; creche: creches
lens: lenses; gas: gases; bus: buses; bias: biases; atlas: atlases; alias: aliases; canvas: canvases; christmas: christmases; quiz: quizzes; iris: irises; pancreas: pancreases; trellis: trellises; pelvis: pelvises; cannabis: cannabis; texas: texases
series: series; species: species; news: news; politics: politics; economics: economics; headquarters: headquarters; means: means; physics: physics; mathematics: mathematics; athletics: athletics; ethics: ethics
crossroads: crossroads; barracks: barracks; gallows: gallows; corps: corps; chassis: chassis; diabetes: diabetes; measles: measles; innings: innings; aircraft: aircraft; sheep: sheep
grandchild: grandchildren; passer-by: passers-by; passerby: passersby; runner-up: runners-up; son-in-law: sons-in-law; attorney-general: attorneys-general; house: houses; use: uses; cause: causes; clause: clauses; pause: pauses; excuse: excuses; abuse: abuses; spouse: spouses; blouse: blouses; muse: muses; ruse: ruses; fuse: fuses
`)

/** Small words: form to lemma. */
export const smallWords: ReadonlyMap<string, string> = new Map([
  ['an', 'a'],
  ["n't", 'not'],
  ['his', 'he'],
  ['him', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['them', 'they'],
  ["'em", 'they'],
  ['our', 'we'],
  ['us', 'we'],
  ['my', 'i'],
  ['me', 'i'],
  ['your', 'you'],
  ['its', 'its'],
  ['hers', 'hers'],
  ["'ll", 'will'],
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ["'d", 'would'],
  ["'s", 'be'],
])
