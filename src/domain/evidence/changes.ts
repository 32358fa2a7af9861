import { SEASON } from '../dates/date-words.ts'
import { MONTHS_BEGIN } from '../dates/months.ts'
import { anyOf } from '../text/patterns.ts'

/** A number, in digits or in words. */
const AMOUNT = anyOf({
  digit: /\d/,
  word: `\\b${anyOf({
    numbers: /two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen/,
    tens: /twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|millions?|zero|half/,
    times: /hours?|days?|weeks?|minutes?/,
  })}\\b`,
})

/** A new value is neither better nor worse by itself: "Changed retention from 7 to 35 days". */
const NO_SETTING = '(?<!\\b(?:changed|switched|upgraded|migrated) (?:[a-z]{1,15} ){0,3})'

/** "From 6 hours to 50 minutes". At least one side is an amount, which excludes "from idea to production",
 * and not "from Python 2 to 3". */
const FROM_TO = `${NO_SETTING}\\bfrom (?!\\p{L}+ \\d[\\d.]* to \\d[\\d.]*\\b(?! ?\\p{L}+s\\b))${anyOf([
  `[^.;]{0,40}${AMOUNT}[^;]{0,50}? (?:down |up )?to \\S`,
  `[^.;]{1,40}? to [^.;]{0,12}${AMOUNT}`,
])}`

/** "12 minutes instead of 40". */
const INSTEAD = anyOf([`${AMOUNT}[^.;]{0,40}\\binstead of\\b`, `\\binstead of\\b[^.;]{0,12}${AMOUNT}`])

/** "It used to take 25 minutes, now it runs in 2", "before: 40 pages a week, after: 12". */
const THEN_NOW = [
  `\\b(?:used to \\p{L}{2,12}|was|were|took|needed|cost|before:?)(?: (?:about|around|over|up to|almost))? ${AMOUNT}`,
  `[^.;]{0,40}?\\b(?:now|after(?:wards)?)\\b[^.;]{0,40}?${AMOUNT}`,
].join('')

/** "Messages wait 6 seconds, before it was 40", "queries take 2 s, it was 9 before". */
const NOW_THEN = [
  `${AMOUNT}[^.;]{0,30}?[,;(–-] ?(?:and )?`,
  anyOf([
    [
      '(?:before(?:hand)?|earlier|previously|formerly),? (?:(?:it|they|that|this) (?:was|were|took|needed|had) )?',
      `(?:about |around |over )?${AMOUNT}`,
    ].join(''),
    [
      '(?:it|they|that|this) (?:was|were|took|had been|used to [a-z]{2,10}) ',
      `[^.;,]{0,20}?${AMOUNT}[^.;,]{0,15}\\bbefore\\b`,
    ].join(''),
  ]),
].join('')

/** A time after "since": not a reason, as in "since nobody knew". */
const SINCE_TIME = [
  `\\bsince (?:then|that day|${anyOf(MONTHS_BEGIN)}[a-z]{0,6}|${SEASON}|Q[1-4]`,
  '|(?:19|20)\\d\\d|last [a-z]{3,9})\\b',
].join('')

/** Results that are stated as how things are since then, or that their author calls so. */
const STATED = anyOf({
  'since then none': [
    `${SINCE_TIME},? (?:[^.;,]{1,30} )?`,
    "(?:none|nothing|nobody|no one|no|zero|never|not|[a-z]{2,6}n['’]t)\\b",
  ].join(''),
  'is off': [
    '(?<!\\b(?:I|he|she|they|we|who|people) )\\b(?:is|are) (?:all )?',
    '(?:off|retired|shut down|decommissioned|(?:switched|turned) off) (?:since|as of|now)\\b',
  ].join(''),
  'by themselves': /\b(?:he|she|they) [a-z]{2,12} [^.;,]{1,60} (?:himself|herself)\b/,
  labelled: [
    '^\\W*(?:results?|outcome|impact|effect)(?: so far)?: ?',
    '(?!(?:none|open|pending|unclear|unknown|tbd|not|still|no )\\b)\\S',
  ].join(''),
})

/** A share, and not a step of a roll-out: "canary first, then 10%", "at 5% of traffic", "live for 10% of users". */
const SHARE = [
  '(?<!\\b(?:(?:live|enabled|on|released|rolled out) (?:for|to|at|on|in)|then|first|canary|starting (?:at|with)),? )',
  '(?<![\\d.])\\d{1,5}(?:\\.\\d{1,3})?\\s?%',
  '(?! (?:through|on my own|done|sure|complete)|,? (?:first|then)\\b| of (?:the )?(?:traffic|hosts|nodes|fleet)\\b)',
].join('')

/** Verbs whose gerund names a result, unless the gerund is used as a noun or verb: "of reducing", "is improving". */
const CHANGING = anyOf([
  /reducing|improving|increasing|saving|decreasing|preventing|avoiding|enabling|lowering|cutting|eliminating/,
])

/**
 * Something became better, faster or less. Whole words only, because "increasingly" and "teeth-cutting" name nothing.
 */
