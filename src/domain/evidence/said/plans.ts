import { MONTHS } from '../../dates/months.ts'
import { anyOf } from '../../text/patterns.ts'
import { opensWithDeed, tellsOfOwnDeed } from '../deeds.ts'

const PLAN = new RegExp(
  `\\b${anyOf({
    'I will': /I['’]ll|we['’]ll/,
    'we hope':
      /(?:I|we) (?:will|would(?: also)? like|want|hope|plan|intend|aim|wish|am going|are going|should|need)\b/,
    'planning to': /(?:plan|plans|planning|going|hoping|hope|aiming|want|intend) to\b/,
    'next week': /next (?:week|month|quarter|year|cycle|half)\b/,
    'left to do': /(?:upcoming|future|todo|(?:still|left) to do|to do list)\b/,
  })}`,
  'i',
)

/** Makes a plan of the present tense: "I'm taking over the pager in January". */
const SOON = anyOf({
  next: /next|soon|tomorrow|later this|this (?:summer|autumn|winter|spring)/,
  from: `(?:in|from) (?:${anyOf([...MONTHS, 'q\\d'])}|monday|the (?:new year|coming))`,
})
const I_AM = "(?:I['’]m|I am|we['’]re|we are)"
const I_AM_DOING = `${I_AM} [a-z]{2,20}ing\\b`

/** What opens a plan, whatever its verbs look like. */
const OPENS_PLAN = new RegExp(
  `^[^\\p{L}\\d_]*${anyOf({
    'will do': /will\b|wants? to\b|wanting to\b|intending to\b|aiming (?:to|for)\b/,
    'would like': /(?:I['’]?d |we['’]?d |(?:(?:I|we) )?would )(?:also )?(?:like|love) to\b/,
    'planning it': `(?:${I_AM} )?${anyOf([
      /(?:planning (?:an?|the|to|for|on|my|our|two|three)|looking to|considering)\b/,
      /thinking (?:about|of) [a-z]{2,20}ing\b/,
    ])}`,
    'from then on': `(?:starting|beginning) (?:in|from|on|next)\\b[^.;]{0,30}? ${I_AM}`,
    'about to': `(?:${I_AM} )?(?:about|due|set|ready|scheduled) to\\b`,
    'the aim':
      /my (?:next |main |big |first )?(?:plan|goal|aim|ambition|target|idea|intention)s? (?:is|are|for|would be)\b/,
    'I am doing it soon': `${I_AM_DOING}[^.;]{0,80}?\\b${SOON}\\b`,
    'soon I am doing it': `${SOON},? ${I_AM_DOING}`,
  })}`,
  'iu',
)

/** In place of the opening, so that what follows opens nothing. */
const OPENED = 'that is '

/** Whether a sentence tells a plan and no deed of the writer's own. What opens as a plan may go on with a deed. */
export function isPlan(text: string): boolean {
  return OPENS_PLAN.test(text)
    ? !tellsOfOwnDeed(text.replace(OPENS_PLAN, OPENED))
    : PLAN.test(text) && !tellsOfOwnDeed(text) && !opensWithDeed(text)
}
