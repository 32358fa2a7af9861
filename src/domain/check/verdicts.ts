import { anyOf } from '../text/patterns.ts'
import { CHARACTER_ABROAD, VERDICT_ABROAD } from './foreign-verdicts.ts'

/** A verdict found in a text, in words for the reader when it is asked again, or null. */
type Verdict = string | null

/** Whom or what a verdict would judge: the person, or their case. */
const JUDGED = '(?:you|me|them|him|her|this|it|the (?:person|author|writer|engineer|case|packet|evidence))'

/**
 * Scores and ratings of the person or the case. A Lighthouse score, a credit rating and "10 out of 12 shifts" are about
 * work, and "production-grade" is not a rating.
 */
const RATING = new RegExp(
  anyOf({
    'rates you': `\\b(?:rat(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|grad(?:e|es|ed|ing)) ${JUDGED}\\b`,
    'your score': [
      "\\b(?:your|their|(?:the )?(?:author|writer|engineer|person)'s) ",
      '(?:\\w+ ){0,2}(?:scores?|ratings?|grades?)\\b',
    ].join(''),
    'overall score': /\b(?:overall|final|performance) (?:score|rating|grade)\b/,
    'a solid score':
      /\b(?:an?|the) (?:solid|strong|high|low|top|perfect|good|full|weak) (?:score|rating|grade)\b/,
    'score 7/10': /\b(?:score|rating|grade)s?(?: of)?:? ?\d{1,3} ?(?:\/|out of) ?\d/,
    '7 out of 10': [
      '(?:\\b\\d{1,3}(?:\\.\\d)?|\\b\\w+) ?(?:/|\\bout of|\\bon a scale (?:of|from)) ?',
      '(?:5|10|100|five|ten|a hundred)\\b',
      '(?=\\s*(?:$|[.,;!?)]|against|overall|for (?:you|the|this|L\\d)|on the|at))',
    ].join(''),
    guarantee: /\bguarantee[sd]?\b[^.?!]{0,30}\b(?:promotions?|level|l\d|role|title|raise|it|success)\b/,
    'you deserve': [
      '\\b(?:you|they|he|she|who|author|colleague \\w{1,2})\\b[^.?!]{0,20}',
      '(?<!\\b(?:what|which|that) )\\bdeserv(?:e|es|ed|ing)\\b',
    ].join(''),
    expectations: /\b(?:exceeds|exceeded|exceeding|meets|below) expectations\b/,
    performer: /\btop performer|\bunderperform/,
  }),
  'i',
)

/** Things that are promoted and are not people, such as builds and replicas. */
const THING = '(?:the|an?|its|our|each|every|one|that|this) (?!author|writer|engineer|person|colleague)'
const ENVIRONMENT = anyOf([
  /production|prod|staging|primary|main|master|leader|stable/,
  /the (?:next )?(?:environment|stage|cluster|branch|region)/,
])

/** Words near "promotion" that make it somebody's promotion. */
const SOMEBODYS = anyOf({
  person: /you|your|yours|you're|their|they/,
  level: /level|l\d/,
  case: /chances?|case|committee|packet|guarantee\w*|deserv\w*|earn\w*/,
  chance: /ready|readiness|likely|worth\w*|candidate/,
})

/** Mentioning a packet, and who reads it, is not a verdict. */
const NO_DOCUMENT = '(?! (?:packet|panel|committee|document|doc|case file|process|criteria|readers?)\\b)'

const PROMOTION = new RegExp(
  anyOf({
    promotable: /\bpromotable\b/,
    'promotion is': /\bpromotions? (?:is|are|will|would|should|seems?|looks?|comes?)\b/,
    'be promoted': [
      '\\b(?:you|they|he|she|who|author|engineer|person|colleague \\w+)\\b[^.?!]{0,40}',
      '\\b(?:be|been|being|get|gets|getting|got|is|are|was|were) (?:\\w+ )?promoted\\b',
      `(?! (?:in)?to ${ENVIRONMENT})`,
    ].join(''),
    'promote you': [
      '\\bpromot(?:e|es|ed|ing) ',
      '(?:you|them|him|her|me|yourself|colleague|the (?:author|writer|engineer|person))\\b',
    ].join(''),
    'your promotion': [
      `\\b${SOMEBODYS}\\b[^.?!]{0,40}\\bpromotions?\\b`,
      `(?! of ${THING})(?! to ${ENVIRONMENT})${NO_DOCUMENT}`,
    ].join(''),
    'promotion of yours': `\\bpromotions?\\b(?! of ${THING})${NO_DOCUMENT}[^.?!]{0,40}\\b${SOMEBODYS}\\b`,
    'for promotion': /\b(?:for|to|towards?|against|of|a|the|near|before) promotion[.?!,;]?$/,
  }),
  'i',
)

