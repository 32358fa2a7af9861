import { SEASON } from '../../domain/dates/date-words.ts'
import { MONTHS_BEGIN } from '../../domain/dates/months.ts'
import { hasDoerlessDeed, opensWithDeed, tellsOfOwnDeed } from '../../domain/evidence/deeds.ts'
import { anyOf } from '../../domain/text/patterns.ts'
import { OLD, PEOPLE_BESIDE, STATES, THINGS_DONE } from './date-words.ts'

/** A month of a year, or a year. */
const WHEN = [
  '(?:(?:early|mid|late|about|around|at least)[ -])?',
  String.raw`(?:(?:${anyOf(MONTHS_BEGIN)}[a-z]{0,6}\.?|Q[1-4]|${SEASON})(?: of)? )?(?:19|20)\d\d\b`,
].join('')

const MONTH = `(?:${anyOf(MONTHS_BEGIN.filter((month) => month !== 'may'))}[a-z]{0,6}|May)`

/** Any time that something can be compared with. */
const ANY_TIME = anyOf({
  'a year': WHEN,
  'the one before': [
    `(?:the |a )?(?:(?:last|previous|past|prior) (?:year|quarter|month|week|half|season|${SEASON}|${MONTH})`,
    String.raw`|(?:year|quarter|month|week) (?:before|ago|earlier))(?:['’]s)?\b`,
  ].join(''),
  'without a year': String.raw`(?:(?:last|this) )?(?:${MONTH}|Q[1-4]|H[12]|${SEASON})\b`,
})

const SO = anyOf([/many|much|often|fast|quick(?:ly)?|long|high|low|big|large|good|bad|slow|few|little/])
/** Words that compare: "fewer pages than", "half as many as". */
const COMPARES = anyOf([
  String.raw`(?:than|unlike|compared (?:to|with)|relative to|against|versus|vs\.?)`,
  String.raw`(?:as ${SO}|same)(?: \p{L}+){0,2}? as`,
  'as (?:they were|it was|those)',
])
/** Words between a comparison and its time: "than we had in the whole of". */
const BEFORE_TIME = [
  '(?:(?:they|it|we|I|those|that|what|the|same|time|ones?|numbers?|average|was|were|had|did|took|saw',
  '|in|of|from|for|during|over|all|whole|back|quarter|month|period) ){0,6}',
].join('')

/** A sentence that is cut at the time it mentions. */
type Mention = { readonly before: string; readonly after: string }

type AsideRule = {
  readonly name: string
  /** A sentence in which this rule finds an aside, and no earlier one. */
  readonly example: string
  /** The mention of a time. */
  readonly mention: RegExp
  readonly isAside: (mention: Mention) => boolean
}

