import { wordSet } from '../text/patterns.ts'

/** Words next to which a name is mostly a person's, folded. Lists with "mostly" also occur next to tools and places. */

/** Before a name: verbs whose object is always a person. */
export const DONE_TO_PEOPLE = wordSet(`
  mentor mentored mentoring mentors coach coached coaching coaches tutored tutoring thank thanked
  thanking thanks interviewed interviewing hired hiring congratulated congratulating praised praising
  nominated nominating shadowed shadowing
`)

/** Before a name: verbs whose object is mostly a person, and words for people. */
export const DONE_TO_PEOPLE_MOSTLY = wordSet(`
  onboarded onboarding help helped helping helps teach teaching taught trained training unblocked
  unblocking asked asking told guided guiding advised advising briefed briefing convinced convincing
  persuaded persuading consulted consulting promoted promoting sponsored sponsoring assisted assisting
  encouraged encouraging met invited inviting cc gave sent showed colleague teammate manager mentee boss
  intern engineer designer lead
`)

/** Those that make an unknown word a person without further signs. */
export const MET = wordSet(`
  mentor mentored mentoring coached coaching tutored tutoring thank thanked thanking hired congratulated
  nominated shadowed
`)

/** "paired with", "thanks to", "1:1s with": the preposition before a name, and the words before that. */
export const BEFORE_PREPOSITION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'with',
    wordSet(`
      pair paired pairing work worked working collaborated collaborating partnered partnering together
      along s one ones sync synced syncs met meeting meetings spoke talk talked talking discuss discussed
      discussion discussions closely chat chatted agreed aligned session sessions shared
    `),
  ],
  [
    'to',
    wordSet(`
      thanks kudos report reported reporting reports credit handed speaking spoke listen listened
      listening over explained delegated delegating grateful
    `),
  ],
  [
    'from',
    wordSet(`
      feedback help support praise thanks advice input quote kudos mentorship guidance
    `),
  ],
  [
    'by',
    wordSet(`
      taught mentored coached shadowed interviewed written presented led given reviewed praised supported
      managed approved nominated helped hired
    `),
  ],
  [
    'for',
    wordSet(`
      covered mentor coach advocated feedback thanks
    `),
  ],
])

/** Those that make an unknown word a person without further signs. */
export const MET_BEFORE_PREPOSITION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'with',
    wordSet(`
      paired pairing s one ones
    `),
  ],
  [
    'to',
    wordSet(`
      thanks kudos
    `),
  ],
  [
    'by',
    wordSet(`
      taught mentored coached written presented given
    `),
  ],
])

/** After a name: what people do and machines don't. */
export const DONE_BY_PEOPLE = wordSet(`
  said says asked asks told thanked praised agreed suggested replied wrote felt feels wants wanted
  mentioned admitted noted thinks thought believes believed likes liked loves loved knows knew
`)

/** After a name: what people do more often than machines. */
export const DONE_BY_PEOPLE_MOSTLY = wordSet(`
  joined left shared gave gives helped reviewed approved pointed commented confirmed learned struggled
  led leads took mentored pinged reached who onboarded presented volunteered
`)

/** After a possessive name: what belongs to people and never to a machine. */
export const OWNED_BY_PEOPLE = wordSet(`
  feedback manager mentor mentee mentorship onboarding career promotion advice confidence behalf words
`)

/** After a possessive name: what belongs to people more often than to machines. */
export const OWNED_BY_PEOPLE_MOSTLY = wordSet(`
  growth approval team help support request question questions review idea proposal first work pr prs
  pull
`)

/** After a name: the sentence goes on, unlike in "Platform engineers". */
export const GOES_ON = wordSet(`
  to on in and who through for as during with at from since by when until weekly daily twice about after
  before while over is was has how
`)
