/** Words that end like a past tense but are not one. */
export const NO_PASTS = `
  feed newsfeed need seed speed indeed exceed proceed succeed
  embed breed bed hundred kindred sacred naked shed wed sled
  red
`

/** Past tenses of work verbs that do not end in -ed. Those of "get", "go" and the like need a closer look. */
export const IRREGULAR_PASTS = `
  led wrote built ran drove cut set taught gave held brought kept spoke oversaw rebuilt rewrote spent grew sent began
  chose read dealt shut fought caught redid undertook sped split drew overcame sold broke paired
  bought paid sat stood struck dug foresaw lent laid rang shook spun spread sought swept threw tore undid upheld
  proofread withdrew reran reset rethought outdid overrode swung flew rode wound
`

/** Participles that differ from the past tense. */
export const PARTICIPLES = `
  written driven taken given begun chosen done spoken overseen grown drawn run rewritten overcome broken shown gone
`

/** What people do again and again, in the present tense. A closed list, because "I get" and "I come" are not deeds. */
export const PRESENTS = `
  lead run own maintain review mentor teach coach write
  build organise organize drive manage design handle support pair
  train onboard present interview moderate facilitate chair
  host operate coordinate document deploy debug triage sponsor
  advise oversee develop implement
  release ship share answer fix check update prepare publish collect clean patch tune test record track monitor draft
  sort translate automate upgrade restore rotate administer curate investigate schedule represent audit approve
  merge unblock escalate resolve close groom prioritise prioritize summarise summarize
`

/** Further ones with what has to follow, because "I keep getting tired" and "I do not" are no deeds. */
export const PRESENTS_WITH: readonly { verb: string; third: string; rest: RegExp }[] = [
  { verb: 'do', third: 'does', rest: / (?:the|our|all|most|a|an|code|on[- ]call|every|each|weekly)\b/ },
  { verb: 'keep', third: 'keeps', rest: /(?! (?:[a-z]+ing|calm|an open|in mind|it|up|me)\b) / },
  { verb: 'give', third: 'gives', rest: /(?! (?:my (?:best|all)|up|it|a damn|\d+ ?%)) / },
  { verb: 'take', third: 'takes', rest: / (?:the|over|on|care|notes|turns|calls|pages|our|new|every|all)\b/ },
  { verb: 'go', third: 'goes', rest: / (?:through|over|to every|to each)\b/ },
  { verb: 'ask', third: 'asks', rest: / (?:for|my|our|the|every|each|people)\b/ },
  { verb: 'point', third: 'points', rest: / out\b/ },
  { verb: 'sit', third: 'sits', rest: / (?:in|with|on)\b/ },
  { verb: 'step', third: 'steps', rest: / in\b/ },
  { verb: 'stand', third: 'stands', rest: / in\b/ },
  { verb: 'pick', third: 'picks', rest: / up\b/ },
  { verb: 'look', third: 'looks', rest: / after\b/ },
  { verb: 'hand', third: 'hands', rest: / over\b/ },
  { verb: 'make', third: 'makes', rest: / sure\b/ },
  { verb: 'bring', third: 'brings', rest: / (?:the|our|a|new|up|in|people)\b/ },
  { verb: 'put', third: 'puts', rest: / (?:the|together|up|our|a)\b/ },
  { verb: 'help', third: 'helps', rest: / (?:the|new|other|out|people|our|junior|teams?|colleagues)\b/ },
  { verb: 'show', third: 'shows', rest: / (?:new|the|people|our|others|juniors?|colleagues)\b/ },
  { verb: 'hold', third: 'holds', rest: / (?:the|our|a|weekly|regular)\b/ },
  { verb: 'plan', third: 'plans', rest: / (?:the|our|each|every|all)\b/ },
  { verb: 'set', third: 'sets', rest: / (?:up|the|our)\b/ },
  {
    verb: 'pair',
    third: 'pairs',
    rest: / (?:up )?with (?:new|the|our|an?|every|each|other|people|juniors?|interns?|\p{L}+ers)\b/u,
  },
  { verb: 'meet', third: 'meets', rest: / (?:with )?(?:new|the|our|every|each|other|customers|vendors)\b/ },
  { verb: 'walk', third: 'walks', rest: / (?:new|the|our|every|people|others|juniors?|\p{L}+ers)\b/u },
  { verb: 'follow', third: 'follows', rest: / up\b/ },
  { verb: 'check', third: 'checks', rest: / in (?:with|on)\b/ },
  { verb: 'jump', third: 'jumps', rest: / (?:in|on)\b/ },
  { verb: 'chip', third: 'chips', rest: / in\b/ },
  { verb: 'fill', third: 'fills', rest: / in (?:for|when|as)\b/ },
  { verb: 'cover', third: 'covers', rest: / (?:for|the|our|on[- ]call|every|shifts|nights|weekends)\b/ },
  { verb: 'chase', third: 'chases', rest: / (?:the|our|every|up|down|people|vendors)\b/ },
  { verb: 'watch', third: 'watches', rest: / (?:the|our|over|every)\b/ },
  { verb: 'stay', third: 'stays', rest: / (?:up|late|on) (?:for|to|until|with|when)\b/ },
  { verb: 'tidy', third: 'tidies', rest: / (?:up|the|our)\b/ },
  { verb: 'volunteer', third: 'volunteers', rest: / (?:for|to|at)\b/ },
]
/** What somebody is to others at work. To be one of them for something is a deed. */
export const ROLE_WORDS = `
  lead mentor buddy owner maintainer reviewer approver commander responder primary secondary organiser organizer host
  chair moderator facilitator coordinator liaison contact representative delegate interviewer author co-author editor
  champion sponsor coach trainer instructor tutor deputy stand-in keeper person manager master
`

