import { anyOf } from '../text/patterns.ts'
import { bareWords } from '../text/plain.ts'
import { onlyPhrases } from './phrases.ts'
import { LEVEL } from './words/ladder-names.ts'

const A_LEVEL = `(?:an? |the )?${LEVEL}(?: (?:sre|engineer|level))?`
const AT = "(?:i'?m|i am)(?: (?:already|currently|now|still|just|only|at|on|an?|really)){0,3}"
const NOW = '(?: (?:now|already|today|currently|right now|at the moment|so far))?'
const PRESSED = '(?:pressed|clicked|hit|chose|picked|took|selected|tapped)'
const TO_BE = '(?:to (?:pick|press|say|choose|aim for|go for|be|get to|reach) )?'

/** Clauses that say which level a person has or aims for. One per line. */
const CLAUSES = `
  (?:oh|oops|whoops|ah|hmm?|no|nope|wait|sorry|actually|and|but|so|well|my bad|my mistake|please|thanks)
  (?:i (?:think i |just )?)?${PRESSED} (?:the |a )?wrong (?:one|level|button|goal|target)
  (?:that was |that's |it's |that is )?(?:the |a )?(?:wrong (?:goal|target|button)|misclick)
  (?:i )?(?:really |actually )?(?:meant|mean|want|wanted) ${TO_BE}${A_LEVEL}
  i should have (?:picked|chosen|pressed|said) ${A_LEVEL}
  (?:(?:it|that|this) )?(?:should|must) (?:be|have been|say) ${A_LEVEL}
  ${AT} ${A_LEVEL}${NOW}
  (?:(?:i'?m|i am) )?(?:aiming|going|heading|working|shooting|applying)(?: (?:for|at|towards?|to))? ${A_LEVEL}
  my (?:current |target )?(?:level|goal|target) is ${A_LEVEL}${NOW}
  (?:and )?(?:not|instead of|rather than) ${A_LEVEL}
  (?:from )?${LEVEL}(?: to ${LEVEL})?(?: please| instead| then)?
`
const LEVELS = onlyPhrases(CLAUSES, 6)

/** Without one of these, the message only looks a level up, or names none. */
const SAYS = new RegExp(
  anyOf({
    'a wrong one': /\b(?:wrong|misclick)\b/,
    'a wish or a state':
      /\b(?:i'?m|i am|meant|mean|want|wanted|should|must|aiming|going|heading|working|my|not|instead)\b/,
    'no, this one': `^(?:no|nope|sorry|oops|whoops)(?: no| sorry)? ${LEVEL}\\b`,
  }),
)

const CURRENT = new RegExp(
  `\\b(?:(?:${AT} (?:an? )?|my (?:current )?level is (?:an? )?|from )(${LEVEL})|(${LEVEL})(?= to ${LEVEL}))\\b`,
  'g',
)
const NOT_MEANT = new RegExp(`\\b(?:not|instead of|rather than) (?:an? |the )?${LEVEL}\\b`, 'g')
const NAMED = new RegExp(`\\b${LEVEL}\\b`, 'g')

/** Whether a message only says which level the person has or aims for: "Sorry, I meant L3. I'm an L2 now." */
export function saysOnlyLevels(text: string): boolean {
  const bare = bareWords(text)
  return bare.length <= 120 && SAYS.test(bare) && LEVELS.test(bare)
}

/** The level that such a message says its writer has, and the one that is aimed for, as they are typed. */
export function levelsSaid(text: string): {
  readonly current: string | null
  readonly target: string | null
} {
  const meant = bareWords(text).replace(NOT_MEANT, ' ')
  const [has] = [...meant.matchAll(CURRENT)]
  const current = has?.[1] ?? has?.[2] ?? null
  // "L2, should be L3": what is meant comes last.
  const target = meant.replace(CURRENT, ' ').match(NAMED)?.at(-1) ?? null
  return { current, target }
}
