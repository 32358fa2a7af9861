/** A verdict that a text holds, in words for the reader that is asked again; null: none. */
type Verdict = string | null

/** Of whom or of what a verdict would be one: the person, or the case that they make. */
const JUDGED = '(?:you|me|them|him|her|this|it|the (?:person|author|writer|engineer|case|packet|evidence))'

/**
 * Scores and ratings of the person or the case. A Lighthouse score, a credit rating and "10 out of 12 shifts" are
 * things at work, and "production-grade" is none.
 */
const RATING = new RegExp(
  [
    `\\b(?:rat(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|grad(?:e|es|ed|ing)) ${JUDGED}\\b`,
    `\\b(?:your|their|(?:the )?(?:author|writer|engineer|person)'s) (?:\\w+ ){0,2}(?:scores?|ratings?|grades?)\\b`,
    `\\b(?:overall|final|performance) (?:score|rating|grade)\\b`,
    `\\b(?:an?|the) (?:solid|strong|high|low|top|perfect|good|full|weak) (?:score|rating|grade)\\b`,
    `\\b(?:score|rating|grade)s?(?: of)?:? ?\\d{1,3} ?(?:/|out of) ?\\d`,
    `(?:\\b\\d{1,3}(?:\\.\\d)?|\\b\\w+) ?(?:/|\\bout of|\\bon a scale (?:of|from)) ?(?:5|10|100|five|ten|a hundred)\\b(?=\\s*(?:$|[.,;!?)]|against|overall|for (?:you|the|this|L\\d)|on the|at))`,
    `\\bguarantee[sd]?\\b[^.?!]{0,30}\\b(?:promotions?|level|l\\d|role|title|raise|it|success)\\b`,
    `\\b(?:you|they|he|she|who|author|colleague \\w{1,2})\\b[^.?!]{0,20}(?<!\\b(?:what|which|that) )\\bdeserv(?:e|es|ed|ing)\\b`,
    `\\b(?:exceeds|exceeded|exceeding|meets|below) expectations\\b`,
    `\\btop performer|\\bunderperform`,
  ].join('|'),
  'i',
)

/** What is promoted and is nobody: builds and replicas are promoted every day. */
const THING = '(?:the|an?|its|our|each|every|one|that|this) (?!author|writer|engineer|person|colleague)'
const ENVIRONMENT =
  '(?:production|prod|staging|primary|main|master|leader|stable|the (?:next )?(?:environment|stage|cluster|branch|region))'

/** What stands near the word where it is about somebody's promotion. */
const SOMEBODYS =
  "(?:you|your|yours|you're|their|they|level|l\\d|chances?|case|committee|packet|guarantee\\w*|deserv\\w*|earn\\w*|ready|readiness|likely|worth\\w*|candidate)"

/** A packet, and who reads it, is spoken of without a verdict. */
const NO_DOCUMENT = '(?! (?:packet|panel|committee|document|doc|case file|process|criteria|readers?)\\b)'

const PROMOTION = new RegExp(
  [
    `\\bpromotable\\b`,
    `\\bpromotions? (?:is|are|will|would|should|seems?|looks?|comes?)\\b`,
    `\\b(?:you|they|he|she|who|author|engineer|person|colleague \\w+)\\b[^.?!]{0,40}\\b(?:be|been|being|get|gets|getting|got|is|are|was|were) (?:\\w+ )?promoted\\b(?! (?:in)?to ${ENVIRONMENT})`,
    `\\bpromot(?:e|es|ed|ing) (?:you|them|him|her|me|yourself|colleague|the (?:author|writer|engineer|person))\\b`,
    `\\b${SOMEBODYS}\\b[^.?!]{0,40}\\bpromotions?\\b(?! of ${THING})(?! to ${ENVIRONMENT})${NO_DOCUMENT}`,
    `\\bpromotions?\\b(?! of ${THING})${NO_DOCUMENT}[^.?!]{0,40}\\b${SOMEBODYS}\\b`,
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
    `\\byou(?:'re| are)?${STILL}(?: act| work| operate| perform|'ve been (?:working|operating|performing))?${STILL} (?:at|above|beyond|as) (?:an? |the |your )?(?:\\w+ )?(?:level|l\\d|grade)\\b`,
    `\\byou(?:'ve| have)?(?: already| now| clearly| just)? (?:reach(?:ed)?|attain(?:ed)?|ma[dk]e it to|arrived? at|achieved?|hit) (?:the )?(?:next |target |senior )?(?:level|l\\d)\\b`,
    `\\byou(?:'re| are)${STILL} (?:an? |the )?(?:junior|mid-level|senior|staff|principal|distinguished)\\b`,
  ].join('|'),
  'i',
)

