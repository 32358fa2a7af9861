import { wordSet } from '../text/patterns.ts'

/** What stands where the name of a profile would, and is nobody's. In small letters. */
export const NO_PROFILES = wordSet(`
  about apps blog collections contact customer-stories docs enterprise events explore features help home
  i intent issues join jobs login marketplace new notifications orgs organizations pricing pulls search
  security sessions settings share site sponsors status topics trending groups dashboard -
`)
