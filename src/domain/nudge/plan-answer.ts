import { anyOf } from '../text/patterns.ts'
import { saysLater } from './plan-day.ts'

/** Says that it happened, and not yet what. */
const DONE = new RegExp(
  `^${anyOf({
    yes: /(?:yes|yep|yeah|yup|sure|of course)(?:[,. ]{1,2}(?:it (?:did|has|happened)|(?:it['’]s )?done|i can))?/,
    'it did': /it (?:did|has|happened|is done)|(?:it['’]s |all )?done|i can(?: now)?/,
  })}[.! ]*$`,
  'i',
)

/** Says that it did not happen. It may still. */
const NOT_DONE = new RegExp(
  `^${anyOf({
    no: /(?:no|nope|nah)(?:[,. ]{1,2}it (?:did|has)(?:n['’]t| not)(?: happened)?(?: yet)?)?/,
    'it did not': /it (?:did|has)(?:n['’]t| not)(?: happened)?(?: yet)?/,
  })}[.! ]*$`,
  'i',
)

/** Says that it will not happen, or is not to be asked about. */
const DROPPED = new RegExp(
  `^(?:(?:no|please|ok|okay)[,. ]{1,2})?${anyOf({
    'drop it': /(?:drop|forget|delete|cancel|skip) (?:it|that|this|the plan)/,
    'never mind': /never ?mind/,
    cancelled: /(?:it['’]s |it was |it got |we |i )?(?:been )?(?:cancelled|canceled|dropped)(?: it)?/,
    'it won’t happen': /(?:it |that )?(?:won['’]t|will not|will never) happen/,
    'not any more': /not (?:going to happen|any ?more|relevant)/,
    'stop asking': /stop asking/,
  })}[.! ]*$`,
  'i',
)

/** What a reply says to "Did it happen?". Null if it says something else, for example what happened. */
export function planAnswerOf(text: string): 'done' | 'later' | 'dropped' | null {
  const said = text.trim()
  if (DROPPED.test(said)) return 'dropped'
  if (DONE.test(said)) return 'done'
  return NOT_DONE.test(said) || saysLater(said) ? 'later' : null
}