const STILL = `(?: ${anyOf([
  /to be|now|already|clearly|almost|nearly|not|yet|more|than|quite|fully|truly|really|well|mostly|certainly/,
])})*`

/** Which level somebody is at, or ready for. */
const READINESS = new RegExp(
  anyOf({
    'you are ready': `\\byou(?:'re| are| seem| look| sound| appear)${STILL} ready\\b`,
    'ready for the level': [
      '\\bready (?:for|to (?:reach|move to|step up to|be at|take on)) (?:an? |the |your |this |their )?',
      '(?:(?:next|higher|target|new|senior|staff|principal) )?(?:level|promotion|role|title|rung|l\\d)\\b',
    ].join(''),
    'you work at the level': [
      `\\byou(?:'re| are)?${STILL}`,
      `(?: act| work| operate| perform|'ve been (?:working|operating|performing))?${STILL} `,
      '(?:at|above|beyond|as) (?:an? |the |your )?(?:\\w+ )?(?:level|l\\d|grade)\\b',
    ].join(''),
    'you reached the level': [
      "\\byou(?:'ve| have)?(?: already| now| clearly| just)? ",
      '(?:reach(?:ed)?|attain(?:ed)?|ma[dk]e it to|arrived? at|achieved?|hit) ',
      '(?:the )?(?:next |target |senior )?(?:level|l\\d)\\b',
    ].join(''),
    'you are senior': [
      `\\byou(?:'re| are)${STILL} (?:an? |the )?`,
      '(?:junior|mid-level|senior|staff|principal|distinguished)\\b',
    ].join(''),
  }),
  'i',
)

/** Words for a person. */
const CALLED = anyOf({
  bright: /smart|brilliant|talented|gifted/,
  weak: /lazy|weak|junior|senior/,
  manners: /aggressive|abrasive|emotional|nice|natural|rock ?star|genius|humble|arrogant|bossy|quiet|shy/,
  praise: /confident|amazing|great|excellent/,
})
const JOB =
  /(?:engineer|developer|performer|employee|colleague|programmer|sre|designer|manager|leader|candidate)s?/

/** Judges the person instead of the work. */
const PERSONALITY = new RegExp(
  anyOf({
    'you are brilliant': [
      "\\b(?:you are|you're|you seem|you sound) (?:(?:a|an|very|so|too|not|quite|clearly|truly|really) )*",
      `${CALLED}\\b`,
    ].join(''),
    'a weak engineer, but no manager experience': [
      '\\b(?:weak|poor|strong|bad|good|great|excellent|mediocre|brilliant|lazy|talented|gifted) ',
      `${JOB.source}\\b(?! (?:experience|tool|portal|docs?|relations))`,
    ].join(''),
  }),
  'i',
)

/** Origin, age, health and family. */
const PRIVATE = new RegExp(
  anyOf({
    'their age, but no health checks': `\\b(?:your|their|his|her) ${anyOf([
      /age|health|pregnan\p{L}{1,5}|illness|disabilit\p{L}{1,4}|religion|nationality|accent|gender/u,
      /famil(?:y|ies)|children|kids|wife|husband|race|ethnic\p{L}{0,6}|mental health|background as an?/u,
    ])}\\b(?! (?:checks?|probes?|endpoints?|of))`,
    'for your age': /\b(?:for|at) (?:your|their) age\b/,
    'despite your health': /\b(?:despite|because of|given) your (?:age|health|family|accent|origin)\b/,
    'as a mother': /\bas an? (?:woman|man|mother|father|parent|immigrant|foreigner|native speaker)\b/,
    'too old': /\btoo (?:old|young)\b/,
    leave: /\bmaternity|\bsick leave\b/,
  }),
  'iu',
)

/** Compares somebody with somebody else. */
const COMPARED = new RegExp(
  anyOf({
    'than your peers': [
      '\\b(?:than|above|ahead of|behind|below|unlike|compared (?:to|with)) ',
      '(?:most (?:of )?|all |any |many |the (?:other|average) |other |your |an average )(?:your )?',
      anyOf([
        /peers?|colleagues?|teammates?|team ?mates|engineers?|people|others?|candidates?|seniors?|sres?/,
        /developers?/,
      ]),
      '\\b',
    ].join(''),
    'than colleague A': /\bthan colleague [a-z]\b/,
    'compares you with others': [
      '\\bcompar(?:e|es|ed|ing) (?:you |yourself )?(?:with|to) (?:other|your|the other|most) ',
      '(?:\\p{L}{1,12} )?(?:peers?|colleagues?|teammates?|engineers?|people|others?)\\b',
    ].join(''),
    outperforms: /\boutperform\p{L}{0,3} (?:your|most|other|the|colleague)/u,
    'top 5%': /\btop \d{1,2} ?(?:%|percent) of\b/,
    'the best engineer on':
      /\b(?:best|strongest|weakest) (?:engineer|sre|developer|performer|person) (?:on|in|of)\b/,
  }),
  'iu',
)

