/** Heads of expressions of time: "told the paper Monday", "on 3 May". Lower case; months and weekdays among them. */
export const timeNouns: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thurs fri sat sun
  january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  today yesterday tomorrow tonight morning afternoon evening night midday noon midnight day week weekend month year decade century hour minute moment
  days weeks weekends months years decades hours minutes moments spring summer autumn winter quarter overnight gmt utc`.split(/\s+/),
)