/** Words before a role that say of what kind: "the main reviewer", "an onboarding buddy". */
export const ROLE_SIGNS = `
  shadow tech technical team main primary second first sole only acting interim incident onboarding release project
  on-call security default design code engineering core go-to
  local squad feature migration platform scrum guild point change
`

/** Words in -ing that open no ongoing work: wishes and states, nouns, prepositions. */
export const NO_ONGOING = `
  hoping planning thinking trying going struggling feeling wondering considering wanting being having looking getting
  becoming learning working improving according regarding including following during morning evening nothing something
  anything everything thing spring string engineering assuming pending upcoming existing missing remaining ongoing
  growing monitoring speaking seeing knowing needing
  wishing liking enjoying listening understanding concerning depending
`

/** Words in -s that open no habit: function words, states and wishes. */
export const NO_HABITS = `
  this its as is was has his yes thus always sometimes towards perhaps besides across unless whereas afterwards plus
  needs wants likes loves hopes seems thinks knows feels lacks misses struggles finds tends prefers things lessons
  whats lets heres thats theres whos hows believes wishes fails forgets avoids underestimates overestimates
  gets goes does means says costs
`

/** What "I" may do without doing anything: states, wishes and opinions, and pasts that are listed elsewhere. */
export const NO_DOING = `
  am was get got feel felt think thought believe want like love hate hope need know knew see saw prefer care find found
  have had can could would should will may might must did do tend try lack miss lost understand understood wish expect
  plan intend guess suppose suspect consider come came become became enjoy dislike mind doubt regret remember forget
  forgot acknowledge admit agree disagree appreciate value struggle fear worry deserve request demand recommend meet met
  exceed fulfil fulfill satisfy demonstrate live lived say said mean meant hear heard seem appear left went told took
  made put tell imagine assume avoid underestimate overestimate never not also still often began read refuse
  ask give hold leave bring take keep want
`

/** Words used in place of naming the work itself. Several forms of a word are alternatives of one pattern. */
export const EMPTY_WORDS = `
  i we me my our the a an and or of in on at to for with too also as well by from it this that some other others
  various several many lots? bunch few more all any stuff things? work(?:ed|ing)? help(?:ed|ing)? did do done
  made? was were been have had has team people folks everyone everything different good great nice hard general
  etc projects? tasks? tickets? issues? around out up where when needed needs? always often very really generally
  support(?:ed|ing)? handled? involved contribut(?:e|ed|ing) responsible big huge massive effort success
  successful successfully important stakeholders assist(?:ed|ing)? tried focus(?:ed|ing)? areas?
`

/** What colleagues thank for by its name. Several forms of a word are alternatives of one pattern. */
export const PRAISED_WORK = `
  runbooks? playbooks? handbooks? docs? documentation guides? tutorials? notes write-?ups? summar(?:y|ies) checklists?
  post-?mortems? retros? reviews? feedback comments advice mentoring mentorship coaching training onboarding
  talks? workshops? sessions? demos? presentations? lessons? explanations? walkthroughs?
  fix(?:es)? patch(?:es)? scripts? tools? dashboards? alerts? tests? templates? migration rollout rollback cutover
  launch release upgrade cleanup refactoring rewrite design designs proposals? rfcs? adrs? plans? planning code prs?
  analysis research investigation debugging work
`
