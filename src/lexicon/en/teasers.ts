/**
 * Lines that stand over links to other articles, and over readers' comments, as sources of case-insensitive regular expressions for a whole line.
 * `head` lines open a list; `line` is a teaser by itself; `comments` opens the readers' part; `remark` shows that it has begun.
 */
export const teasers: Readonly<Record<'head' | 'line' | 'comments' | 'remark', readonly string[]>> = {
  head: [
    '(?:more|latest|other|further|new)(?: (?:stories|news|articles|headlines|coverage|reading|reports?|posts|features))? (?:from|on|in|by|about|at|like)\\b.{0,60}',
    "(?:more|latest|other|further|top|related|similar|recent|popular|trending|featured|recommended|suggested|editors?[’']?s?) (?:stories|news|articles|headlines|coverage|reading|reports|posts|features|links|topics|content|picks|choice|videos|now|today|for you)",
    '(?:(?:the )?(?:\\w+ )?most|must) (?:read|popular|viewed|shared|commented|watched|clicked|recent)(?: .{1,40})?',
    '(?:read|see|watch|listen|explore|keep|go|discover) (?:next|more|also|on|too|further|deeper|reading)(?: .{1,40})?',
    'you (?:may|might|will|could) (?:also )?(?:like|enjoy|be interested(?: in)?|have missed).{0,20}',
    '(?:also|elsewhere|next|up next|coming up|earlier|previously|now|up now|still to come) (?:on|in|from|at) .{2,40}',
    "(?:next up|up next|coming up|what to read next|what else.{0,20}|in brief|in other news|in this section|in case you missed it|around the web|from our partners|from the archives?|from around the web|don[’']t miss(?: .{1,30})?|trending|related|recommended(?: .{1,30})?|sponsored(?: .{1,30})?|elsewhere|more)",
    "(?:today|this week|the week|the day)[’']s (?:top|best|other|main) (?:stories|reads|headlines|news)",
  ],
  line: [
    '(?:read|see|watch|listen|hear|view|catch)(?: it)? (?:next|more|also|too|on|now|here)(?: (?:on|in|from|at) [^:]{2,30})?\\s*[:|>»→–—-]\\s*\\S.*',
    '(?:next|up next|coming up|also|elsewhere|previously|earlier|related|more|tomorrow|opinion|analysis|explainer|explained|gallery|in pictures|podcast|video|live|quiz|long read|must read|from the archives?)(?: (?:on|in|from|at) [^:]{2,30})?\\s*[:|>»→]\\s*\\S.{0,160}',
    '(?:previous|prev|next|older|newer)(?: (?:post|article|story|page|entry))?\\s*[:|«»<>←→].{0,160}',
    '[«←‹<] .{3,160}',
  ],
  comments: [
    "(?:\\d[\\d,]* )?(?:(?:readers?|user|top|latest|recent|all|your)[’']?s? )?(?:comments?|responses?|replies|reactions)(?: ?[(\\[]\\d[\\d,]*[)\\]])?:?",
    '(?:\\d[\\d,]*|one|two|three) (?:comments?|responses?|replies|thoughts|reactions) (?:on|to|about) .{3,160}',
    "(?:what (?:our )?(?:readers|you) (?:say|said|think|are saying)|readers[’'] (?:views|letters)|have your say|join the (?:conversation|discussion|debate)|the discussion)(?: ?[(\\[]\\d[\\d,]*[)\\]])?:?",
    '(?:leave|post|add|write) (?:a|your) (?:comment|reply)',
  ],
  remark: [
    '(?:about )?(?:an?|\\d+) ?(?:hours?|hrs?|h|minutes?|mins?|m|days?|d|weeks?|w|months?|years?|y) ago.{0,30}',
    '(?:reply|report|like|likes|flag|share|recommend|upvote|downvote|permalink|reply report|like reply)(?: ?\\(?\\d+\\)?)?',
    '.{2,40} (?:says|wrote|said|writes|commented|replied):?',
    '(?:posted|commented|by) .{2,40} (?:on|at) .{4,40}',
  ],
}
