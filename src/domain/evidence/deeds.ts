import { anyOf, wordsOf } from '../text/patterns.ts'
import { IRREGULAR_PASTS, NO_PASTS, PARTICIPLES, PRESENTS } from './verb-forms.ts'

/** Words that end like a past tense but are not one. */
const NO_PAST = `${anyOf(wordsOf(NO_PASTS))}\\b`

/** Past tenses that do not describe something done. */
const NO_DEED = `${anyOf({
  tried: /tried|focused|focussed|joined|graduated/,
  felt: /wanted|enjoyed|hoped|needed|liked|loved|wished|believed|seemed|appeared|happened/,
  got: /received|attended|participated|listened|watched|based|related|supposed|called|named|involved/,
  was: /experienced|excited|interested|motivated|pleased|lucky|struggled|learned|learnt|started when/,
  'fell short, or saw': /failed|missed|noticed|realized|realised|suspected|acknowledged/,
  'went on as before': /remained|stayed|lived|used|looked|returned|continued|ended/,
  'had luck': /leveraged (?:that|this) (?:flexibility|privilege)|afforded|tapped|cleared to/,
  'was chosen': /invited|promoted|assigned|allowed|required|awarded|nominated|passed|switched to working/,
  'decided on the way': /decided (?:to (?:continue|leave|stop|stay|join|quit|go|keep)|i|that i want)/,
  'was asked': /asked to/,
})}\\b`

