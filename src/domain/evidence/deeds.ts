/** Words that end like the past of a verb and are none. */
const NO_PAST =
  '(?:feed|newsfeed|need|seed|speed|indeed|exceed|proceed|succeed|embed|breed|bed|hundred|kindred|sacred|naked|shed|wed|sled|red)\\b'

/** What somebody felt, wished, got or went along with: in the past tense too, nothing was done by it. */
const NO_DEED =
  '(?:tried|focused|focussed|joined|graduated|wanted|enjoyed|hoped|needed|liked|loved|wished|believed|seemed|appeared|happened|received|attended|participated|listened|watched|based|related|supposed|called|named|involved|experienced|excited|interested|motivated|pleased|lucky|struggled|learned|learnt|started when|failed|missed|noticed|realized|realised|suspected|acknowledged|remained|stayed|lived|used|looked|returned|continued|ended|leveraged (?:that|this) (?:flexibility|privilege)|afforded|tapped|cleared to|invited|promoted|assigned|allowed|required|awarded|nominated|passed|switched to working|decided (?:to (?:continue|leave|stop|stay|join|quit|go|keep)|i|that i want)|asked to)\\b'

/** The past of verbs that do not end in -ed. */
const IRREGULAR =
  "led|wrote|built|ran|drove|cut|set|made(?! (?:\\p{L}+ )?progress| (?:staff|senior|principal|it|me|sure)\\b)|found(?! (?:out|this|that|it))|taught|gave|held|brought|kept|won(?![’'])|spoke|oversaw|rebuilt|rewrote|spent|grew|sent|put(?! (?:a lot of |in )?(?:passion|effort|heart|extra))|began|chose|read|dealt|shut|fought|caught|did(?!n|\\s+no)|redid|undertook|took|sped|split|drew|overcame|sold|broke|paired|stood up|stepped in"

/** After "have": the participles that differ from the past. */
const PARTICIPLE =
  'written|driven|taken|given|begun|chosen|done|spoken|overseen|grown|drawn|run|rewritten|overcome|broken'

/** A verb in the past that tells of something done. */
const PAST = `(?:(?!${NO_PAST})(?!${NO_DEED})(?:\\p{L}+ed|${IRREGULAR})(?![\\p{L}-]))`

/** What people do again and again, as they say it in the present tense. A closed list: "I get" and "I come" are none. */
const PRESENT =
  '(?:lead|run|own|maintain|review|mentor|teach|coach|write|build|organi[sz]e|drive|manage|design|handle|support|pair|train|onboard|present|interview|moderate|facilitate|chair|host|operate|coordinate|document|deploy|debug|triage|sponsor|advise|oversee|develop|implement)(?![\\p{L}-])'

/** Thinking about one's own work is no work yet. */
const MUSING = /\bspen[dt] (?:\p{L}+ ){0,5}?(?:thinking|wondering|worrying|contemplating)\b/iu

const BETWEEN = '(?:\\p{L}+ly |also |then |now |still |first |just |even |always |often )*'
const HAVE = "(?:['’]ve|['’]d| have| had| has)"

const deedOf = (who: string): RegExp =>
  new RegExp(
    `\\b${who}(?:${HAVE} ${BETWEEN}(?:been ${BETWEEN}(?!able|part)\\p{L}+ing|${PARTICIPLE}|${PAST})| ${BETWEEN}(?:${PAST}|${PRESENT}|(?:was|were) able to (?!be\\b|have\\b|get\\b|see\\b|learn\\b|do\\b)\\p{L}+)|(?: (?:was|am|were|are|have been|had been)|['’]m|['’]ve been|['’]re) ${BETWEEN}(?:responsible for|in charge of|(?:\\p{L}+ )?involved (?:in|with)|on[- ]call)\\b)`,
    'iu',
  )
const OWN = deedOf('I')
const TEAM = deedOf('(?:we|my team|the team|our team)')
/** Being involved says that one was there, and not what one did. */
const INVOLVED = /\binvolved (?:in|with)\b/gi

/** What stands before the first word. `\W` would be letters of all scripts but one, and read long words over and over. */
const LEAD = '[^\\p{L}\\d_]*'

