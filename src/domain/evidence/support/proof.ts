import { SEASON } from '../../dates/date-words.ts'
import { MONTHS_BEGIN } from '../../dates/months.ts'
import { anyOf, wordSet } from '../../text/patterns.ts'
import { hasDoerlessDeed, tellsOfDeed } from '../deeds.ts'

type Pointer = {
  readonly name: string
  /** Sentences that count as proof only because of this one. */
  readonly examples: readonly string[]
  readonly pattern: RegExp
}

const SEEN = [
  /signed off|approved|reviewed|confirmed|verified|checked|witnessed|seen|read|accepted|audited|tested|merged/,
]
const SAW = /saw|witnessed|watched|reviewed|approved|signed|confirmed|checked|read|knows?|remembers?|tested/
const IT = '(?:it|this|that|them|these|those|all of (?:it|this|them)|everything|each of them)'
const ALSO = '(?:also |both |all |each |happily |certainly )?'
const PLACE = [
  /call|calls|room|meeting|meetings|bridge|channel|thread|rotation|shift|review|incident|demo|session|workshop/,
  /team|project|pairing|handover|retro/,
]
const WRITTEN = [
  /wrote|written|documented|recorded|posted|put|shared|linked|described|attached|logged|filed|uploaded/,
  /published|listed|shown/,
]
const UNIT = '(?:days?|weeks?|months?|quarters?|years?)'
const MONTH = `(?:${anyOf(MONTHS_BEGIN)}[a-z]{0,6})\\b\\.?`

/** What a sentence can point to or name as proof. Each is removed, and only small words may be left. */
export const POINTERS: readonly Pointer[] = [
  {
    name: 'an address',
    examples: ['https://docs.example/d/1', 'It’s [the design](https://docs.example/d/1).'],
    pattern:
      /\[[^[\]]{0,300}\]\([^()\s]{1,2000}\)|https?:\/\/[^\s)>\]]+|<#[^<>]{1,80}>|(?<!\S)#[a-z][\w-]{1,60}/,
  },
  {
    name: 'a change or ticket by its number',
    examples: ['See OPS-1423.', 'It is in #812.'],
    pattern: new RegExp(
      `(?<![\\w-])${anyOf([
        /[\w./-]{0,40}#\d{1,6}|[A-Z][A-Z0-9]{1,9}-\d{1,6}|[TD]\d{4,6}/,
        /(?:PR|MR|pull request|merge request|issue|ticket|change) \d{1,6}/,
      ])}\\b`,
    ),
  },
  {
    name: 'a title',
    examples: ['The page is called “Storage failover, second draft”.'],
    pattern: /"[^"\n]{1,80}"|“[^“”\n]{1,80}”|«[^«»\n]{1,80}»|(?<!\p{L})['‘][^'‘’\n]{1,80}['’](?!\p{L})/u,
  },
  {
    name: 'seen by somebody',
    examples: ['It was reviewed by Sam.', 'Signed off by our director.'],
    pattern: new RegExp(
      [
        `\\b(?:(?:has|have|had) been |was |were |is |are |got )?${ALSO}${anyOf(SEEN)}`,
        `(?: (?:and|or) ${anyOf(SEEN)})?(?: on)? by\\b`,
      ].join(''),
      'i',
    ),
  },
  {
    name: 'somebody can confirm it',
    examples: ['Tom can confirm it.', 'My manager would vouch for me.'],
    pattern: new RegExp(
      [
        `\\b(?:can|could|will|would|might|may) ${ALSO}`,
        '(?:confirm|vouch|attest|verify|back|testify|tell you|speak)\\b',
        `(?: (?:for|to|up|about|of|that|so|more|me|${IT}))*`,
      ].join(''),
    ),
  },
  {
    name: 'somebody was there',
    examples: ['Priya was on the call.', 'Both were in that meeting.'],
    pattern: new RegExp(
      [
        `\\b(?:was|were|is|are|sat|joined) ${ALSO}`,
        '(?:there|present|with me|(?:(?:in|on|at) )?(?:the|that|every|each|this|my) ',
        `(?:\\p{L}{2,12} )?${anyOf(PLACE)})\\b`,
      ].join(''),
      'u',
    ),
  },
  {
    name: 'somebody saw it',
    examples: ['Tom saw it.', 'My lead signed it off.'],
    pattern: new RegExp(
      [
        `(?<=\\p{L},? )${ALSO}(?:has |have )?(?:${SAW.source}|seen)(?: off)?(?: on)? ${IT}`,
        '(?: (?:off|live|happen|too|first[- ]?hand))?(?![\\p{L}-])',
      ].join(''),
      'u',
    ),
  },
  {
    name: 'ask somebody',
    examples: ['Ask Priya, please.', 'Happy to share the slides.'],
    pattern: new RegExp(
      anyOf({
        ask: [
          '(?<=^\\W{0,3}|[.,;:(–-] ?|\\b(?:please|can|could|or|and|just|best|free to) )',
          '(?:ask|talk to|speak to|speak with|check with|ping|contact)\\b',
        ].join(''),
        share:
          /\b(?:happy|glad|able) to (?:share|show|send|forward)\b|\bI can (?:share|show|send|forward|link)\b/,
      }),
      'i',
    ),
  },
  {
    name: 'where it is written',
    examples: [
      'I wrote it up in the wiki.',
      'I posted the numbers in #alerts.',
      'Documented in the runbook.',
    ],
    pattern: new RegExp(
      anyOf({
        'what it is': [
          `\\b(?:I(?:['’]ve| have)? )?(?:also )?${anyOf(WRITTEN)} `,
          `(?:${IT}|the (?:details?|numbers?|steps|notes|links?)) (?:all )?(?:up |down )?`,
          '(?=(?:in|at|here|on|under)\\b)',
        ].join(''),
        alone: `^\\W*(?:all |also )?${anyOf(WRITTEN)} (?:up |down )?(?=(?:in|at|here|on|under)\\b)`,
      }),
      'i',
    ),
  },
  {
    name: 'merged or open',
    examples: ['The change was merged.', 'Merged in #812.'],
    pattern: new RegExp(
      anyOf({
        of: [
          '\\b(?:PRs?|MRs?|changes?|requests?|patch(?:es)?|it|they|both) ',
          '(?:(?:was|were|is|are|got|has been) )?(?:merged|open|public|live|published)\\b',
        ].join(''),
        at: /^\W*[Mm]erged (?=(?:in|as|under|by|on|with)\b)/,
      }),
    ),
  },
  {
    name: 'a day or a month',
    examples: ['It was on a Tuesday.', 'That was in March 2026.', 'It was two weeks ago.'],
    pattern: new RegExp(
      anyOf({
        day: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:today|yesterday)\b/,
        digits: /\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b/,
        'day and month': `\\b(?:the )?\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?${MONTH}`,
        month: `\\b${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?,?(?: (?:of )?(?:19|20)\\d\\d\\b)?`,
        year: /\b(?:19|20)\d\d\b/,
        quarter: /\bQ[1-4]\b|\bH[12]\b/,
        ago: `\\b(?:\\d{1,2}|a|one|two|three|four|five|six|a few|some) ${UNIT} ago\\b`,
        last: `\\b(?:last|this|past|that|the same) (?:${UNIT}|${SEASON}|morning|afternoon)\\b`,
        season: `\\bin (?:the )?(?:early |late )?${SEASON}\\b`,
      }),
      'i',
    ),
  },
  {
    name: 'a document',
    examples: ['It is all in the runbook.', 'See the post-mortem.'],
    pattern: new RegExp(
      `\\b${anyOf([
        /PRs?|MRs?|(?:pull|merge) requests?|RFCs?|ADRs?|commits?|diffs?|tickets?|issues?|epics?|repo(?:sitory)?/,
        /(?:design |planning )?doc(?:ument)?s?|proposals?|run ?books?|play ?books?|post-? ?mortems?|retro notes/,
        /slides?|decks?|recordings?|videos?|screenshots?|dashboards?|graphs?|charts?|panels?|links?|url/,
        /(?:in|on|at|under) (?:the |our )?(?:wiki|confluence|notion|jira|github|gitlab|grafana)|wiki page/,
        /spreadsheets?|sheets?|write-?ups?|minutes|notes/,
        /threads?|e-?mails?|changelog|release notes|blog posts?|articles?|reports?|release page|calendar/,
      ])}\\b(?!-)`,
      'i',
    ),
  },
]

