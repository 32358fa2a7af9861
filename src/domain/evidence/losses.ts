import { anyOf } from '../text/patterns.ts'
import { PAST } from './deed-verbs.ts'

/** Signs for a loss at the start of a line, as people type them and as Slack names them. */
const LOSS_SIGN = anyOf([
  /^\W*(?:❌|✗|✘)/,
  /^[^\p{L}\d:]{0,8}:(?:x|no_entry|no_entry_sign|warning|negative_squared_cross_mark|thumbsdown|-1):/u,
])

const LOSS = new RegExp(
  anyOf({
    words: `\\b${anyOf({
      failed: /failed to|did(?:n['’]t| not) (?:ship|finish|deliver|manage|work|land|get|make)/,
      'could not, other than as a reason':
        /(?<!\b(?:because|since|that|which|where|who|when|if)\b[^.;]{0,60})could(?:n['’]t| not)/,
      'missed a date': /missed (?:the|our|my|a) (?:deadline|target|goal|release)/,
      'never came':
        /(?:was|got) cancell?ed|(?<!\b(?:the|an?|half|old) )abandoned|never (?:shipped|finished|landed|launched)/,
      'gave up': /gave up|had to (?:pause|stop|abandon|cancel)/,
      'turned down': /(?:was|were|got) (?:\p{L}+ )?(?:rejected|declined|turned down|shelved)/u,
      unsuccessful: /(?:is|are|was|were) (?:\p{L}+ )?unsuccessful/u,
      'taken back': /rolled back (?:my|our|because)/,
      'did harm':
        /caused (?:an?|the) (?:outage|incident|bug)|regress(?:ed|ion) (?:I|we) (?:caused|introduced)/,
      broke: /broke (?:prod|production|the build)/,
      mixed: /with mixed results/,
    })}\\b`,
    'although it was not':
      /^\W*(?:while|although|though) [^,]*, (?:it|this|that) (?:is|was)(?:n['’]t| not)\b/,
    sign: LOSS_SIGN,
  }),
  'iu',
)

/** What follows is what the writer did about it: "Couldn't find the bug, so I asked the maintainers". */
const PUT_RIGHT = new RegExp(
  `${anyOf({
    'so I did': /(?:\b(?:so|then|until|instead|but)\b,?|[,;]) (?:(?:and|then|also|so|\p{L}+ly) )?I /u,
    'and had it back': /\band (?=(?:fixed|restored|repaired|helped|built|finished)\b)/,
  })}(?!rolled back (?:my|our|because)\\b)${PAST}`,
  'iu',
)

/** The writer's own mistake and its result. A remedy in the same sentence changes the kind. */
const MISTAKE = new RegExp(
  anyOf({
    words: `\\b${anyOf({
      'I forgot': /(?:I|we) (?:\p{L}+ )?(?:forgot|underestimated|overlooked|mistakenly|accidentally)/u,
      'and forgot': /and forgot (?:the|to|an?)/,
      'the wrong one': /(?:deleted|dropped|removed|merged|pushed|changed|restarted) the wrong/,
      'let slip': /slipped (?:to|by|from|again|until)|slept through/,
      'I broke':
        /I (?:broke|lost|corrupted|overwrote)|we (?:broke(?![^.;]* on purpose)|corrupted|overwrote|lost (?!an?\b))/,
      'it was me': /(?:outage|incident|failure|it) (?:\p{L}+ ){0,6}was (?:me|mine|my fault|on me)/u,
    })}\\b`,
    broke: /^\W*broke (?!(?:up|down)\b|[^.;]{1,40}\b(?:up|down|apart|into)\b)\p{L}/u,
    'so long': /\bfailed for \d|\b(?:was|were) down for \d/,
    gone: /\d \p{L}{3,15} (?:are |were )?(?:gone|lost)\b/u,
  }),
  'iu',
)
const TURNED = new RegExp(
  anyOf({
    'and then': /\b(?:so|then|afterwards|since then)\b[^.;]{0,40}\b(?:I|we)\b/,
    'what was done': `\\b(?:I|we) (?:\\p{L}+ly )?${anyOf([
      /found|fixed|restored|resolved|mitigated|led|noticed|spotted|diagnosed|brought|got|went|traced/,
    ])}\\b`,
    'and had it back':
      /\b(?:and|but) (?:I )?(?:had|got|put|brought) (?:it|them|everything|that) (?:back|right|running)\b/,
  }),
  'iu',
)

/** "I did not", "No, I did not have", "However, I had not": the main clause says what was not done. */
const NOT_DONE = new RegExp(
  [
    /^\W*(?:(?:no|however|but|unfortunately|yet|still|sadly|and|so|also|though)\b[,:]?\s+)*/.source,
    /(?:I|we) (?:\p{L}+ly )?/u.source,
    /(?:(?:did|do|have|had|was|were|could|am|are)(?:n['’]t| not)|never)\b(?! only\b)/.source,
  ].join(''),
  'iu',
)

/** Whether a sentence says that something was not done, or went wrong. */
export function isLoss(text: string): boolean {
  return LOSS.test(text) || NOT_DONE.test(text)
}

/** Whether a sentence says at once what its writer did about what went wrong. */
export function isPutRight(text: string): boolean {
  return PUT_RIGHT.test(text)
}

/** Whether a sentence describes a mistake of the writer's that nobody fixed. */
export function isMistake(text: string): boolean {
  return MISTAKE.test(text) && !TURNED.test(text)
}
