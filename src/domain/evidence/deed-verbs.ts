import { anyOf, wordsOf } from '../text/patterns.ts'
import {
  IRREGULAR_PASTS,
  NO_DOING,
  NO_HABITS,
  NO_ONGOING,
  NO_PASTS,
  PARTICIPLES,
  PRESENTS,
  PRESENTS_WITH,
} from './deed-words.ts'

/** Words that end like a past tense but are not one. */
const NO_PAST = `${anyOf(wordsOf(NO_PASTS))}\\b`

/** Past tenses that do not describe something done. */
const NO_DEED = `${anyOf({
  tried: /tried|focused|focussed|graduated|joined(?! (?:[a-z]+ ){1,2}(?:calls?|bridge|incident)\b)/u,
  felt: /wanted|enjoyed|hoped|needed|liked|loved|wished|believed|seemed|appeared|happened/,
  got: /received|attended|participated|listened|watched|based|related|supposed|called|named|involved/,
  was: /experienced|excited|interested|motivated|pleased|lucky|struggled|learned|learnt|started when/,
  'fell short, or saw': /failed|missed|noticed(?! (?:the|an?)\b)|realized|realised|suspected|acknowledged/,
  'went on as before':
    /remained|stayed|lived|used(?! (?:a|an|the|our|my)\b)|looked(?! (?:after|into)\b)|returned|continued|ended/,
  'had luck': /leveraged (?:that|this) (?:flexibility|privilege)|afforded|tapped|cleared to/,
  'was chosen': /invited|promoted|assigned|allowed|required|awarded|nominated|passed|switched to working/,
  'decided on the way': /decided (?:to (?:continue|leave|stop|stay|join|quit|go|keep)|i|that i want)/,
  'was asked': /asked to/,
})}\\b`

/** Past tenses that do not end in -ed. Some count only if the next words don't turn them into something else. */
const IRREGULAR = anyOf([
  anyOf(wordsOf(IRREGULAR_PASTS)),
  /made(?! (?:[a-z]+ )?progress| (?:staff|senior|principal|it|me)\b)/u,
  /found(?! (?:this|that|it))/,
  /won(?![’'])/,
  /put(?! (?:a lot of |in )?(?:passion|effort|heart|extra))/,
  /did(?!n|\s+no)/,
  /took(?! (?:(?:some|a|my|the) )?(?:time|weeks?|months?|years?|days?|leave|vacation|holidays?|parental|part))/,
  anyOf({
    got: [
      'got(?! (?:to|tired|bored|sick|promoted|stuck|lost|hired|better|used|nervous|feedback|told|into|paged|called)\\b',
      '| asked| (?:a |the |my )?(?:raise|promotion|(?:new )?jobs?|chance|opportunity|luck|award)\\b)',
    ].join(''),
    went: /went(?= (?:through|over|back|to (?:the|every|each|see|all)|on[- ]site|line by line|after|looking)\b)/,
    left: /left(?= (?:the|a|two|out|notes|comments)\b)(?! (?:the|a) (?:company|job|team|role|firm)\b)/,
    told: /told(?! (?:me|us|that|by|in|to|off|you)\b)/,
    said: /said(?= (?:no|so|yes|openly)\b)/,
    came: /came(?= (?:up with|back with|forward)\b)/,
  }),
  /let(?= (?:the|an?|others|people|our|two)\b)|had(?= (?:an? )?(?:[a-z]+ )?(?:conversation|talk|chat|one-on-one)s?\b)/,
  /stood up|stepped in|met(?= (?:with|the|every|each|our)\b)/,
])

/** After "have": the participles that differ from the past. */
export const PARTICIPLE = anyOf(wordsOf(PARTICIPLES))

/** A past tense that describes something done. */
export const PAST = `(?:(?!${NO_PAST})(?!${NO_DEED})(?:[a-z]+ed|${IRREGULAR})(?![a-z-]))`

/** A past tense of any kind, as the first of several: "learned Go and took over the agent". */
export const ANY_PAST = `(?:${anyOf([
  '[a-z]+ed',
  anyOf(wordsOf(IRREGULAR_PASTS)),
  /was|were|had|got|went|left|told|said|came|saw|felt|knew|thought|heard|found|made|put|took|met|learnt|lost/,
  /(?:did|could|was|had)(?:n['’]t| not)/,
])}(?![a-z-]))`

/** The third person of a regular verb: "reviews", "teaches", "modifies". */
const thirdOf = (verb: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`

const ALONE = wordsOf(PRESENTS)

/** What people do again and again, in the present tense, as after "I". */
export const PRESENT = anyOf([
  `${anyOf(ALONE)}(?![a-z-])`,
  ...PRESENTS_WITH.map(({ verb, rest }) => `${verb}${rest.source}`),
])

/** What follows makes a noun of the verb before: "Reviews of my changes used to", "Support hours are". */
const NOUNISH = anyOf([
  / (?:of|for|from|with|is|are|was|were|have|has|had|will|can|should|need|took|went|come|came|happened)\b/,
  / (?:also|in|on|at|per|and|or|by|to)\b|[:,]/,
  / [a-z]+ (?:is|are|was|were|went|had|have|has|happened|took|need|will|can)\b/u,
])

/** The same where it opens a line, in the third person: "Keeps the runbooks up to date". */
export const THIRD_PERSON = anyOf([
  `${anyOf(ALONE.map(thirdOf))}(?![a-z-])(?!${NOUNISH})`,
  ...PRESENTS_WITH.map(({ third, rest }) => `${third}${rest.source}`),
])

const OBJECT =
  ' (?:the|an?|our|my|all|every|each|new|most|two|three|\\d+|people|others|whoever|juniors?|notes)\\b'
const STATED =
  '[^.,;]*\\b(?:is|are|was|were|has|have|takes|matters|makes|means|helps|needs|should|can|will|would)\\b'

/** Any verb with its object after "I": "I look at every failed build". */
export const I_WITH_OBJECT = [
  `I (?:[a-z]+ly |often |always |also |still )?(?!(?:${anyOf(wordsOf(NO_DOING))}|[a-z]*ed)\\b)[a-z]{3,20}`,
  `(?: (?:at|for|through|with|on|up|out|over|after|down|back))?${OBJECT}`,
].join('')

/** Any verb with its object, where it opens a line: "Reads every proposal", "Drafting the goals". */
export const WITH_OBJECT = anyOf({
  reads: `(?!${anyOf(wordsOf(NO_HABITS))}\\b)[a-z]{2,20}[a-rt-z]s${OBJECT}(?!${STATED})`,
  drafting: `(?!${anyOf(wordsOf(NO_ONGOING))}\\b)[a-z]{2,20}ing(?: with)?${OBJECT}(?!${STATED})`,
})

/** Ongoing work after "I am": "I'm mentoring two interns this quarter". */
export const I_AM_DOING = [
  `I(?:['’]m| am|['’]ve been| have been) (?:currently |now |still |also |[a-z]+ly )?`,
  `(?!${anyOf(wordsOf(NO_ONGOING))}\\b)[a-z]{2,20}ing(?: (?:up|on|with|for|over|through|out))?${OBJECT}`,
].join('')

/** The same in its plain form: "Organise the yearly exercise". */
export const PLAIN = anyOf([
  `${anyOf(ALONE)}(?![a-z-])(?! (?:is|are|was|were|has|had|of|times?)\\b|[:,])`,
  ...PRESENTS_WITH.map(({ verb, rest }) => `${verb}${rest.source}`),
])
