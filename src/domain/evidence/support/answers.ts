import { anyOf } from '../../text/patterns.ts'
import { isProof } from './proof.ts'

type Declining = {
  readonly name: string
  readonly examples: readonly string[]
  readonly pattern: string | RegExp
}

const NOT = "(?:not|n['’]t|never)"

/** Ways to give no answer to a question. Each is the beginning of one. */
export const DECLINING: readonly Declining[] = [
  {
    name: 'does not know',
    examples: ['I don’t know.', 'no idea', 'Not sure yet.', 'Hard to say.'],
    pattern: anyOf({
      know: [
        "(?:I|we) (?:really |honestly )?(?:do(?:n['’]t| not)|can['’]?(?:no)?t) (?:really )?",
        '(?:know|say|tell|remember|recall)\\b',
      ].join(''),
      idea: /(?:I(?:['’]ve| have)? )?(?:no|not a) (?:idea|clue)\b/,
      sure: /(?:I['’]m |I am |we['’]re )?(?:not (?:really )?(?:sure|certain)|unsure)\b/,
      hard: [
        "(?:that['’]s |it['’]s )?(?:hard|difficult|impossible|too (?:early|soon)) ",
        'to (?:say|tell|know|measure)\\b',
      ].join(''),
      nobody: /(?:nobody|no one) knows\b/,
      unknown: /(?:unknown|unclear|n\/?a|tbd|tbc)\b/,
    }),
  },
  {
    name: 'has nothing to say',
    examples: ['Nothing yet.', 'None.', 'Nothing changed.', 'There is no link.'],
    pattern: anyOf({
      nothing:
        /(?:nothing|none|not much|not yet|no change|no changes|no result|no results)(?: so far| yet| really)?[.! ]*$/,
      'nothing changed': /nothing (?:has |really |much )*(?:changed|to (?:show|share|link|add|open))\b/,
      'no link': [
        "(?:(?:there(?:['’]s| is)|I have|we have) )?(?:no|not any) ",
        '(?:links?|docs?|documents?|numbers?|data|pr)\\b(?! (?:loss|lost|was|were))[^,;.]{0,40}[.! ]*$',
      ].join(''),
      'nothing there': `(?:I|we) (?:do|have)(?:${NOT}| not) (?:got |have )?(?:any|anything|a link|numbers|data)\\b`,
    }),
  },
  {
    name: 'did not measure',
    examples: ['We never measured it.', 'I haven’t checked.', 'Not measured yet.'],
    pattern: anyOf({
      never: [
        "(?:I|we) (?:(?:did|do|have|had|has)(?:n['’]t| not)|never) (?:really |yet |actually )?",
        '(?:measured?|tracke?d?|counted?|checke?d?|looked?|recorde?d?|keep|kept)\\b',
      ].join(''),
      not: /(?:it['’]s |it is |this is )?not (?:measured|tracked|known|recorded|counted|documented)\b/,
    }),
  },
  {
    name: 'puts it off',
    examples: ['I’ll find out.', 'Let me check.', 'Ask me next week.', 'skip'],
    pattern: anyOf({
      later: [
        "(?:I['’]ll|I will|let me|I(?:['’]d| would)? (?:need|have) to|I can) ",
        '(?:check|look|find|ask|see|think|get back|measure|come back)\\b',
      ].join(''),
      'ask me': /ask me (?:again|later|next|in)\b/,
      skip: /(?:skip|pass|next|later|rather not|i['’]d rather not|no comment|prefer not)\b[^.;]{0,30}$/,
    }),
  },
]

const DECLINES = new RegExp(
  `^\\W*(?:(?:well|hmm+|sorry|honestly|hm|uh|ah|to be honest|good question|no|oh)[,.! ]{1,4}){0,3}${anyOf(
    DECLINING.map(({ pattern }) => pattern),
  )}`,
  'i',
)
/** What follows is an answer: "Not sure, but pages are down". */
const STILL = /\b(?:but|though|although|however|except|still|yet since|roughly|about|maybe \d)\b/i

/** Whether a sentence gives no answer to a question. */
export function declines(text: string): boolean {
  const said = text.replace(/\s+/g, ' ')
  return DECLINES.test(said) && !STILL.test(said)
}

/** Something else that was done, which is not an answer. */
const ANOTHER = /^\W*(?:(?:I|we) )?(?:also|additionally|separately|in addition|besides|another)\b/i
/** A shorter sentence is an answer only if there is no other: "Good question." */
const FEWEST_WORDS = 3

/** The sentence that gives the answer: the first that is more than proof, whatever its words. Null if they decline. */
export function answerIn(texts: readonly string[]): number | null {
  const said = [...texts.entries()].filter(([, text]) => !isProof(text) && !ANOTHER.test(text))
  if (said.length === 0 || declines(said[0]![1])) return null
  return (said.find(([, text]) => text.split(/\s+/).length >= FEWEST_WORDS) ?? said[0]!)[0]
}
