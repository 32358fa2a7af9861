import { wordSet } from '../text/patterns.ts'

/** Path segments in the position of a profile name that belong to nobody. In lower case. */
export const NO_PROFILES = wordSet(`
  about apps blog collections contact customer-stories docs enterprise events explore features help home
  i intent issues join jobs login marketplace new notifications orgs organizations pricing pulls search
  security sessions settings share site sponsors status topics trending groups dashboard -
`)
