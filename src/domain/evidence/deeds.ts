import { anyOf } from '../text/patterns.ts'
import {
  ANY_PAST,
  I_AM_DOING,
  I_WITH_OBJECT,
  PARTICIPLE,
  PAST,
  PLAIN,
  PRESENT,
  THIRD_PERSON,
  WITH_OBJECT,
} from './deed-verbs.ts'
import { OTHERS_WORK } from './others-work.ts'
import { isRole } from './roles.ts'

/** Thinking about one's own work is not work yet. */
const MUSING = /\bspen[dt] (?:\p{L}+ ){0,5}?(?:thinking|wondering|worrying|contemplating)\b/iu

const BETWEEN = '(?:[a-z]+ly |also |then |now |still |first |just |even |always |often )*'
const HAVE = "(?:['’]ve|['’]d| have| had| has)"
const ABLE = '(?:was|were) able to (?!be\\b|have\\b|get\\b|see\\b|learn\\b|do\\b)[a-z]+'
const BE = "(?: (?:was|am|were|are|have been|had been)|['’]m|['’]ve been|['’]re)"
const IN_CHARGE = '(?:responsible for|in charge of|(?:[a-z]+ )?involved (?:in|with)|on[- ]call)\\b'

const deedOf = (who: string): RegExp =>
  new RegExp(
    `\\b${who}${anyOf({
      'have done': `${HAVE} ${BETWEEN}(?:been ${BETWEEN}(?!able|part)[a-z]+ing|${PARTICIPLE}|${PAST})`,
      'did, do or could do': ` ${BETWEEN}(?:${PAST}|${PRESENT}|${ABLE})`,
      'were in charge': `${BE} ${BETWEEN}${IN_CHARGE}`,
    })}`,
    'iu',
  )
const OWN = deedOf('I')
const TEAM = deedOf('(?:we|(?:my|the|our) team(?! leads?\\b))')
/** "Involved" says that somebody was there, but not what they did. */
const INVOLVED = /\binvolved (?:in|with)\b/gi

/** What precedes the first word. `\W` would match letters of every other script, and be slow on long words. */
const LEAD = '[^\\p{L}\\d_]*'
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2})?\\.?'
/** The day of a note, with or without a mark after it: "2026-09-03 Said no", "W33: ran it", "Friday fixed it". */
const DATED = new RegExp(
  `^[^\\p{L}\\d]{0,12}${anyOf({
    iso: /\d{4}-\d\d(?:-\d\d)?/,
    figures: /\d{1,2}[./]\d{1,2}(?:[./]\d{2,4}|\.)?/,
    'a day': `(?:${DAY} ${MONTH}|${MONTH} ${DAY})(?:,? \\d{4})?`,
    'a month': `${MONTH} \\d{4}`,
    'a week': /(?:week|wk|w|kw|cw) ?\d{1,2}/,
    'a quarter': /q[1-4](?:[ /]\d{2,4})?/,
    // "Sat in the war room" is no day.
    'a weekday': /(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|(?:mon|tues?|thurs?|fri)(?=[\s:,.])/,
  })}[\\s,.;:)\\]–—-]{1,6}(?=\\p{L})(?!(?:how|why|what)\\b)`,
  'iu',
)
const undated = (text: string): string => text.replace(DATED, '')

/** A label before a deed, as brag documents use it: "Kafka migration:", "March 2024 -", "[Search]". */
const LABEL = '(?:[^:.!?]{1,70}?(?::|[-–—] |\\]|\\)|[-=]> ?|→ ?)(?:(?<=[>→ ])|[\\s*_]+))?'
const DEED = `(?:(?:[a-z]+ly|also|then) )*(?:${PAST}|lead(?! times?\\b))(?![a-z-])(?!\\s+by\\b)`

/** A line that opens with the deed, as in brag documents: "Led", also after "Kafka migration:". */
const OPENS = new RegExp(`^${LEAD}${LABEL}${DEED}`, 'iu')
/** A deed that opens a line, possibly with further verbs: "set up and published". */
const OPENS_STRICTLY = new RegExp(`^${LEAD}${DEED}`, 'iu')

/** How change numbers are written: "web#12", "OPS-7", "T3849". */
const CHANGE = anyOf(['(?:[\\p{L}\\d_][\\p{L}\\d_./-]*)?#\\d', /[A-Z]{2,10}-\d/, /[TD]\d{4}/])
const ORDERED = /fix|add|implement|refactor|remove|update|improve|support|document|move|rewrite|introduce/
/** After the number of a change comes its title, as an imperative or gerund: "T38493: giving feedback". */
const OPENS_CHANGE = new RegExp(
  `^[^\\p{L}\\d_]*${CHANGE}[^\\s:]*:\\s+(?:\\p{L}{2,}ing|${ORDERED.source})\\b`,
  'iu',
)
/** The title of a document rather than a sentence: "How I approached it", "Scaled Covariance Kernel". */
const TITLE = /^\W*(?:(?:[Hh]ow|[Ww]hy|[Ww]hat)\s|(?:\p{Lu}\p{Ll}+[\s-]+){2,3}\p{Lu}\p{Ll}+\W*$)/u

