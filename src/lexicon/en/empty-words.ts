/** Words that tell nothing of what a statement is about. Lower case, base forms among them. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every all both such no nor not and or but so yet if as than then while when where which who whom whose what why how
  whether because since though although until unless of in on at by for from to with into onto off out over up down about against between among through during
  before after under within without upon per via toward towards across along amid around near be is am are was were been being have has had having do does did
  done doing will would shall should may might must can could ought i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  myself himself herself itself themselves ourselves one other another there here also just only even still too very quite rather again ever already now yet
  mr mrs ms dr sir s t d ll re ve m said say says it's that's there's there'll o'clock however meanwhile more most much many lot own same first while that allegedly alleged allege supposedly purportedly reportedly possibly perhaps maybe apparently presumably probably`.split(
    /\s+/,
  ),
)

/** Words that deny what they stand with. */
export const negatingWords: ReadonlySet<string> = new Set(
  `not no never none nobody nothing neither nor without cannot n't hardly scarcely fail refuse lack decline`.split(/\s+/),
)

/** Words and their pairs that leave open whether something is so; modal verbs among them. Small letters alone: "3 May". */
export const doubtWords: RegExp =
  /\b(?:may|might|could|allegedly|alleged|supposedly|purportedly|purported|suspected|possibly|perhaps|maybe|apparently|presumably|unconfirmed|probably|is (?:believed|thought|said|feared) to|are (?:believed|thought|said|feared) to|was (?:believed|thought|said|feared) to|were (?:believed|thought|said|feared) to)\b(?!\s+\d)/
