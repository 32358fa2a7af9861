import { anyOf, WORD_ENDS, wordsOf } from '../text/patterns.ts'
import { ROLE_SIGNS, ROLE_WORDS } from './deed-words.ts'

/** "I am", "I've been" and the like, with the words that may follow. */
const I_AM =
  "\\bI(?:['’]m| am| was|['’](?:ve|d) been| (?:have|had) been)(?: also| now| still| often| \\p{L}+ly)?"
const ARTICLE = "(?:(?:the|a|an|our|one of (?:the|our|two|three)|(?:(?:the|my|our) )?\\p{L}+['’]s) )?"
const ROLE = `${ARTICLE}(?:${anyOf(wordsOf(ROLE_SIGNS))}[ -]){0,2}${anyOf(wordsOf(ROLE_WORDS))}\\b`
const LINK = `${ARTICLE}(?:link|bridge|interface|go-between)(?= between\\b)`
/** What the role is for. Without it, the words name a job. */
const FOR = '(?= (?:of|for|on|in|at|between|to|during|behind|from|across|since|when|who)\\b)'
const START = '^[^\\p{L}\\d_]*'
const BEING = '(?:(?:been|was|being|am|acted as|served as|acting as|serving as|works as) )?'

/** "Our contact for the auditors is Kim" says who has the role. */
const IS_ANOTHER = '[^.,;]{1,60} (?:is|was|will be) (?-i:\\p{Lu})'
const OFTEN = '(?:(?:always|usually|often|still|now|mostly) )'
const COUNT = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)'
/** Things that people give, run or write. Incidents and tickets only happen. */
const DELIVERED = [
  /talks?|interviews?|(?:code |design )?reviews?|post-?mortems?|runbooks?|workshops?|sessions?|1:1s?|one-on-ones?/,
  /on[- ]call shifts?|demos?|trainings?|design docs?|RFCs?|drills?|game days?|blog posts?|mentees?|PRs?|presentations?/,
]

const GROUP = /panel|rotation|rota|committee|board|council|working group|pager|jury|guild/
const CALLED = [/called|tagged|asked|pinged|pulled in|consulted|invited|requested|brought in/]

/** Ways to say what one is to others at work, each with an example. */
export const ROLES: readonly { name: string; example: string; pattern: RegExp }[] = [
  {
    name: 'I am it',
    example: 'I am the main reviewer for the billing code.',
    pattern: new RegExp(`${I_AM} (?:${ROLE}${FOR}|${LINK})`, 'iu'),
  },
  {
    name: 'without a subject',
    example: 'Tech lead of the checkout rewrite',
    pattern: new RegExp(`${START}${BEING}(?:${ROLE}${FOR}|${LINK})(?!${IS_ANOTHER})`, 'iu'),
  },
  {
    name: 'in charge',
    example: 'Responsible for the certificates of all public sites',
    pattern: new RegExp(
      `${START}(?:\\p{L}+ly )?${anyOf([
        /(?:responsible|accountable|on[- ]call) for|in charge of|(?:second|fresh|extra) pair of eyes/,
        /(?:was |been )?trusted with/,
      ])}\\b`,
      'iu',
    ),
  },
  {
    name: 'the one who',
    example: 'I’m usually the one who gets called when DNS is odd.',
    pattern: new RegExp(
      `${anyOf({
        I: `${I_AM} (?:the|one of the)(?: \\p{L}+)? (?:one|ones|person|people|first|engineer)`,
        'no subject': `${START}${OFTEN}the (?:one|first|person)`,
        'one of few': `${START}one of (?:the )?(?:two|three|four|few|only \\p{L}+) (?:people|engineers|ones)`,
      })} (?:who|that|to)\\b`,
      'iu',
    ),
  },
  {
    name: 'the one whom people ask',
    example: 'Always the one people call when DNS breaks',
    pattern: new RegExp(
      [
        `(?:${I_AM} |${START}${OFTEN}|${START})the (?:\\p{L}+ )?(?:one|person|engineer) `,
        '(?:that )?(?:people|they|others|every(?:one|body)|colleagues|teams|engineers|support|juniors|we all) ',
        '(?:\\p{L}+ly |always |often |first )?[a-z]{2,12}\\b',
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'the first to',
    example: 'Usually first to pick up a page',
    pattern: new RegExp(
      anyOf([
        `(?:${I_AM} |${START})${OFTEN}first (?:to|on) [a-z]`,
        `(?:${I_AM} |${START})first (?:on the (?:bridge|call|scene)|to (?:respond|answer|join|notice|pick))\\b`,
      ]),
      'iu',
    ),
  },
  {
    name: 'on call',
    example: 'On call 2 weeks, 3 pages',
    pattern: new RegExp(
      [
        `${START}(?:(?:was|am|been|again|always|also|primary|secondary) )?on[- ]?call `,
        `(?:${COUNT}|every|each|over|during|since|through|throughout|all|twice|once|last|this|alone|again|with)\\b`,
        '(?![^.]{0,80}\\b(?:is|are|means|should|will|would|needs?|feels)\\b)',
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'so many of them',
    example: 'Two talks at the guild, one on tracing',
    pattern: new RegExp(
      [
        `${START}(?:${COUNT}|weekly|monthly|regular|daily) (?:(?!(?:new|open|more)\\b)[a-z-]{2,15} ){0,2}`,
        `${anyOf(DELIVERED)}\\b(?![^.]{0,80}\\b(?:is|are|was|were|has|have|had|will|would|needs?|planned|to)\\b)`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'all mine',
    example: 'Three pages that weekend, all mine',
    pattern: new RegExp(
      [
        '[,;:–—-] ?(?:all|both|most|half) (?:of (?:them|it|these) )?(?:are |were )?',
        `(?:mine|by me|on my own)${WORD_ENDS}`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'in a group',
    example: 'I’m on the hiring panel for SREs.',
    pattern: new RegExp(
      `(?:${I_AM} |${START}(?:been |was )?)(?:on|part of) (?:the|our) (?:\\p{L}+[ -]){0,2}(?:${GROUP.source})\\b`,
      'iu',
    ),
  },
  {
    name: 'my part',
    example: 'My contribution to the redesign: the data model and the backfill',
    pattern: new RegExp(
      `${START}my (?:own )?(?:contribution|part|share|piece|task)s?\\b[^.:]{0,60}(?::| was| were) ?\\S`,
      'iu',
    ),
  },
  {
    name: 'called in',
    example: 'I mostly get tagged for design input instead.',
    pattern: new RegExp(
      `\\bI (?:\\p{L}+ly |often |always |now )?(?:get|am) (?:\\p{L}+ly |often |always )?${anyOf(CALLED)}\\b`,
      'iu',
    ),
  },
  {
    name: 'trusted',
    example: 'My PRs go in with hardly any changes these days.',
    pattern: new RegExp(
      [
        '\\bmy (?:PRs?|pull requests|changes|code|patches|designs?|proposals?|plans?) (?:\\p{L}+ly |now |mostly )?',
        '(?:go|goes|get|gets|are|pass|went|were)\\b[^.]{0,40}\\b(?:without|hardly|unchanged|first|unreviewed|no)\\b',
      ].join(''),
      'iu',
    ),
  },
]

/** Whether a sentence says what its writer is to others at work. */
export function isRole(text: string): boolean {
  return ROLES.some(({ pattern }) => pattern.test(text))
}