/** Past tenses that do not end in -ed. Some count only if the next words don't turn them into something else. */
const IRREGULAR = anyOf([
  anyOf(wordsOf(IRREGULAR_PASTS)),
  /made(?! (?:\p{L}+ )?progress| (?:staff|senior|principal|it|me|sure)\b)/u,
  /found(?! (?:out|this|that|it))/,
  /won(?![’'])/,
  /put(?! (?:a lot of |in )?(?:passion|effort|heart|extra))/,
  /did(?!n|\s+no)/,
  /stood up|stepped in/,
])

/** After "have": the participles that differ from the past. */
const PARTICIPLE = anyOf(wordsOf(PARTICIPLES))

/** A past tense that describes something done. */
const PAST = `(?:(?!${NO_PAST})(?!${NO_DEED})(?:\\p{L}+ed|${IRREGULAR})(?![\\p{L}-]))`

/** What people do again and again, in the present tense. */
const PRESENT = `${anyOf(wordsOf(PRESENTS))}(?![\\p{L}-])`

/** Thinking about one's own work is not work yet. */
const MUSING = /\bspen[dt] (?:\p{L}+ ){0,5}?(?:thinking|wondering|worrying|contemplating)\b/iu

const BETWEEN = '(?:\\p{L}+ly |also |then |now |still |first |just |even |always |often )*'
const HAVE = "(?:['’]ve|['’]d| have| had| has)"
const ABLE = '(?:was|were) able to (?!be\\b|have\\b|get\\b|see\\b|learn\\b|do\\b)\\p{L}+'
const BE = "(?: (?:was|am|were|are|have been|had been)|['’]m|['’]ve been|['’]re)"
const IN_CHARGE = '(?:responsible for|in charge of|(?:\\p{L}+ )?involved (?:in|with)|on[- ]call)\\b'

const deedOf = (who: string): RegExp =>
  new RegExp(
    `\\b${who}${anyOf({
      'have done': `${HAVE} ${BETWEEN}(?:been ${BETWEEN}(?!able|part)\\p{L}+ing|${PARTICIPLE}|${PAST})`,
      'did, do or could do': ` ${BETWEEN}(?:${PAST}|${PRESENT}|${ABLE})`,
      'were in charge': `${BE} ${BETWEEN}${IN_CHARGE}`,
    })}`,
    'iu',
  )
const OWN = deedOf('I')
const TEAM = deedOf('(?:we|my team|the team|our team)')
/** "Involved" says that somebody was there, but not what they did. */
const INVOLVED = /\binvolved (?:in|with)\b/gi

/** What precedes the first word. `\W` would match letters of every other script, and be slow on long words. */
const LEAD = '[^\\p{L}\\d_]*'
/** A label before a deed, as brag documents use it: "Kafka migration:", "March 2024 -", "[Search]". */
const LABEL = '(?:[^:.!?]{1,70}?(?::|[-–—] |\\]|\\))[\\s*_]+)?'
const DEED = `(?:(?:\\p{L}+ly|also|then) )*(?:${PAST}|lead)(?![\\p{L}-])(?!\\s+by\\b)`

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

const FOR_ME = [
  /mentored|sponsored|coached|taught|hired|promoted|supported|told|encouraged|inspired|motivated|helped/,
  /allowed|enabled|gives|trained|onboarded|thanked|praised/,
]

/** Ways to say that somebody else did it, for the writer or in front of them, each with an example. */
export const OTHERS_WORK: readonly { name: string; example: string; pattern: string | RegExp }[] = [
  {
    name: 'done by somebody',
    example: 'The workshop was held by the platform team.',
    pattern: /\b(?:taught|given|held|led|run|organi[sz]ed|hosted|written|created|presented) by (?!me\b)/,
  },
  {
    name: 'thanks to somebody',
    example: 'Many thanks to Grace Hopper who found it.',
    pattern: /\b(?:many )?thanks to \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)* (?:who|for)\b/u,
  },
  {
    name: 'done for me',
    example: 'My manager encouraged me to write.',
    pattern: `\\b${anyOf(FOR_ME)} (?:me|us)\\b`,
  },
  {
    name: 'my mentor',
    example: 'She has been a friend, and they were my first mentors.',
    pattern:
      /\b(?:have been|was|were|are|is) (?:\p{L}+ )?my (?:\p{L}+ )?(?:mentors?|manager|role models?|sponsors?|coach)\b/u,
  },
  {
    name: 'good mentors',
    example: 'There were great mentors there.',
    pattern: /\b(?:amazing|great|good|wonderful|lucky to have) (?:\p{L}+ )?(?:mentors|role models)\b/u,
  },
  {
    name: 'made unnecessary',
    example: 'My patch was made unnecessary by a later release.',
    pattern: /\bmade unnecessary by\b/,
  },
  {
    name: 'a colleague did it',
    example: 'A colleague demoed the new dashboard.',
    pattern: /\bcolleagues? (?:demoed|showed|presented|built|wrote|made|shipped|told|said)\b/,
  },
  {
    name: 'given to me',
    example: 'The team kept giving me advice.',
    pattern: /\b(?:giving|gave|given) me\b/,
  },
  { name: 'they also', example: 'In spring they also rewrote the parser.', pattern: /\bthey also\b/ },
]
const OTHERS = new RegExp(anyOf(OTHERS_WORK.map(({ pattern }) => pattern)), 'iu')

/** "who demoed", "when a colleague demoed": a clause about somebody else. */
const OF_OTHERS = new RegExp(
  `\\b${anyOf({
    who: 'who|whom',
    'when somebody': 'when (?!I\\b|we\\b)(?:\\p{L}+ ){1,3}?',
    'while somebody': 'while (?!I\\b|we\\b)(?:\\p{L}+ ){1,3}?',
  })}\\s*${PAST}`,
  'iu',
)

const tellsOfOthers = (text: string): boolean =>
  OTHERS.test(text) ||
  (OF_OTHERS.test(text) && !OWN.test(text) && !TEAM.test(text) && !OPENS_STRICTLY.test(text))

/** Caches the last answer, because every question about a sentence ends up here. */
let last = { text: '', others: false }

/** Whether a sentence is about somebody else's work, and not about anything that its writer did. */
export function isOthersWork(text: string): boolean {
  if (text !== last.text) last = { text, others: tellsOfOthers(text) }
  return last.others
}

const isDeedLike = (text: string): boolean => !MUSING.test(text) && !TITLE.test(text) && !isOthersWork(text)

/** Whether the writer says that they did something themselves, with "I" or by opening with the deed. */
export function tellsOfOwnDeed(text: string): boolean {
  return (
    isDeedLike(text) && (OWN.test(text.replace(INVOLVED, ' ')) || OPENS.test(text) || OPENS_CHANGE.test(text))
  )
}

/** Whether a sentence says that its writer or their team did something. */
export function tellsOfDeed(text: string): boolean {
  return (
    isDeedLike(text) && (OWN.test(text) || TEAM.test(text) || OPENS.test(text) || OPENS_CHANGE.test(text))
  )
}

/** Whether the deed comes first, whatever is planned after it. */
export function opensWithDeed(text: string): boolean {
  return !TITLE.test(text) && (OPENS_STRICTLY.test(text) || OPENS_CHANGE.test(text))
}

/** No person is named before the deed, and no clause begins. */
const NOBODY = '(?:(?!\\b(?:I|who|that|which|when|how|if|because)\\b)[^.:;]){0,80}?'
/** A deed without a named doer. */
const DOERLESS = new RegExp(
  `^${NOBODY}${anyOf({
    'the tests were moved': `\\b(?:was|were|been|got) (?:\\p{L}+ly |\\p{L}+ and )?${PAST}`,
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
    `(?:\\p{L}+ly |often |always )?(?:${ASKED_ME.source}) (?:directly )?(?:to )?me\\b`,
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
export function hasDoerlessDeed(text: string): boolean {
  return isDeedLike(text) && (DOERLESS.test(text) || SOUGHT.test(text) || GERUND.test(text))
}