/** The person instead of the work. */
const PERSONALITY =
  /\b(?:you are|you're|you seem|you sound) (?:(?:a|an|very|so|too|not|quite|clearly|truly|really) )*(?:smart|brilliant|talented|gifted|lazy|weak|junior|senior|aggressive|abrasive|emotional|nice|natural|rock ?star|genius|humble|arrogant|bossy|quiet|shy|confident|amazing|great|excellent)\b|\b(?:weak|poor|strong|bad|good|great|excellent|mediocre|brilliant|lazy|talented|gifted) (?:engineer|developer|performer|employee|colleague|programmer|sre|designer|manager|leader|candidate)s?\b(?! (?:experience|tool|portal|docs?|relations))/i

/** Where somebody comes from, how old or well they are, and whom they live with. */
const PRIVATE =
  /\b(?:your|their|his|her) (?:age|health|pregnan\p{L}{1,5}|illness|disabilit\p{L}{1,4}|religion|nationality|accent|gender|famil(?:y|ies)|children|kids|wife|husband|race|ethnic\p{L}{0,6}|mental health|background as an?)\b(?! (?:checks?|probes?|endpoints?|of))|\b(?:for|at) (?:your|their) age\b|\b(?:despite|because of|given) your (?:age|health|family|accent|origin)\b|\bas an? (?:woman|man|mother|father|parent|immigrant|foreigner|native speaker)\b|\btoo (?:old|young)\b|\bmaternity|\bsick leave\b/iu

/** Somebody compared with somebody else. */
const COMPARED =
  /\b(?:than|above|ahead of|behind|below|unlike|compared (?:to|with)) (?:most (?:of )?|all |any |many |the (?:other|average) |other |your |an average )(?:your )?(?:peers?|colleagues?|teammates?|team ?mates|engineers?|people|others?|candidates?|seniors?|sres?|developers?)\b|\bthan colleague [a-z]\b|\bcompar(?:e|es|ed|ing) (?:you |yourself )?(?:with|to) (?:other|your|the other|most) (?:\p{L}{1,12} )?(?:peers?|colleagues?|teammates?|engineers?|people|others?)\b|\boutperform\p{L}{0,3} (?:your|most|other|the|colleague)|\btop \d{1,2} ?(?:%|percent) of\b|\b(?:best|strongest|weakest) (?:engineer|sre|developer|performer|person) (?:on|in|of)\b/iu

/** Character, in the words that judge it. */
const CHARACTER =
  /\b(?:you|they|author)(?:'re| are| were| seem(?:ed)?| can be| come across as| look| sound)\b[^.?!]{0,20}\b(?:careless|sloppy|reckless|irresponsible|immature|unprofessional|negligent|difficult|stubborn|passive|timid|insecure|naive|ambitious|modest|charismatic|a natural|born leader|too (?:soft|nice|honest))\b|\byou(?:r)? (?:lack(?:s|ed)?|lack of) (?:confidence|ambition|motivation|maturity|empathy|courage|discipline|character)\b|\byour (?:attitude|personality|character|temper|ego)\b|\b(?:carelessness|laziness|arrogance)\b/iu

/** The same verdicts in the languages that evidence comes in most. Promoted builds are not spoken of to somebody. */
const ABROAD =
  /\b(?:verdien(?:st|en Sie)|mereces|mérit(?:es|ez)|meriti|zasługujesz)\b|\b(?:wirst|werden Sie|serás|vas a ser|será[sn]?|seras|serez|sarai|zostaniesz|te van a)\b[^.?!]{0,30}(?:beförder|ascen|promov|promoc|promu|promoss|awans)|\b(?:bist|sind Sie|estás|está|es|êtes|sei|jesteś|você está)\b[^.?!]{0,15}\b(?:bereit|list[oa]|prêt\p{L}{0,2}|pront[oa]|gotow\p{L})\b|\b\d{1,2}(?:[.,]\d)? (?:von|de|sur|su|na) (?:5|10|100)\b(?! \p{Ll})|\b(?:besser|mejor|meilleure?|migliore|lepsz\p{L}) (?:als|que|di|niż) (?:deine|tus|tes|ses|i tuoi|die (?:meisten|anderen)|los demás|la mayoría|les autres|twoi)/iu

/** Character in the same languages. */
const CHARACTER_ABROAD =
  /\b(?:du bist|sie sind|eres|usted es|tu es|vous êtes|você é|sei|jesteś|je bent)\b[^.?!]{0,25}(?:nachlässig|faul|unreif|dumm|schwach|brillant|genial|unfähig|perezos|inmadur|descuidad|paresseu|immature|négligent|preguiços|pigr|leniw)/iu

/** Judgments that no text of a review may hold: a promotion is decided by people, and no person is judged. */
export const verdictIn = (text: string): Verdict => {
  const said = text.replace(/[’‘]/g, "'")
  if (RATING.test(said) || PROMOTION.test(said) || ABROAD.test(said))
    return 'it gives a score, a rating or a promise about promotion'
  if (READINESS.test(said)) return 'it says where the person stands: say what the words show'
  if (PRIVATE.test(said) || COMPARED.test(said))
    return 'it speaks of who somebody is, or compares them with others'
  return PERSONALITY.test(said) || CHARACTER.test(said) || CHARACTER_ABROAD.test(said)
    ? 'it judges the person instead of the work'
    : null
}
