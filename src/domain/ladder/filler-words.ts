import { wordsOf } from '../text/patterns.ts'

/** Words that only build a question and name nothing. */
export const FILLERS: ReadonlySet<string> = new Set(
  wordsOf(`
    a about all am an and any are as at be become being between by can compare compared could describe diff differ
    difference differences different do does every everywhere explain find for from get give go grep has have how i
    in into is it its ladder level levels look me need needed needs of on or please reach say says search show
    someone tell than that the their them then there they this to up versus vs want what whats when where which who
    will with would you your my s everyone each
  `),
)

/** Words that mean nothing next to a level or a competency, but can be searched for on their own. */
export const FILLERS_BESIDE_NAMES: ReadonlySet<string> = new Set(
  wordsOf(`
    change changes changed expect expected expectation expectations expects mean means new required requires
    requirement requirements say take takes work person people somebody look like should must career role title asks
    ask count counts counted counting qualify qualifies shows showing shown prove demonstrate enough evidence towards
    toward
  `),
)

/** Words in a statement that have no content. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  wordsOf(`
    a an the and or of in on at to for with by from as is be it its they them their you your that this also but
  `),
)
