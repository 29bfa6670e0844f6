/** Given names that people are called by, with those that they may be short for. Lower case. */
export const fullNames: ReadonlyMap<string, readonly string[]> = new Map(
  `abby abigail|alex alexander alexandra|andy andrew|barb barbara|becky rebecca|ben benjamin|bess elizabeth|beth elizabeth|betty elizabeth|bill william|billy william
  bob robert|bobby robert|cathy catherine|chris christopher christine christina|chuck charles|cindy cynthia|dan daniel|danny daniel|dave david|debbie deborah|dick richard
  don donald|drew andrew|ed edward edwin edmund|eddie edward edwin|fred frederick alfred|gabe gabriel|gerry gerald gerard|greg gregory|hank henry|harry harold henry
  jack john|jake jacob|jan janet janice|jeff jeffrey|jen jennifer|jenny jennifer|jerry gerald jerome|jim james|jimmy james|joe joseph|joey joseph|johnny john|jon jonathan
  josh joshua|kate katherine catherine kathryn|kathy katherine kathleen|katie katherine|ken kenneth|larry lawrence laurence|liz elizabeth|lizzie elizabeth|maggie margaret
  matt matthew|meg margaret|mick michael|mike michael|mo mohammed mohamed|nate nathan nathaniel|ned edward|nick nicholas nicolas|pam pamela|pat patrick patricia|patty patricia
  peg margaret|peggy margaret|pete peter|phil philip phillip|ray raymond|rich richard|rick richard|rob robert|robbie robert|ron ronald|sally sarah|sam samuel samantha
  sandy sandra alexander|steve steven stephen|sue susan|ted edward theodore|teddy edward theodore|terry terence theresa|tim timothy|toby tobias|tom thomas|tommy thomas
  tony anthony antonio|vicky victoria|vince vincent|wally walter|walt walter|will william|willie william|zach zachary`
    .split(/[|\n]/)
    .map(line => line.trim().split(' '))
    .map(([short, ...full]) => [short, full] as const),
)