/** Words that judge a character. */
const JUDGING = anyOf({
  careless: /careless|sloppy|reckless|irresponsible|immature|unprofessional|negligent/,
  difficult: /difficult|stubborn|passive|timid|insecure|naive/,
  gifted: /ambitious|modest|charismatic|a natural|born leader|too (?:soft|nice|honest)/,
})

/** Character, combined with a word that judges it. */
const CHARACTER = new RegExp(
  anyOf({
    'you are careless': [
      "\\b(?:you|they|author)(?:'re| are| were| seem(?:ed)?| can be| come across as| look| sound)\\b",
      `[^.?!]{0,20}\\b${JUDGING}\\b`,
    ].join(''),
    'you lack': [
      '\\byou(?:r)? (?:lack(?:s|ed)?|lack of) ',
      '(?:confidence|ambition|motivation|maturity|empathy|courage|discipline|character)\\b',
    ].join(''),
    'your attitude': /\byour (?:attitude|personality|character|temper|ego)\b/,
    carelessness: /\b(?:carelessness|laziness|arrogance)\b/,
  }),
  'iu',
)

type VerdictRule = {
  readonly name: string
  /** In words for the reader when it is asked again. */
  readonly why: string
  readonly examples: readonly string[]
  readonly pattern: RegExp
}

const PROMISE = 'it gives a score, a rating or a promise about promotion'
const STAND = 'it says where the person stands: say what the words show'
const SOMEBODY = 'it speaks of who somebody is, or compares them with others'
const PERSON = 'it judges the person instead of the work'

/** Judgments that no text of a review may contain. The first that matches gives the reason. */
export const VERDICT_RULES: readonly VerdictRule[] = [
  {
    name: 'a rating',
    why: PROMISE,
    examples: ['I would rate you highly.', 'A solid 8 out of 10.', 'This exceeds expectations.'],
    pattern: RATING,
  },
  {
    name: 'a promotion',
    why: PROMISE,
    examples: ['You will be promoted.', 'It is a strong case for promotion'],
    pattern: PROMOTION,
  },
  {
    name: 'one of both in another language',
    why: PROMISE,
    examples: [
      'Du wirst bald befördert.',
      'Vas a ser promovido.',
      'Usted será promovido.',
      'Tu seras bientôt promu.',
      'Você está pronto.',
      'Vous êtes prêt.',
      'Jesteś już gotową.',
    ],
    pattern: VERDICT_ABROAD,
  },
  {
    name: 'readiness',
    why: STAND,
    examples: ['You seem ready.', 'You already work at L3.', 'You are a staff engineer already.'],
    pattern: READINESS,
  },
  {
    name: 'who somebody is',
    why: SOMEBODY,
    examples: ['That is a lot for your age.', 'You did it as a mother of two.'],
    pattern: PRIVATE,
  },
  {
    name: 'a comparison',
    why: SOMEBODY,
    examples: ['This is more than most engineers do.', 'You are ahead of your peers.'],
    pattern: COMPARED,
  },
  {
    name: 'the person instead of the work',
    why: PERSON,
    examples: ['You are brilliant.', 'This is the work of a weak engineer.'],
    pattern: PERSONALITY,
  },
  {
    name: 'a character',
    why: PERSON,
    examples: ['You can be stubborn.', 'You lack confidence.'],
    pattern: CHARACTER,
  },
  {
    name: 'a character in another language',
    why: PERSON,
    examples: ['Du bist manchmal nachlässig.', 'Você é preguiçoso.', 'Jesteś leniwy.'],
    pattern: CHARACTER_ABROAD,
  },
]

/** The rule that a text breaks, or undefined. */
export function verdictRuleOf(text: string): VerdictRule | undefined {
  const said = text.replace(/[’‘]/g, "'")
  return VERDICT_RULES.find(({ pattern }) => pattern.test(said))
}

/** The first judgment in a text. People decide promotions, and no person is judged. */
export function verdictIn(text: string): Verdict {
  const rule = verdictRuleOf(text)
  return rule?.why ?? null
}