const sourceIn = (always: boolean): RegExp =>
  new RegExp(anyOf(OTHERS_WORK.filter((one) => one.always === always).map(({ pattern }) => pattern)), 'iu')
const OTHERS_ALWAYS = sourceIn(true)
const OTHERS_ASIDE = sourceIn(false)

/** "who demoed", "when a colleague demoed": a clause about somebody else. */
const OF_OTHERS = new RegExp(
  `\\b${anyOf({
    who: 'who|whom',
    'when somebody': 'when (?!I\\b|we\\b)(?:[a-z]+ ){1,3}?',
    'while somebody': 'while (?!I\\b|we\\b)(?:[a-z]+ ){1,3}?',
  })}\\s*${PAST}`,
  'iu',
)

/**
 * The start of a clause of the writer's: "I wrote it", also after a comma. "People that I worked with" is about others.
 */
const OWN_CLAUSE = new RegExp(
  `${anyOf([`^${LEAD}`, /[,;.] (?:so |and |but |then |since then,? )?/])}I ${BETWEEN}(?:${PAST}|${PRESENT})`,
  'iu',
)

/**
 * Something else first, then a deed: "Learned Go and took over the agent", "Couldn't find the bug, so I asked
 * the maintainers".
 */
const CHAIN = new RegExp(
  [
    `^${LEAD}(?:I(?:['’]d| had| have|['’]ve)? )?${ANY_PAST}`,
    '[^.:]{0,200}?(?:[,;]| and| but| so| then) ',
    `(?:(?:and|but|so|then|instead|also|later|finally|now|I|[a-z]+ly) ){0,3}${PAST}(?! by\\b)`,
  ].join(''),
  'iu',
)

const FRONT = /after|when|before|during|in|while|with|since|at|for|on|over|as|every|once|together with/
/** A deed after its circumstances: "When the vendor was silent, found another", "The log was late, caught it up". */
const FRONTED = new RegExp(
  `^${LEAD}${anyOf({
    circumstances: `(?:${FRONT.source})\\b[^.;:]{1,100}?, `,
    'a state': [
      '(?:our|my|the|this|that|there)\\b[^.;:,]{1,100}, (?:so |then |but )?',
      '(?=[a-z]{2,12} (?:[a-z]{2,5} )?(?:it|them|that|this)\\b)',
    ].join(''),
  })}${PAST}(?! (?:by|[a-z]+ (?:is|are|was|were))\\b)`,
  'iu',
)

const HABITUALLY = [
  /since|every|each|weekly|daily|monthly|quarterly|yearly|regularly|annual|twice a|once a|a (?:week|month)/,
  /per (?:week|month)|on (?:mon|tues|wednes|thurs|fri)days?/,
]
const DUTY = new RegExp(
  anyOf([
    /represent|hold|host|chair|moderate|maintain|mentor|coach|look after|facilitate|coordinate|interview|support/,
    /teach|handle|manage|organi[sz]e|answer|triage|tutor/,
  ]),
)
const OBJECTS = ' (?:the|an?|our|all|most|new|two|three|\\d+|junior|[a-z]+s)\\b'
/** Words of a wish for the future: "Mentor more people by next year". */
const NOT_YET = [/more|better|next|until|your?|someone|by (?:the end|june|december|q\d)/]
const STATES = /tend|want|need|feel|think|forget|struggle|find|had|have|been|try/

/** What is done again and again, without a subject: "Keeps the runbooks up to date". */
const HABIT = new RegExp(
  `^${LEAD}${anyOf({
    'keeps it': THIRD_PERSON,
    'reads every one': WITH_OBJECT,
    'represent it': `${DUTY.source}${OBJECTS}(?![^.]*\\b${anyOf(NOT_YET)}\\b)(?! (?:is|are|was|were)\\b)`,
    'always leave it': [
      `(?:always|usually|regularly) (?!${STATES.source})[a-z]{3,20}`,
      ' (?:the|an?|our|my|every|each|new)\\b',
    ].join(''),
    'present it every month': `${PLAIN}(?=[^.]*\\b${anyOf(HABITUALLY)}\\b)(?![^.]*\\byou)`,
  })}`,
  'iu',
)

