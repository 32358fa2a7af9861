import { wordsOf } from '../../domain/text/patterns.ts'

/** Before a month or a day of the week that is meant as one. */
export const BEFORE_DATES = wordsOf(`
  in on since during last by this early late mid until till from between through of to and before after around end
  start beginning every each
`)

/** Behind a number of four digits that is no year: "2000 hosts". */
export const COUNTED = wordsOf(`
  ms mb gb kb s hosts users requests people times tests lines servers customers tickets
`)
