import { levelOf } from '../ladder/ladder.ts'
import { PLACES, TIMES } from '../mask/name-words.ts'
import { withoutPlaceholders } from '../mask/placeholders.ts'
import { anyOf } from '../text/patterns.ts'
import { stemsOf } from '../text/stems.ts'
import { absentObjections } from './check-absence.ts'
import { hostObjections } from './check-hosts.ts'
import { letterObjections } from './check-letters.ts'
import { unknownNames, unknownPeople } from './check-names.ts'
import { claimedNumbers, ledObjections, unknownNumbers } from './check-numbers.ts'
import { quoteObjections } from './check-quotes.ts'
import { isForeign, namesHost, numbersIn, ownWords, type Sources, toldBy, wordsOfLadder } from './sources.ts'
import { verdictIn } from './verdicts.ts'

/** Longest text of a reader that is shown, in UTF-16 units: two or three sentences. */
const TEXT_LIMIT = 420

/** The same for a draft. It is longer, because it combines several threads of the text. */
const DRAFT_LIMIT = 750

const MARKUP = /<[@!#]|<(?:https?|mailto|tel|javascript|data):|@(?:channel|here|everyone)\b/i
const LINK = /\b(?:https?:\/\/|www\.|mailto:|javascript:|data:)/i

/** Normalises a text, because full-width and invisible letters would get around every word list. */
const plainly = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '')

/** Removes the ids of the goal's levels, so that "L3" is not read as a number. */
const withoutLevels = (text: string, { ladder, goal }: Sources): string =>
  [goal.current, goal.target]
    .map((id) => levelOf(ladder, id))
    .reduce(
      (rest, level) =>
        level ? rest.replaceAll(new RegExp(`\\b${RegExp.escape(level.id)}\\b`, 'gi'), ' ') : rest,
      text,
    )

const NO_COUNTS: ReadonlySet<number> = new Set()

/** Objections by `find` to the numbers of a text, given all that it may draw on. */
const numberObjections = (find: typeof unknownNumbers, text: string, sources: Sources): string[] =>
  find(
    withoutLevels(text, sources),
    numbersIn(sources),
    sources.counts ?? NO_COUNTS,
    !isForeign(text, sources),
  ).map((number) => `the number "${number}" is not in the evidence`)

const nameObjections = (text: string, sources: Sources, claims: boolean): string[] => {
  if (!/\p{Lu}/u.test(text)) return []
  const own = ownWords(sources)
  const ladder = wordsOfLadder(sources.ladder)
  const levels = [sources.goal.current, sources.goal.target].map((id) => id.toLowerCase())
  const nameable = {
    known: (word: string): boolean =>
      levels.includes(word) ||
      own.has(word) ||
      ladder.has(word) ||
      own.has(word.replace(/(?<=.{3})s$/, '')) ||
      (TIMES.has(word) && own.has(`${word}s`)) ||
      (TIMES.has(word) && own.has(word.slice(0, 3))) ||
      // Also accepts the stem: "Asia" from "Asian customers".
      (PLACES.has(word) && (own.has(`${word}n`) || own.has(`${word}an`) || own.has(`${word}s`))) ||
      word.split('-').every((part) => own.has(part) || ladder.has(part)),
    names: sources.names,
    capitals: isForeign(text, sources),
  }
  const bare = withoutPlaceholders(text)
  const found = claims && !nameable.capitals ? unknownNames(bare, nameable) : unknownPeople(bare, nameable)
  return [...new Set(found)].map((word) => `"${word}" reads like a name that is not in the evidence`)
}