/** A line that opens with the deed, as brag documents do; with "Led" as well as behind "Kafka migration:". */
const OPENS = new RegExp(
  `^${LEAD}(?:[^:.!?]{1,70}?(?::|[-–—] |\\]|\\))[\\s*_]+)?(?:(?:\\p{L}+ly|also|then) )*(?:${PAST}|lead)(?![\\p{L}-])(?!\\s+by\\b)`,
  'iu',
)
/** Behind the number of a change its title stands, as an order or a gerund: "T38493: giving feedback". */
const OPENS_CHANGE =
  /^[^\p{L}\d_]*(?:(?:[\p{L}\d_][\p{L}\d_./-]*)?#\d|[A-Z]{2,10}-\d|[TD]\d{4})[^\s:]*:\s+(?:\p{L}{2,}ing|fix|add|implement|refactor|remove|update|improve|support|document|move|rewrite|introduce)\b/iu
/** The title of a document, and no sentence: "How I approached it", "Scaled Covariance Kernel". */
const TITLE = /^\W*(?:(?:[Hh]ow|[Ww]hy|[Ww]hat)\s|(?:\p{Lu}\p{Ll}+[\s-]+){2,3}\p{Lu}\p{Ll}+\W*$)/u

/** A deed that opens a line and goes on to the line's other verbs: "set up and published". */
const OPENS_STRICTLY = new RegExp(
  `^${LEAD}(?:(?:\\p{L}+ly|also|then) )*(?:${PAST}|lead)(?![\\p{L}-])(?!\\s+by\\b)`,
  'iu',
)

/** Somebody else did it, for the writer or before their eyes. */
const OTHERS =
  /\b(?:taught|given|held|led|run|organi[sz]ed|hosted|written|created|presented) by (?!me\b)|\b(?:many )?thanks to \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)* (?:who|for)\b|\b(?:mentored|sponsored|coached|taught|hired|promoted|supported|told|encouraged|inspired|motivated|helped|allowed|enabled|gives|trained|onboarded|thanked|praised) (?:me|us)\b|\b(?:have been|was|were|are|is) (?:\p{L}+ )?my (?:\p{L}+ )?(?:mentors?|manager|role models?|sponsors?|coach)\b|\b(?:amazing|great|good|wonderful|lucky to have) (?:\p{L}+ )?(?:mentors|role models)\b|\bmade unnecessary by\b|\bcolleagues? (?:demoed|showed|presented|built|wrote|made|shipped|told|said)\b|\b(?:giving|gave|given) me\b|\bthey also\b/iu

/** "who demoed", "when a colleague demoed": what a clause says of somebody else. */
const OF_OTHERS = new RegExp(
  `\\b(?:who|whom|when (?!I\\b|we\\b)(?:\\p{L}+ ){1,3}?|while (?!I\\b|we\\b)(?:\\p{L}+ ){1,3}?)\\s*(?:${PAST})`,
  'iu',
)

const tellsOfOthers = (text: string): boolean =>
  OTHERS.test(text) ||
  (OF_OTHERS.test(text) && !OWN.test(text) && !TEAM.test(text) && !OPENS_STRICTLY.test(text))

/** Every question about one sentence comes back to this one, so that its last answer is kept. */
let last = { text: '', others: false }

/** True where a sentence is about what somebody else did, and tells of nothing that its writer did. */
export const isOthersWork = (text: string): boolean => {
  if (text !== last.text) last = { text, others: tellsOfOthers(text) }
  return last.others
}

const isDeedLike = (text: string): boolean => !MUSING.test(text) && !TITLE.test(text) && !isOthersWork(text)

/** True when the writer says that they themselves did something, with "I" or by opening with the deed. */
export const tellsOfOwnDeed = (text: string): boolean =>
  isDeedLike(text) && (OWN.test(text.replace(INVOLVED, ' ')) || OPENS.test(text) || OPENS_CHANGE.test(text))

/** True when a sentence says that its writer or their team did something. */
export const tellsOfDeed = (text: string): boolean =>
  isDeedLike(text) && (OWN.test(text) || TEAM.test(text) || OPENS.test(text) || OPENS_CHANGE.test(text))

/** True where the deed stands first, whatever is planned behind it. */
export const opensWithDeed = (text: string): boolean =>
  !TITLE.test(text) && (OPENS_STRICTLY.test(text) || OPENS_CHANGE.test(text))

/** A deed whose doer is not named: "The tests were moved", "This PR added", "two PRs merged". */
const DOERLESS = new RegExp(
  `^(?:(?!\\b(?:I|who|that|which|when|how|if|because)\\b)[^.:;]){0,80}?(?:\\b(?:was|were|been|got) (?:\\p{L}+ly |\\p{L}+ and )?${PAST}|\\b(?:PR|PRs|pull requests?|change|patch|release|migration|notebook|project) ${PAST}|\\b(?:merged|fixed|shipped|deployed|launched|released|completed|delivered)\\b)(?! by\\b)`,
  'iu',
)

/** Others come to the writer: "people frequently come to me for advice". */
const SOUGHT =
  /\b(?:people|engineers|developers|colleagues|teammates|teams?|others|they) (?:\p{L}+ly |often |always )?(?:c[oa]me|turn(?:ed)?|reach(?:ed)? out|ping(?:ed)?|ask(?:ed)?|go|went) (?:directly )?(?:to )?me\b/iu
/** Notes open with what goes on: "Mentoring two interns", "Leading the on-call handbook". */
const GERUND =
  /^\W*(?:mentoring|leading|coaching|running|organi[sz]ing|reviewing|teaching|onboarding|maintaining|facilitating|interviewing) (?!(?:is|was|are|has|skills?|in|through|and growing)\b)\p{L}/iu

/** A deed in a sentence that does not say who did it. */
export const hasDoerlessDeed = (text: string): boolean =>
  isDeedLike(text) && (DOERLESS.test(text) || SOUGHT.test(text) || GERUND.test(text))
