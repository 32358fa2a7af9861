/** A verdict that a text holds, in words for the reader that is asked again; null: none. */
type Verdict = string | null

/** Scores and ratings. "Production-grade" and "the rate at which" are none. */
const RATING =
  /\b(?:scor(?:e|es|ed|ing)|ratings?|rates?(?= (?:you|me|this|it|them|him|her)\b)|rated(?= (?:you|me|this|it|them|him|her|as|at)\b)|guarantee[sd]?|deserv(?:e|es|ed|ing)|(?:exceeds|meets|below) expectations|out of (?:ten|five|10|5)|top performer|underperform\w*)\b|(?<![-\w])(?<!\b(?:production|enterprise|commercial|consumer|industrial) )grade[sd]?\b/i

/** What is promoted and is nobody: builds and replicas are promoted every day. */
const THING = '(?:the|an?|its|our|each|every|one|that|this) (?!author|writer|engineer|person|colleague)'
const ENVIRONMENT =
  '(?:production|prod|staging|primary|main|master|leader|stable|the (?:next )?(?:environment|stage|cluster|branch|region))'

/** What stands near the word where it is about somebody's promotion. */
const SOMEBODYS =
  "(?:you|your|yours|you're|their|they|level|l\\d|chances?|case|committee|packet|guarantee\\w*|deserv\\w*|earn\\w*|ready|readiness|likely|worth\\w*|candidate)"

const PROMOTION = new RegExp(
  [
    `\\bpromotable\\b`,
    `\\b(?:you|they|he|she|who|author|engineer|person|colleague \\w+)\\b[^.?!]{0,40}\\b(?:be|been|being|get|gets|getting|got|is|are|was|were) (?:\\w+ )?promoted\\b(?! (?:in)?to ${ENVIRONMENT})`,
    `\\bpromot(?:e|es|ed|ing) (?:you|them|him|her|me|yourself|colleague|the (?:author|writer|engineer|person))\\b`,
    `\\b${SOMEBODYS}\\b[^.?!]{0,40}\\bpromotions?\\b(?! of ${THING})(?! to ${ENVIRONMENT})`,
    `\\bpromotions?\\b(?! of ${THING})[^.?!]{0,40}\\b${SOMEBODYS}\\b`,
    `\\b(?:for|to|towards?|against|of|a|the|near|before) promotion[.?!,;]?$`,
  ].join('|'),
  'i',
)

const STILL =
  '(?: (?:to be|now|already|clearly|almost|nearly|not|yet|more|than|quite|fully|truly|really|well|mostly|certainly))*'

/** Where somebody stands, or is ready to stand. */
const READINESS = new RegExp(
  [
    `\\byou(?:'re| are| seem| look| sound| appear)${STILL} ready\\b`,
    `\\bready (?:for|to (?:reach|move to|step up to|be at|take on)) (?:an? |the |your |this |their )?(?:(?:next|higher|target|new|senior|staff|principal) )?(?:level|promotion|role|title|rung|l\\d)\\b`,
    `\\byou(?:'re| are| act| work| operate| perform|'ve been (?:working|operating|performing))${STILL} (?:at|above|beyond|as) (?:an? |the |your )?(?:\\w+ )?(?:level|l\\d|grade)\\b`,
    `\\byou(?:'re| are)${STILL} (?:an? |the )?(?:junior|mid-level|senior|staff|principal|distinguished)\\b`,
  ].join('|'),
  'i',
)

/** The person instead of the work. */
const PERSONALITY =
  /\b(?:you are|you're|you seem|you sound) (?:(?:a|an|very|so|too|not|quite|clearly|truly|really) )*(?:smart|brilliant|talented|gifted|lazy|weak|junior|senior|aggressive|abrasive|emotional|nice|natural|rock ?star|genius|humble|arrogant|bossy|quiet|shy|confident|amazing|great|excellent)\b|\b(?:weak|poor|strong|bad|good|great|excellent|mediocre|brilliant|lazy|talented|gifted) (?:engineer|developer|performer|employee|colleague|programmer|sre|designer|manager|leader|candidate)s?\b(?! (?:experience|tool|portal|docs?|relations))/i

/** Judgments that no text of a review may hold: a promotion is decided by people, and no person is judged. */
export const verdictIn = (text: string): Verdict => {
  const said = text.replace(/[’‘]/g, "'")
  if (RATING.test(said) || PROMOTION.test(said))
    return 'it gives a score, a rating or a promise about promotion'
  if (READINESS.test(said)) return 'it says where the person stands: say what the words show'
  return PERSONALITY.test(said) ? 'it judges the person instead of the work' : null
}