/** Only the current and target level may be mentioned, even if the evidence names another ("rate me L5"). */
const levelObjections = (text: string, { ladder, goal }: Sources): string[] =>
  ladder.levels
    .filter(({ id }) => id !== goal.current && id !== goal.target)
    .filter(({ id, title }) => {
      const names = title.includes(' ') ? [id, title] : [id]
      return names.some((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`, 'i').test(text))
    })
    .map(({ id }) => `it speaks of level ${id}, which is neither the current nor the target level`)

/** Why a text may not be shown at all: it is longer than so many UTF-16 units, leads somewhere, or judges. */
export function wholeObjections(text: string, sources: Sources, limit: number = TEXT_LIMIT): string[] {
  const said = plainly(text)
  const verdict = verdictIn(said)
  return [
    ...(text.trim() === '' ? ['it is empty'] : []),
    ...(text.length > limit ? [`it is longer than ${limit} characters`] : []),
    ...(MARKUP.test(said) || LINK.test(said) ? ['it holds a link, a mention or markup'] : []),
    ...(verdict === null ? [] : [verdict]),
    ...hostObjections(said, (host) => namesHost(sources, host)),
    ...levelObjections(said, sources),
  ]
}

/** The checks for every text. `claims` is true if it speaks of what was, and not of what could be. */
const objectionsTo = (
  text: string,
  sources: Sources,
  claims: boolean,
  limit: number = TEXT_LIMIT,
): string[] => {
  const said = plainly(text)
  return [
    ...wholeObjections(text, sources, limit),
    ...letterObjections(said, `${sources.evidence} ${sources.rows}`),
    ...quoteObjections(said, toldBy(sources), !claims),
    ...nameObjections(said, sources, claims),
    ...(claims
      ? [
          ...absentObjections(said, plainly(sources.evidence)),
          ...numberObjections(unknownNumbers, said, sources),
          ...ledObjections(said, plainly(sources.evidence)),
        ]
      : []),
  ]
}

/** "You convinced them": even in a gap or question, a sentence about what somebody did is a claim. */
const TOLD_OF_YOU = new RegExp(
  [
    /(?:^|[.!?:;]\s+)You(?:['’]ve| have| had)?(?: \p{L}{2,12}ly| also| then)? /u.source,
    anyOf([
      /\p{L}{2,20}ed/u,
      /led|wrote|built|ran|made|told|said|took|cut|drove|won|gave|kept|held|brought|taught|saved/,
    ]),
    '\\b',
  ].join(''),
  'u',
)

/**
 * Why a text about the past may not be shown, in sentences for the reader that wrote it. Empty if every number, name
 * and quotation is in the evidence or the row, or follows from them. Deterministic.
 */
export function claimObjections(text: string, sources: Sources): string[] {
  return objectionsTo(text, sources, true)
}

/** The same for a text about what could be. Tools, roles and small numbers of a plan are free. */
export function proposalObjections(text: string, sources: Sources): string[] {
  return TOLD_OF_YOU.test(plainly(text))
    ? claimObjections(text, sources)
    : [...objectionsTo(text, sources, false), ...numberObjections(claimedNumbers, plainly(text), sources)]
}

/** "Which of the two changes": the number of things to choose from, and not of things that happened. */
const CHOSEN = /\b(which|what|name|give|list|one|choose|pick)\b([^.?!]{0,20}?)\b(?:two|three)\b/gi

/** Counts of what happened, which a question may not invent: "Why did it fail two times?" */
const TOLD = new RegExp(
  [
    '\\b(?:did|was|were|has|had|have)\\b[^?.!]{0,60}',
    '\\b(?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,9}) (?:times?|\\p{L}+ed)\\b',
  ].join(''),
  'giu',
)

/** The same for a question, which may offer two or three things to choose from. */
export function questionObjections(text: string, sources: Sources): string[] {
  const said = plainly(text).replace(CHOSEN, '$1$2some')
  const counted = [...said.matchAll(TOLD)].flatMap(([part]) =>
    numberObjections(unknownNumbers, part, sources),
  )
  return TOLD_OF_YOU.test(said)
    ? claimObjections(text, sources)
    : [...objectionsTo(text, sources, false), ...numberObjections(claimedNumbers, said, sources), ...counted]
}

/** Steps that nobody could see done: attitudes, and "more of" something. */
const UNSEEN = new RegExp(
  `^(?:please )?${anyOf({
    'go on': /keep in mind|keep (?:up|doing|on)|continue|try|strive|aim/,
    be: /be|become|stay|remain|grow|focus/,
    think: /work on|think about|consider|demonstrate|make sure|learn to|improve your/,
  })}\\b`,
  'i',
)

/** A time beyond a quarter. A step may still write up last year's work, or plot errors over time. */
const FAR = new RegExp(
  `\\b${anyOf({
    'next year': /next year/,
    'in the coming two years':
      '(?:in|within|over|during|for) (?:the |your )?(?:next|coming|following) (?:\\w+ ){0,2}years?',
    'within a year': /(?:in|within) (?:an?|one|two|three|some|several|a few|\d+) years?/,
    'some day': /long[- ]term|eventually|some ?day/,
  })}\\b`,
  'i',
)

/**
 * Why a next step may not be shown: the reasons for any proposal, and that others could not see it done in a quarter.
 */
export function stepObjections(text: string, sources: Sources): string[] {
  return [
    // A step begins with a verb, which in some languages is also a given name: "Deja".
    ...proposalObjections(
      isForeign(text, sources) ? text.replace(/^\p{Lu}/u, (first) => first.toLowerCase()) : text,
      sources,
    ),
    ...(UNSEEN.test(text.trim())
      ? ['it asks for an attitude: name one thing to do that others could see done']
      : []),
    ...(FAR.test(text) ? ['it takes longer than a quarter'] : []),
  ]
}

/** Why a panel's question may not be shown. What it takes for granted must be in the evidence. */
export function panelObjections(text: string, sources: Sources): string[] {
  return [
    ...(/[?？]/.test(text) ? [] : ['it asks nothing']),
    ...objectionsTo(text, sources, false),
    ...numberObjections(unknownNumbers, plainly(text), sources),
  ]
}

/** Blanks of a draft, and choices between words. Only the person fills them in. */
const BLANKS = /_{2,}|\[[^\]]{0,200}\]/g

/** The share of a draft's own words that may be absent from the text that it is made of. */
const MOST_NEW = 0.5

/** A draft with a blank for every so many words is a form, and says nothing by itself. */
const WORDS_A_BLANK = 6

/**
 * Why a draft may not be shown. Outside its blanks, every number and name and most other words must come from `made`,
 * the text of the spans that it points to.
 */
export function draftObjections(text: string, made: string, sources: Sources): string[] {
  const blanks = text.match(BLANKS)?.length ?? 0
  const filled = text.replace(BLANKS, ' ')
  const own = { ...sources, evidence: made, rows: '' }
  const known = new Set(stemsOf(made))
  const words = stemsOf(filled)
  const fresh = words.filter((word) => !known.has(word)).length
  return [
    ...objectionsTo(filled, own, true, DRAFT_LIMIT),
    ...(words.length > blanks * WORDS_A_BLANK && fresh / words.length > MOST_NEW && !isForeign(text, sources)
      ? ['most of its words are not in the spans that it points to']
      : []),
  ]
}