/** Words that may come before a habit. A separate pattern, because one that starts with them takes long to compile. */
const BEFORE_HABIT = new RegExp(`^${LEAD}${LABEL}(?:[a-z]{1,20}ly |also |often |still )?`, 'iu')
const isHabit = (text: string): boolean => HABIT.test(text) || HABIT.test(text.replace(BEFORE_HABIT, ''))

/** "I look at every failed build", "Have been tutoring somebody". */
const ANY_OWN = new RegExp(
  anyOf([
    `(?:^${LEAD}|[,;] (?:and |so |but )?|\\b(?:where|when|and) )(?:${I_WITH_OBJECT}|${I_AM_DOING})`,
    `^${LEAD}have ${BETWEEN}(?:been (?!able|part)[a-z]+ing|${PARTICIPLE})\\b`,
  ]),
  'iu',
)

const ofOneself = (text: string): boolean =>
  OPENS_STRICTLY.test(text) || OWN_CLAUSE.test(text) || isHabit(text)

const tellsOfOthers = (text: string): boolean =>
  OTHERS_ALWAYS.test(text) ||
  (OTHERS_ASIDE.test(text) && !ofOneself(text)) ||
  (OF_OTHERS.test(text) && !OWN.test(text) && !TEAM.test(text) && !ofOneself(text))

/** Caches the last answer, because every question about a sentence ends up here. */
let last = { text: '', others: false }

/** Whether a sentence is only about someone else's work. */
export function isOthersWork(text: string): boolean {
  if (text !== last.text) last = { text, others: tellsOfOthers(text) }
  return last.others
}

const isDeedLike = (text: string): boolean => !MUSING.test(text) && !TITLE.test(text) && !isOthersWork(text)

/** Whether a line states a deed without "I", by opening with it. */
const isOpened = (text: string): boolean =>
  OPENS.test(text) ||
  OPENS_CHANGE.test(text) ||
  CHAIN.test(text) ||
  FRONTED.test(text) ||
  isHabit(text) ||
  ANY_OWN.test(text) ||
  isRole(text)

/** Whether the writer says that they did something themselves, with "I" or by opening with the deed. */
export function tellsOfOwnDeed(whole: string): boolean {
  const text = undated(whole)
  return isDeedLike(text) && (OWN.test(text.replace(INVOLVED, ' ')) || isOpened(text))
}

/** Whether a sentence says that its writer or their team did something. */
export function tellsOfDeed(whole: string): boolean {
  const text = undated(whole)
  return isDeedLike(text) && (OWN.test(text) || TEAM.test(text) || isOpened(text))
}

/** Whether the deed comes first, whatever is planned after it. */
export function opensWithDeed(whole: string): boolean {
  const text = undated(whole)
  return !TITLE.test(text) && (OPENS_STRICTLY.test(text) || OPENS_CHANGE.test(text))
}

/** No person is named before the deed, and no clause begins. */
const NOBODY = '(?:(?!\\b(?:I|who|that|which|when|how|if|because)\\b)[^.:;]){0,80}?'
/** A deed without a named doer. */
const DOERLESS = new RegExp(
  `^${NOBODY}${anyOf({
    'the tests were moved': `\\b(?:was|were|been|got) (?:[a-z]+ly |[a-z]+ and )?(?!planned|scheduled)${PAST}`,
    'this PR added': `\\b(?:PR|PRs|pull requests?|change|patch|release|migration|notebook|project) ${PAST}`,
    'two PRs merged': '\\b(?:merged|fixed|shipped|deployed|launched|released|completed|delivered)\\b',
  })}(?! by\\b)`,
  'iu',
)

const ASKED_ME = /c[oa]me|turn(?:ed)?|reach(?:ed)? out|ping(?:ed)?|ask(?:ed)?|go|went/
/** Others come to the writer: "people frequently come to me for advice". */
const SOUGHT = new RegExp(
  [
    '\\b(?:people|engineers|developers|colleagues|teammates|teams?|others|they) ',
    `(?:[a-z]+ly |often |always )?(?:${ASKED_ME.source}) (?:directly )?(?:to )?me\\b`,
  ].join(''),
  'iu',
)
const GOING_ON = [
  /mentoring|leading|coaching|running|organi[sz]ing|reviewing|teaching|onboarding|maintaining|facilitating/,
  /interviewing/,
]
/** Notes that open with ongoing work: "Mentoring two interns", "Leading the on-call handbook". */
const GERUND = new RegExp(
  `^\\W*${anyOf(GOING_ON)} (?!(?:is|was|are|has|skills?|in|through|and growing)\\b)\\p{L}`,
  'iu',
)

/** Whether a sentence contains a deed without saying who did it. */
export function hasDoerlessDeed(whole: string): boolean {
  const text = undated(whole)
  return isDeedLike(text) && (DOERLESS.test(text) || SOUGHT.test(text) || GERUND.test(text))
}
