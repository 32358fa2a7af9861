import { anyOf } from '../text/patterns.ts'
import { tellsOfChange } from './changes.ts'
import { isOthersWork, opensWithDeed, tellsOfOwnDeed } from './deeds.ts'
import { tellsOfOutcome } from './outcomes.ts'
import { isTheirs, type Quality } from './quality.ts'
import { isRole } from './roles.ts'

const I = /\bI\b|\bmyself\b/
/** "My proposal", "my code": the work is the writer's, even without a word about doing it. */
const MY_WORK = new RegExp(
  `\\b[Mm]y (?:\\p{L}+[ -]){0,2}?${anyOf([
    /proposal|code|design|solution|runbook|fix|change|patch|pull request|PR|refactoring|migration/,
    /implementation|idea|decision|analysis|document|workshop|talk|tool|script|package|design doc|RFC|work/,
  ])}s?\\b`,
  'u',
)
const TEAM = /\b(?:we|we['’](?:ve|re|d)|our|ours|us|(?:the|my) (?:team|squad|group|crew))\b/i

/** "The team picked ArgoCD although I had argued for Flux." */
const AGAINST = new RegExp(
  `\\b(?:although|though|while|whereas) (?:I|we)(?:['’]d| had| have)? ${anyOf([
    /argued|voted|pushed|asked|wanted|preferred|proposed|suggested|recommended|advised|warned/,
  ])}\\b`,
  'i',
)
/** Something that went against the writer is not their result. */
const HARM = /\b(?:hampered|suffered|got worse|worsened|held me back|harmed|hindered|won['’]t|will not)\b/i

/** A measure rather than an incidental count: "in three steps" says nothing about the result. */
const NUMBER = /\d|\b(?:twice|doubled?|tripled?|halved|dozens|hundreds|thousands|millions)\b/i

/** Something that a stranger can open: an address, or the number of a change or ticket. */
const ID = new RegExp(
  anyOf({
    ticket: /\b(?!(?:COVID|UTF|ISO|SHA|GPT|AES|RSA|HTTP|CVE|Q)-)[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/,
    'task or change': /\b[TD]\d{4,6}\b/,
    number: /(?:^|[\s([\w./-])#\d{2,6}\b/,
    'named as one': /\b(?:PRs?|MRs?|pull requests?|issues?)[^.;]{0,30}?\b\d{2,6}\b(?=,|\.|$|\))/,
  }),
)
const LINK = /https?:\/\/([^\s/)>\]]+)|\]\((?!#)([^)\s]{1,500})\)/gi
/** Pages about people, and pages that anybody knows. None of them shows this work. */
const ELSEWHERE =
  /(?:^|\.|\/\/)(?:linkedin\.com|twitter\.com|x\.com|youtube\.com|youtu\.be|wikipedia\.org)(?=$|[/:?])/i

/** A named document that a stranger cannot open without being given it. */
const DOCUMENT = new RegExp(
  `\\b${anyOf({
    changes: /PRs?|(?:pull|merge) requests?|RFCs?|ADRs?/,
    designs: /(?:design|architecture|planning|strategy) (?:doc(?:ument)?|proposal|record)s?/,
    books: /run ?books?|play ?books?|post[- ]?mortems?/,
    pages: /dashboards?|wiki|blog posts?|articles?|slides|recording|write[- ]?ups?/,
    guides: /documentation|guides?|guidelines|notebooks?|tutorials?/,
  })}\\b`,
  'i',
)

const PASSIVE = new RegExp(
  [
    '\\b(?:was|were|has been|have been|got|is|are) (?:\\p{L}+ly )?',
    '(?:\\p{L}+ed|built|done|made|set|led|written|run|cut|taken)\\b',
  ].join(''),
  'u',
)

/**
 * "The project I worked on moved it", "I was involved in it": this says that they were there, but not what they did.
 */
const BEING_THERE =
  /\bI(?:['’]ve| have|['’]m| am)? (?:been |was )?(?:worked on|part of|(?:\p{L}+ )?involved (?:in|with))\b/giu

/** "Took about 6 days." opens like a deed, and says only how long something took. "Took me a week" says who. */
const HOW_LONG = new RegExp(
  [
    '^\\W*(?:took|takes|cost) (?:us )?',
    '(?:(?:about|around|almost|roughly|nearly|over|under|some|just|only|only about|more than|less than) )?',
    '(?:\\d[\\d.,]*|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|several|the whole) ',
    '(?:(?:to|or) (?:\\d+|\\p{L}+) )?(?:working |whole |full |long )?',
    '(?:second|minute|hour|day|night|evening|weekend|week|sprint|month|quarter|year)s?',
    '(?: (?:in (?:all|total)|altogether|of work|overall|end to end))?\\W*$',
  ].join(''),
  'iu',
)

/**
 * Whose work a sentence describes. Brag documents omit the "I", so a sentence that opens with a deed is the writer's
 * own, whoever is named later.
 */
const partOf = (said: string): Quality['part'] => {
  const text = said.replace(BEING_THERE, ' ')
  if (isOthersWork(text)) return 'unclear'
  if (HOW_LONG.test(text)) return TEAM.test(text) ? 'team' : 'unclear'
  if (opensWithDeed(text)) return PASSIVE.test(text.slice(0, 25)) ? 'unclear' : 'own'
  if (tellsOfOwnDeed(text) && (I.test(text) || !TEAM.test(text))) return 'own'
  if (MY_WORK.test(text) || isRole(text)) return 'own'
  if (TEAM.test(text)) return 'team'
  return I.test(text) ? 'own' : 'unclear'
}

const LINKED = /\[[^\]]{0,500}\](?=\()/g
const IDS = new RegExp(ID, 'g')

const ADDRESS = /https?:\/\/[^\s)>\]]+|(?<=\])\([^()\s]*\)/g

/** A sentence without its addresses, because letters and digits in these mean nothing. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, ' ')
}

/** Whether a sentence points to something that a stranger can open. */
const canBeOpened = (text: string): boolean =>
  [...text.matchAll(LINK)].some(([, host, path]) => !ELSEWHERE.test(host ?? path ?? '')) ||
  ID.test(withoutAddresses(text))

const MONTH = /(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*/.source
/** Digits that don't count anything: levels, versions, quarters, years and days. */
const NO_COUNT = new RegExp(
  `\\b${anyOf({
    level: /L\d|level \d|on-call \d/,
    version: 'v?\\d+\\.\\d+\\.\\d[\\d.]*|v\\d[\\d.]*',
    part: /Q[1-4]|part \d/,
    time: /\d{1,2}:\d\d/,
    date: /\d{4}[-/]\d\d(?:[-/]\d\d)?|20\d\d|\d\d\.\d\d\.\d{4}|(?<=\b(?:on|by|since|until) )\d{1,2}\/\d{1,2}/,
    'month and day': `${MONTH} \\d{1,2}(?:\\s?[-–]\\s?\\d{1,2})?`,
    'day and month': `\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH}`,
  })}\\b`,
  'gi',
)

/** A sentence without digits that don't count anything. */
export function withoutDates(text: string): string {
  return text.replace(NO_COUNT, '')
}

/** A sentence without what looks like an amount: titles of linked pages, numbers of changes, dates. */
const countedIn = (text: string): string =>
  withoutDates(withoutAddresses(text.replace(LINKED, ' ')).replace(/\s+/g, ' ')).replace(IDS, ' ')

/** Whether what came of it is not what its writer worked for. */
const isAgainst = (said: string): boolean => HARM.test(said) || AGAINST.test(said)

/** What makes a sentence strong or thin as evidence: own part, result, number, something to open. */
export function qualityOf(text: string): Quality {
  const said = withoutAddresses(text).replace(/\s+/g, ' ')
  const counted = countedIn(text)
  return {
    part: partOf(said),
    result: (tellsOfChange(counted) || tellsOfOutcome(counted)) && !isAgainst(said),
    number: NUMBER.test(counted),
    artefact: DOCUMENT.test(said) || canBeOpened(text),
    opens: canBeOpened(text),
  }
}

/** Whether the words tell by themselves of something done, by what changed: "Failed jobs fell from 40 a day to 2". */
export function tellsOfEffect(text: string): boolean {
  return tellsOfChange(countedIn(text)) && !isAgainst(withoutAddresses(text))
}

/** How strong a sentence is, from 0 to 4. Only used to choose which quote to show first. */
export function strengthOf(quality: Quality): number {
  const { result, number, opens } = quality
  return Number(isTheirs(quality)) + Number(result) + Number(number) + Number(opens)
}
