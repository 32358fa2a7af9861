import { hasDoerlessDeed, opensWithDeed, tellsOfDeed, tellsOfOwnDeed } from '../evidence/deeds.ts'
import { smallTalkOf } from '../evidence/small-talk.ts'
import { anyOf } from '../text/patterns.ts'
import { sentencesIn } from '../text/sentences.ts'
import { anyPhrase, opensWithPhrase } from './phrases.ts'
import { COACH_WORDS } from './words/coach.ts'
import { OPENING_WORDS } from './words/forms.ts'
import { SENSITIVE_WORDS } from './words/sensitive.ts'
import { TALK_WORDS } from './words/talk.ts'
import { WORK_WORDS } from './words/work.ts'

/** A text as the signs see it. `lower` has straight apostrophes and single spaces. */
export type Said = {
  readonly text: string
  readonly lower: string
  readonly words: readonly string[]
  readonly sentences: readonly string[]
}

/** No more is read: the beginning and the end of a message say what it is. */
const MOST = 1_200
const END = 300

const cut = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, MOST - END)}\n${text.slice(-END)}`

const lowered = (text: string): string =>
  text.toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim()

/** The words and sentences of a text. */
export function saidIn(whole: string): Said {
  const text = cut(whole.trim())
  const lower = lowered(text)
  return {
    text,
    lower,
    words: lower.match(/[\p{L}\p{N}][\p{L}\p{N}'%-]*/gu) ?? [],
    sentences: text
      .split(/\n+/)
      .flatMap(sentencesIn)
      .filter((one) => one !== ''),
  }
}

type Sign = {
  readonly name: string
  readonly example: string
  readonly holds: (said: Said) => boolean
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'health or grief': 'I was off with burnout.',
  conflict: 'He shouted at me.',
  leaving: 'I am handing in my notice.',
  secret: 'Keep this between you and me.',
  thanks: 'Vielen Dank!',
  greeting: 'buenas tardes',
  reaction: 'fair enough',
  feeling: 'I am so nervous: I hate this.',
  decline: 'I would rather not.',
  'does not know': 'keine Ahnung',
  complaint: 'What a waste of time.',
  'the ladder': 'What does L4 ask?',
  'a competency': 'This is Judgment.',
  records: 'Delete the last one.',
  'its privacy': 'Can my boss see this?',
  'its own words': 'You wrote that I led it.',
  denial: 'das stimmt nicht',
  'I, me or my': 'Das habe ich gemacht.',
  'we or our': 'We did it.',
  'you or your': 'Are you a bot?',
  'the future': 'It starts next week.',
  intends: 'I am going to write it.',
  'the past': 'We moved it last week.',
  'words of others': 'Ben wrote: well done',
  praise: 'great work',
  'nothing to tell': 'none',
  yes: 'yes',
  'opens as a question': 'Which of these?',
  'opens as an order': 'please show me the list',
  'ends as an order in Japanese': '削除してください',
  'ends as a question in Japanese': '何が足りませんか',
}

/** Words anywhere in a message. */
const fromWords = (lists: Readonly<Record<string, string>>): Sign[] =>
  Object.entries(lists).map(([name, list]) => {
    const pattern = anyPhrase(list)
    return { name, example: EXAMPLES[name] ?? '', holds: ({ lower }) => pattern.test(lower) }
  })

const {
  'opens as a question': QUESTIONS,
  'opens as an order': ORDERS,
  'may precede an order': POLITE,
  ...ENDINGS
} = OPENING_WORDS
const QUESTION = opensWithPhrase(QUESTIONS)
const ORDER = opensWithPhrase(ORDERS, POLITE)

/** One thing is denied and another is said instead. */
const NOT_THIS = new RegExp(
  anyOf({
    'Scope, not Planning': /[,;.] ?(?:and )?not (?!sure|yet|only|that i)/,
    'not weeks, days': '\\bnot \\p{L}+[,;] ',
    'nicht meins': /\b(?:nicht|no|pas|não) (?:\p{L}+ )?(?:yo|moi|eu|ich|meins?|dos|deux)\b/u,
  }),
  'u',
)

/** A name: a capital inside a sentence. */
const NAME = /(?<=[\p{L},] )\p{Lu}\p{Ll}+/u

/** What a message looks like, apart from its words. */
const FORMS: readonly Sign[] = [
  {
    name: 'tells of an own deed',
    example: 'I moved the queue.',
    holds: ({ sentences }) => sentences.some(tellsOfOwnDeed),
  },
  {
    name: 'tells of a deed',
    example: 'We moved the queue.',
    holds: ({ sentences }) => sentences.some(tellsOfDeed),
  },
  {
    name: 'a deed without a doer',
    example: 'The queue was moved.',
    holds: ({ sentences }) => sentences.some(hasDoerlessDeed),
  },
  {
    name: 'a line opens with a deed',
    example: 'Moved the queue.',
    holds: ({ sentences }) => sentences.some(opensWithDeed),
  },
  {
    name: 'a deed in a sentence that asks nothing',
    example: 'I moved the queue. Is that enough?',
    holds: ({ sentences }) => sentences.some((one) => !one.endsWith('?') && tellsOfOwnDeed(one)),
  },
  { name: 'small talk', example: 'hi', holds: ({ text }) => smallTalkOf(text) !== null },
  { name: 'ends as a question', example: 'Who?', holds: ({ text }) => /[?？][)\s!]*$/u.test(text) },
  { name: 'holds a question', example: 'Who? Me.', holds: ({ text }) => /[?？]/u.test(text) },
  {
    name: 'opens as a question',
    example: EXAMPLES['opens as a question']!,
    holds: ({ lower }) => QUESTION.test(lower),
  },
  {
    name: 'opens as an order',
    example: EXAMPLES['opens as an order']!,
    holds: ({ lower }) => ORDER.test(lower),
  },
  {
    name: 'a later sentence opens as a question',
    example: 'I moved it. Does that count',
    holds: ({ sentences }) => sentences.slice(1).some((one) => QUESTION.test(lowered(one))),
  },
  {
    name: 'a later sentence opens as an order',
    example: 'I moved it. Please remind me.',
    holds: ({ sentences }) => sentences.slice(1).some((one) => ORDER.test(lowered(one))),
  },
  { name: 'holds a number', example: 'from 4 to 2', holds: ({ text }) => /\d/.test(text) },
  { name: 'a link', example: 'https://a.example/1', holds: ({ text }) => /https?:\/\//.test(text) },
  { name: 'a change', example: 'PR 12', holds: ({ text }) => /\b(?:PR|pr|INC|[A-Z]{2,8}-)\W?\d/.test(text) },
  {
    name: 'quoted words',
    example: 'He said "thank you for it"',
    holds: ({ text }) => /["“„«「][^"”“»」]{12,300}["”“»」]/u.test(text),
  },
  { name: 'a quoted line', example: '> thanks', holds: ({ text }) => /^>|\n>|>>/.test(text) },
  {
    name: 'a line of a chat',
    example: 'Ben 4:12 PM',
    holds: ({ text }) => /^\p{Lu}\p{L}+\s+\d{1,2}:\d\d/u.test(text),
  },
  { name: 'names somebody', example: 'that was Ravi', holds: ({ text }) => NAME.test(text) },
  { name: 'an open box', example: '- [ ] doc', holds: ({ text }) => /\[ ?\]|☐/u.test(text) },
  { name: 'a list', example: '- a\n- b', holds: ({ text }) => /^(?:[-*•]|\d[.)]) /mu.test(text) },
  {
    name: 'code or a log',
    example: 'a()\n  at b',
    holds: ({ text }) => /```|^[ \t]+at |\b[0-9a-f]{5,8} \p{Lu}|Error:/mu.test(text),
  },
  { name: 'no letter', example: '👍', holds: ({ text }) => !/\p{L}/u.test(text) },
  {
    name: 'a smiley',
    example: 'ok :)',
    holds: ({ text }) => /\p{Extended_Pictographic}|:[a-z_]+:|[:;]-?[()]/u.test(text),
  },
  { name: 'an exclamation', example: 'no!', holds: ({ text }) => /!/.test(text) },
  {
    name: 'not this but that',
    example: 'Scope, not Planning',
    holds: ({ lower }) => NOT_THIS.test(lower),
  },
  {
    name: 'opens with no',
    example: 'no, it was me',
    holds: ({ lower }) => /^(?:no|nope|nein|non|não|nah|いいえ|nahi)(?![\p{L}])/u.test(lower),
  },
  {
    name: 'opens with yes',
    example: 'yes, all of it',
    holds: ({ lower }) => /^(?:yes|yep|yeah|sure|ja|sí|oui|sim|はい|ok|okay)(?![\p{L}])/u.test(lower),
  },
  {
    name: 'opens with that, this or it',
    example: 'that was me',
    holds: ({ lower }) => /^(?:that|this|it|its|thats)(?![\p{L}])/u.test(lower),
  },
  {
    name: 'opens with a participle or verb in -ed',
    example: 'fixed it',
    holds: ({ words }) =>
      /ed$|^(?:led|ran|wrote|built|did|took|gave|set|cut|made|held)$/.test(words[0] ?? ''),
  },
  {
    name: 'no verb',
    example: 'the Q3 thing',
    holds: ({ lower, words }) =>
      words.length < 8 &&
      !/\b(?:i|we|is|was|are|were|did|do|does|has|have|had|be|been|can|will)\b|\p{L}ed\b/u.test(lower),
  },
  {
    name: 'looks like a title',
    example: 'Senior Engineer, Payments',
    holds: ({ text }) => /^\p{Lu}[\p{L}-]{0,40}(?:[ ,]{1,2}\p{Lu}[\p{L}-]{0,40}){1,5} ?(?:\(|$)/u.test(text),
  },
]

/** Everything that can be noticed about a message, by name. */
export const SIGNS: readonly Sign[] = [
  ...fromWords(SENSITIVE_WORDS),
  ...fromWords(TALK_WORDS),
  ...fromWords(COACH_WORDS),
  ...fromWords(WORK_WORDS),
  ...fromWords(ENDINGS),
  ...FORMS,
]

/** The names of the signs that a text shows. */
export function signsOf(said: Said): string[] {
  return SIGNS.filter(({ holds }) => holds(said)).map(({ name }) => name)
}
