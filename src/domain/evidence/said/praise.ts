import { anyOf, WORD_ENDS, WORD_STARTS, wordsOf } from '../../text/patterns.ts'
import { PAST, PRESENT, THIRD_PERSON } from '../deed-verbs.ts'
import { PRAISED_WORK } from '../deed-words.ts'
import { qualityOf } from '../evidence-quality.ts'

/** Words with a capital that only open a sentence, or name a group or a thing. */
const NO_NAME = anyOf({
  'small words': [
    '(?:Th(?:e|is|at|ese|ose|ere|en)|It|We|A|An|And|But|So|Our|My|All|Both|When|Since|After|Before|Because|Last',
    '|Also|Just|You|She|He|They|Your|Her|His|Their)\\b',
  ].join(''),
  days: /(?:Yester|To|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
  many: /(?:Every|No|Some)(?:one|body|thing)\b|People\b/,
  plurals: /\p{L}{1,20}(?:[eo]rs|nts|ams|ges|ies|ons|als|oys|sts)\b/u,
  measures:
    /\p{L}{2,20}(?:overy|ivery|tion|sion|oyment|vement|nment|gement|ency|ness|ility|acity|urity|time|age)\b/u,
  'a group': /\p{Lu}\p{L}{1,20} (?:[Tt]eam|[Ss]quad|[Gg]roup)\b/u,
  abbreviations: /\p{Lu}{2}/u,
})

/** A name as people write it, and as it is hidden from a reader. Its capital matters, whatever the flags. */
export const NAME = `(?-i:${anyOf({
  hidden: /Colleague [A-Z]{1,2}\b|[Tt]he (?:author|writer)\b/,
  handle: '@[\\p{L}\\d](?:[\\p{L}\\d_-]|\\.(?=\\p{L})){0,40}(?: \\p{Lu}\\p{L}{1,30})?',
  mention: /[Ss]omeone\b/,
  name: `(?!${NO_NAME})\\p{Lu}\\p{L}{1,30}(?: \\p{Lu}\\p{L}{1,30})?`,
})})`

/** Pronouns for one person. "They" replaces a she or he that is hidden from a reader. */
const PRONOUN = '(?:you|s?he|they)'
const WHOSE = `(?:your|h(?:er|is)|their|${NAME}['’]s)`
const WHOM = `(?:you|him|her|them|${NAME})`

const BETWEEN = '(?:[a-z]{1,20}ly |also |then |now |still |first |just |even |always |often )?'
/** Things that the person said, or that nobody is thanked for. Most of the latter are done by products. */
const NO_PRAISE = anyOf([
  /asked|mentioned|requested|promised|pinged|messaged|emailed|agreed|offered/,
  /broke|crashed|died|dropped|failed|blocked|delayed|ignored|deleted|complained|confused|interrupted/,
  /restarted|recovered/,
])
/** Things that colleagues thank for, although nobody would call them a deed. */
const STAYED =
  /stayed (?:up|on|late|with|until|behind)|came (?:in|over|to)|got (?:me|us|it|them|our|the)|went out/
const DID = `${BETWEEN}(?!${NO_PRAISE}\\b)(?:${PAST}|${STAYED.source})`
const HAS_DONE = [
  `(?:['’](?:ve|s)| has| have) ${BETWEEN}`,
  `(?:been [a-z]{2,20}ing|(?!${NO_PRAISE}\\b)${PAST}|taught|shown)`,
].join('')
const AGAIN = [
  `(?:always|often|regularly|constantly|never|never fails? to) (?:${PRESENT}|${THIRD_PERSON}|[a-z]{2,12})`,
  ' (?:me|us|the|our|my|every|new|people|with|to|out|up)\\b',
].join('')
const IS = [
  `(?:['’](?:s|re|ve been|s been)| is| are| was| were| has been| have been) ${BETWEEN}${anyOf({
    'to others': [
      '(?:the|my|our|an?) (?:[a-z-]{1,12} ){0,2}',
      '(?:person|one|reason|mentor|buddy|coach|go-to|sponsor|lead|owner|reviewer|first)\\b',
    ].join(''),
    'a help': /(?:such )?(?:an? )?(?:great|huge|big|real|massive|enormous|incredible) (?:help|support)\b/,
  })}`,
].join('')

/** Opens a clause in which a name is the subject. Elsewhere a capital may be a product. */
const CLAUSE = '(?:^[^\\p{L}@]{0,12}|[,.;:!–—-] |\\b(?:and|but|so|because|when|that|how|who|while|as|until) )'

const FINE =
  /(?:great|good|nice|amazing|awesome|fantastic|excellent|brilliant|superb|helpful|useful|thorough)/
export const THANKED = anyOf({
  thanks: /thanks|thank (?:you|u)|thx|ty|tysm|cheers|grateful|gratitude|appreciat[a-z]{1,6}/,
  honour: /kudos|props|shout[- ]?out|hats off|hat tip|h\/t|credit|applause|congrat[a-z]{1,12}/,
  recognised: /recogni[sz]e|nominate|commend|celebrate|applaud|legend|hero|star|life ?saver|rock ?star/,
  'well done': `well done|${FINE.source} (?:job|work|one)`,
})
/** Between the thanks and their reason. A full stop may be part of a handle. */
const REST = '(?:[^.;?]|\\.(?=\\p{L})){0,60}?'
/** Words in -ing that say that a person was present or kind. */
const NO_DOING =
  /being|having|coming|joining|attending|asking|listening|reading|agreeing|offering|planning|everything/
export const WORK = `(?:[a-z-]{1,20} ){0,3}?${anyOf(wordsOf(PRAISED_WORK))}`
const HELPED = anyOf({
  did: /sav(?:ed|es)|got|gets|made|makes|helped|helps|kept|keeps|taught|caught|gave|gives|cut|fixed|fixes/,
  showed:
    /unblocked|changed|brought|let|lets|convinced|won|showed|shows|turned|worked|works|paid off|explain(?:ed|s)/,
  was: [
    '(?:is|are|was|were) (?:so |very |really |super |incredibly |just |the |a )?',
    '(?:clear|clearest|great|good|best|useful|helpful|excellent|amazing|perfect|brilliant|spot on|exactly|what',
    '|invaluable|fantastic|thorough|lifesaver|gold|awesome)',
  ].join(''),
})

type Praise = { readonly name: string; readonly examples: readonly string[]; readonly pattern: RegExp }

/**
 * Ways in which a colleague says what the person did, each with examples. Here the second or third person is the doer,
 * and the writer, "I" or "us", only saw it.
 */
export const PRAISE: readonly Praise[] = [
  {
    name: 'they did it',
    examples: [
      'She mentored me through my first incident.',
      'You saved us in the migration.',
      'I liked how you explained the outage to the customer.',
      'He’s been leading the guild since March.',
    ],
    pattern: new RegExp(`${WORD_STARTS}${PRONOUN}(?: ${DID}|${HAS_DONE}| ${AGAIN})${WORD_ENDS}`, 'iu'),
  },
  {
    name: 'somebody by name did it',
    examples: [
      'Ada helped our team with the move.',
      'Shout-out to Ada, who rewrote the pipeline.',
      '@ada always answers our questions.',
    ],
    pattern: new RegExp(
      anyOf([
        `${CLAUSE}${NAME}(?: ${DID}|${HAS_DONE}| ${AGAIN})${WORD_ENDS}`,
        `${NAME},? who ${DID}${WORD_ENDS}`,
      ]),
      'iu',
    ),
  },
  {
    name: 'thanks for doing it',
    examples: [
      'Thanks to @ada.example for mentoring me!',
      'I really appreciate you walking me through the modules.',
      'Kudos for patiently finding the bad config.',
    ],
    pattern: new RegExp(
      [
        `\\b${THANKED}\\b${REST}\\b(?:for|on|by|in|you) (?:[a-z]{1,20}ly |always |also |all the )?`,
        `(?!${NO_DOING.source})[a-z]{2,20}ing\\b`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'thanks for their work',
    examples: [
      'Kudos @ada for the clear postmortem.',
      'Great job on the migration!',
      'Thank you for your review.',
    ],
    pattern: new RegExp(
      [
        `\\b(?:${THANKED}\\b${REST}\\b(?:for|on|with)|appreciat[a-z]{1,6}) `,
        `(?:the|this|that|your|h(?:er|is)|their|all|an?) ${WORK}${WORD_ENDS}`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'a fine piece of it',
    examples: ['Great catch on the retry bug, Ada!', 'That was a brilliant demo.'],
    pattern: new RegExp(
      [
        '^[^\\p{L}]{0,12}(?:(?:really|such|so|that was|what) )?(?:an? )?',
        `${FINE.source} (?!(?:work|job)\\b)(?:catch|find|save|call|spot|${WORK})${WORD_ENDS}`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'their work helped',
    examples: [
      'Ada, your runbook got me through the night.',
      'Her dashboards are so useful to the support team.',
    ],
    pattern: new RegExp(`${WORD_STARTS}${WHOSE} ${WORK}\\b[^.;?]{0,60}?\\b${HELPED}\\b`, 'iu'),
  },
  {
    name: 'helped by their work',
    examples: ['I learned a lot from her reviews.', 'We’d be lost without your dashboards.'],
    pattern: new RegExp(
      [
        '\\b(?:learn(?:ed|t)?|lost|without|thanks to|loved?|used?|rel(?:y|ied) on|saved by)\\b[^.;?]{0,30}?',
        ` ${WHOSE} ${WORK}${WORD_ENDS}`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'not without them',
    examples: [
      'Couldn’t have done the cutover without you.',
      'Without Ada we would have missed the date.',
      'If it wasn’t for Ada, the queue would still be down.',
    ],
    pattern: new RegExp(
      anyOf([
        [
          "\\b(?:would|could)(?:n['’]t| not)? (?:never )?(?:have|be)\\b[^.;?]{0,60}? without ",
          `${WHOM}(?! \\p{L}+ing)${WORD_ENDS}`,
        ].join(''),
        `\\bwithout ${WHOM},? (?:we|I)(?:['’]d| would| could)`,
        `\\bif it (?:was|were)(?:n['’]t| not) for ${WHOM}${WORD_ENDS}`,
      ]),
      'iu',
    ),
  },
  {
    name: 'what they are to others',
    examples: [
      'Ada is the person I go to when DNS breaks.',
      'You’ve been my mentor since May.',
      'They were a great help with the first deploy.',
    ],
    pattern: new RegExp(anyOf([`${WORD_STARTS}${PRONOUN}${IS}`, `${CLAUSE}${NAME}${IS}`]), 'iu'),
  },
]

/** A group is thanked or addressed, so the praise is not only for the person. */
const GROUP = new RegExp(
  `${anyOf({
    thanked: `\\b${THANKED}(?:,| to)? `,
    addressed: '(?:^[^\\p{L}]{0,12}|[,;] )(?=[a-z ]{3,30}[,!:])',
  })}(?:\\p{L}{2,20} ){0,3}?${anyOf([
    /teams?|squad|crew|guild|everyone|everybody|folks|guys|gang|group|y['’]all|you all|all of you/,
  ])}\\b`,
  'iu',
)

const THANKS = new RegExp(`\\b${THANKED}\\b`, 'iu')

/** Whether a colleague's sentence says what the person did, or thanks them and names the result. */
export function isPraise(text: string): boolean {
  if (GROUP.test(text)) return false
  return PRAISE.some(({ pattern }) => pattern.test(text)) || (THANKS.test(text) && qualityOf(text).result)
}