const WRITER = /\b(?:I|we|my|our|I['’]ve|we['’]ve)\b/
/** Where a clause begins: a mark, or a word that says of a thing what it is. */
const CLAUSE = /[,;:(–—]|\s-\s|\b(?:that|which|who|whose|because|as|although|though|while)\b/g
/** "The scheduler we have had since 2016": a clause about a thing, without a word that opens it. */
const ABOUT_THING = new RegExp(
  [
    String.raw`\b(?:the|a|an|our|its|their)(?: [\p{L}\d'’-]{1,30}){1,4} ${anyOf(PEOPLE_BESIDE)}`,
    String.raw` (?:have|has|had)\b[^,;]{0,80}$`,
  ].join(''),
  'u',
)
const STATE = new RegExp(String.raw`(?<=\S )(?:un\p{L}{3,12}ed|${anyOf(STATES)}) ?$`, 'iu')
const HAD = /\bhad\b|\bhadn['’]t\b/i
/** The result of a deed also says when it was done: "with no incident since March". */
const CAME_OF_IT = /\b(?:no|none|not one|zero|without|never|fewer|down|up|every|only)\b/i

const tellsDeed = (text: string): boolean =>
  opensWithDeed(text.trim()) || tellsOfOwnDeed(text) || hasDoerlessDeed(text)

/** The clause that a mention ends, and all before it. */
const clauseAt = (before: string): { lead: string; clause: string } => {
  const last = [...before.matchAll(CLAUSE)].at(-1)
  const at = last ? last.index : 0
  return { lead: before.slice(0, at), clause: before.slice(at) }
}

const isStateOfThing = ({ before }: Mention): boolean => {
  const { lead, clause } = clauseAt(before)
  if (ABOUT_THING.test(before)) return tellsDeed(before.replace(ABOUT_THING, ' '))
  if (STATE.test(before)) return !HAD.test(before) || tellsDeed(lead || before)
  if (lead === '' || WRITER.test(clause) || !tellsDeed(lead)) return false
  return HAD.test(clause) || !CAME_OF_IT.test(clause)
}

/** The rest of a sentence that begins with the mention describes a deed, after a clause without the writer. */
const isBackground = ({ before, after }: Mention): boolean => {
  const [clause = '', ...rest] = after.split(/[,;:–—]/)
  return before.trim() === '' && rest.length > 0 && !WRITER.test(clause) && tellsDeed(rest.join(','))
}

/** Any rule that holds for a time makes it an aside: it says how old a thing is, and not when something was done. */
export const ASIDE_RULES: readonly AsideRule[] = [
  {
    name: 'compared with another time',
    example: 'I cut the pages to half of what they were, compared with 2019.',
    mention: new RegExp(
      anyOf({
        'than that': String.raw`\b${COMPARES} ${BEFORE_TIME}${ANY_TIME}`,
        'from more to less': [
          String.raw`\bfrom (?:about |around |roughly )?\d[^,;.]{0,30}? (?:in|during|at) ${ANY_TIME}`,
          String.raw`(?= (?:down |up )?to\b)`,
        ].join(''),
        'up and down': [
          String.raw`\b(?:up|down|more|less|fewer|increase|drop|rise|fall|improvement) (?:[\d.,]{1,9} ?%? )?`,
          `(?:from|on|over) [^,;.]{0,30}?${ANY_TIME}`,
        ].join(''),
        'a share of it': [
          String.raw`\b(?:half|third|quarter|twice|double|beat|below|above|under|exceed(?:ed|ing)) (?:of )?`,
          String.raw`(?:\p{L}+ ){0,2}?${ANY_TIME}(?<=['’]s)`,
        ].join(''),
      }),
      'giu',
    ),
    isAside: () => true,
  },
  {
    name: 'the best of a time',
    example: 'I led the first clean audit since 2019.',
    mention: new RegExp(
      String.raw`\b(?:first|last|only|best|worst|most|least|fewest|\p{L}{3,12}est)\b[^,;.]{0,40} since ${WHEN}`,
      'giu',
    ),
    isAside: () => true,
  },
  {
    name: 'a state of a thing that lasted',
    example: 'I replaced the job scheduler, unchanged since 2016.',
    mention: new RegExp(String.raw`\b(?:ever )?since ${WHEN}`, 'gi'),
    isAside: isStateOfThing,
  },
  {
    name: 'how things stood',
    example: 'Since 2016 the cluster had no owner, so I took it over.',
    mention: new RegExp(String.raw`\b(?:ever )?since ${WHEN}`, 'gi'),
    isAside: isBackground,
  },
  {
    name: 'when a thing was made',
    example: 'I replaced the scheduler written in 2014.',
    mention: new RegExp(String.raw`\b${anyOf(THINGS_DONE)} (?:back )?(?:in|from|around) ${WHEN}`, 'gi'),
    isAside: ({ before }) =>
      !/\b(?:I|we|and|then|was|were|is|are|been|be|have|has|had|also|it) $/i.test(before) &&
      tellsDeed(before),
  },
  {
    name: 'when a thing was made, in a clause',
    example: 'I replaced the scheduler that was built by a contractor in 2014.',
    mention: new RegExp(
      String.raw`\b(?:that|which|who) (?:was|were|had been|dates?|dated) [^,;.]{0,40}?(?:in|from|back to|to) ${WHEN}`,
      'gi',
    ),
    isAside: ({ before }) => tellsDeed(before),
  },
  {
    name: 'an old thing',
    example: 'I retired the legacy billing job from 2012.',
    mention: new RegExp(String.raw`\b${anyOf(OLD)} (?:[\p{L}\d-]{1,30} ){1,4}(?:from|of) ${WHEN}`, 'giu'),
    isAside: ({ before, after }) =>
      tellsDeed(before) && !/^\s?(?:to|until|till|through|on|[-–])\b/i.test(after),
  },
]

const LAST_TIME = new RegExp(`${ANY_TIME}$`, 'iu')

/** A sentence without the times that only say how old a thing is. */
export function withoutAsides(text: string): string {
  return ASIDE_RULES.reduce(
    (left, { mention, isAside }) =>
      left.replace(mention, (...match) => {
        const [found, at] = [String(match[0]), match.findLast((one) => typeof one === 'number') as number]
        const aside = isAside({ before: left.slice(0, at), after: left.slice(at + found.length) })
        return aside ? found.replace(LAST_TIME, '').replace(/\bsince $/i, '') : found
      }),
    text,
  )
}