const CHANGE = new RegExp(
  anyOf({
    words: `(?<![\\p{L}-])${anyOf({
      changing: `(?<!\\b(?:of|for|by|in|on|about|at|than|is|to|towards) )${CHANGING}\\b`,
      less: anyOf([
        /reduc(?:ed|es)\b(?! the (?:\p{L}+ )?(?:scope|project|plan|work)\b)/u,
        /reductions? (?:of|in)\b|(?:cut|cuts)\b(?! (?:the )?scope)|lower(?:ed|s)\b/u,
      ]),
      fell: /dropped (?:from|to|by)\b|f[ea]ll(?:en)? (?:from|to|by)\b|decreas(?:ed|es)\b/,
      more: /increas(?:ed|es)\b|increases? (?:of|in)\b/,
      raised: /rais(?:ed|es|ing) (?:the|our|its|from|it|\p{L}+ (?:from|to|by))\b/u,
      better: /improv(?:ed|es)\b|sav(?:ed|es)\b/,
      'by a factor': /halv(?:ed|es|ing)\b|doubl(?:ed|es|ing)\b|tripl(?:ed|es|ing)\b/,
      'kept away': /eliminat(?:ed|es)\b|prevent(?:ed|s)\b|avoid(?:ed|s)\b/,
      faster: /shorten(?:ed|s|ing)\b|sped\b|sp[ee]+d(?:ed|s|ing)? up\b|faster\b|fewer\b/,
      grew: /grew (?:from|to|by)\b/,
      'went up': `went (?:from(?! \\p{L}+ \\d)|down|up)\\b(?=[^.;]*(?:\\d|${AMOUNT}))`,
      'down to': /(?:down|up) (?:from|to)\b(?= [^.;]{0,20}\d)/,
      'so that': /so that\b(?! (?:I|we) can\b)/,
      'which led to': /which (?:led|meant|let|made|allowed|enabled|cut|saved|brought)\b/,
      'as a result': /as a result\b|resulting in\b|led to\b|leading to\b|since then\b|(?<!\()no longer\b/,
      enabled: /unblock(?:ed|s|ing)\b|enabl(?:ed|es)\b/,
      'without harm':
        /without (?:downtime|an? outage|customer|data loss)|zero (?:downtime|incidents|data loss)/,
      adopted: /(?:was|were|got|been|is|are|now) adopted\b|adopted by\b/,
      'customers noticed': /customers?\b[^.;]{0,40}\bnoticed/,
      now: /now (?:runs?|uses?|owns?|leads?|handles?|works?|do(?:es)?|in production)\b/,
      'is now': /(?:is|are|['’]s|['’]re) now\b|running (?:\p{L}+ )?in production/u,
      'it paid off': /paid off\b|made it possible\b|on time\b|ahead of (?:schedule|time|the deadline)\b/,
      'took less': /(?:took|takes|needs?|lasted) [^.;]{0,40}\b(?:instead of|less than|rather than)\b/,
      'a share': `${SHARE}|\\dx\\b`,
      'times as many': /\d(?:x| times) (?:faster|fewer|less|more|lower|higher)/,
    })}`,
    'from, to': FROM_TO,
    instead: INSTEAD,
    'once, now': THEN_NOW,
    'now, once': NOW_THEN,
    stated: STATED,
  }),
  'iu',
)

/** Whether a sentence says that something became better, faster or less. */
export function tellsOfChange(text: string): boolean {
  return CHANGE.test(text)
}

/** A before and an after, or something labelled as an estimate. */
const BASELINE = new RegExp(
  anyOf({
    'from, to': FROM_TO,
    instead: INSTEAD,
    'once, now': THEN_NOW,
    'now, once': NOW_THEN,
    'before and after': /\bbefore\b[^.;]{1,80}\b(?:after|now)\b/,
    'down from': `\\b(?:down|up) (?:from|by)\\b[^.;]{0,20}${AMOUNT}`,
    'by half': /\bby (?:about |over |almost |nearly )?(?:\d|half\b|a (?:third|quarter|half)\b)/,
    'and before':
      /\bbefore(?:hand| that| this)?,? (?:it|this|that|they|we|there|he|she) (?:was|were|had|took|used|ran|needed)\b/,
    'was, now': /\bwas [^.;]{1,40}\bnow\b/,
    compared: /\bcompared (?:with|to)\b/,
    'used to': /\b(?:it|they|we|I|which|that|this|he|she|team|people) used to\b/,
    'used to take': /\bused to (?:take|cost|fail|break|last|page|need|wait)\b/,
    'of nine, down to two': [
      `${AMOUNT}[^.;]{0,100}\\b(?:down|fell|dropped|up|grew|rose) to `,
      `(?:about |only |just )?${AMOUNT}`,
    ].join(''),
    'an arrow': /\d ?[a-z]{0,10} ?(?:->|→|=>) ?\d/,
    versus: /\d[^.;]{0,20} (?:vs|versus)\b[^.;]{0,12}\d/,
    previously: /\bpreviously\b/,
    times: /\b\d+(?:\.\d+)?x\b|\b\d+(?:\.\d+)? times (?:faster|fewer|less|more|lower|higher)\b/,
    'by a factor': /\b(?:halved|doubled|tripled)\b/,
    'an estimate': /\bestimate[ds]? (?:at )?[$€£]?\d/,
  }),
  'iu',
)

/**
 * An amount that counts as a change only if its sentence describes one: "to 10% first, then to about 50 hosts" does
 * not.
 */
const MEASURE = new RegExp(
  anyOf({
    'a share': `${SHARE}|\\bpercent\\b`,
    estimated: /\b(?:roughly|approximately|about|up to|almost|nearly) [$€£]?\d/,
  }),
  'iu',
)

/** Whether a sentence compares a before and an after, or calls its amount an estimate. */
export function hasBaseline(text: string, tellsResult: boolean): boolean {
  return BASELINE.test(text) || (tellsResult && MEASURE.test(text))
}