const PATTERNS = POINTERS.map(
  ({ pattern }) => new RegExp(pattern.source, `g${pattern.flags}`.replace('gg', 'g')),
)

/** Words that may remain in a line of proof: they join, point, or say where or who. None of them is work. */
const SMALL_WORDS = wordSet(`
  a an the this that these those there here it its it's that's there's is are was were be been has have had in on at of
  for to from with and or but also both all by as under via per plus too more full whole same our my your their his her
  he she they who which where when if you them him me us so please yes sure see look at check open find found read watch
  cf eg including named called titled link links linked attached pinned listed shown shows show says has contains covers
  holds lives sits stored kept saved recorded documented described explained published public visible available
  can could be now then since around about mid early late end start beginning week month quarter year day date done
  happened details detail data numbers proof evidence reference references source code page pages section chapter tab
  folder drive file files channel message slack board channel internal private shared team's manager's together
  manager lead boss director head chief vp cto team teams teammate teammates colleague colleagues mentor engineer
  engineers reviewer reviewers approver owner pm po product tech staff senior junior principal customer client peer
  peers skip level witness witnesses group squad department org side other others someone everyone people
  merged demo handover meeting review call room saw change changes request requests
`)

/** A person described by the team or thing that they lead: "of the storage team", "the lead of billing". */
const OF_TEAM = new RegExp(
  anyOf({
    team: /\b(?:from|of|in|on) (?:the |our |my )?(?:\p{L}{2,20} ){0,2}(?:team|squad|group|guild|department|side)\b/u,
    'from it': /(?<=\p{Lu}\p{Ll}{1,20} )from (?:the )?\p{L}{2,20}\b/u,
    lead: /\b(?:lead|manager|head|director|owner|pm|engineer) (?:of|for|in) (?:the )?\p{L}{2,20}\b/u,
    placeholder: /\bcolleague [A-Z]{1,2}\b|\[(?:email|phone|profile) [A-Z]{1,2}\]/,
  }),
  'giu',
)

/** More names than these are a list of something else. */
const MOST_NAMES = 6
/** A longer sentence says more than where its proof is, in UTF-16 units without addresses. */
const LONGEST = 240

/** Whether a sentence is only proof: a link, a document, a witness or a date. */
export function isProof(text: string): boolean {
  const said = text.replace(/\s+/g, ' ').replace(/[*_~`]{1,3}/g, '')
  if (said.length > 4 * LONGEST) return false
  let points = false
  const left = PATTERNS.reduce((rest, pattern) => {
    const without = rest.replace(pattern, ' , ')
    points ||= without !== rest
    return without
  }, said)
  if (!points || left.length > LONGEST || /\bI\b|\d/.test(left)) return false
  if (tellsOfDeed(left) || hasDoerlessDeed(left)) return false
  const others = (left.replace(OF_TEAM, ' ').match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []).filter(
    (word) => !SMALL_WORDS.has(word.toLowerCase().replace('’', "'")),
  )
  return others.length <= MOST_NAMES && others.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word))
}
