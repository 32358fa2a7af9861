import { anyOf, wordSet } from '../text/patterns.ts'
import { hasBaseline } from './changes.ts'
import { COMMON_ABBREVIATIONS } from './common-abbreviations.ts'
import { qualityOf, withoutAddresses, withoutDates } from './evidence-quality.ts'

const COUNT = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many)'
const MONTH =
  '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?'

/** Words for ongoing or repeated work. */
const REPEATED = new RegExp(
  anyOf({
    'every week': [
      `\\b(?:every|each) (?:(?:single|other|second|${COUNT}) )?`,
      '(?:day|week|month|quarter|year|sprint|release|cycle|drill|time|other|morning|evening|night|shift|rotation',
      '|deploy|stand-?up|on-?call|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\\b',
    ].join(''),
    'on Fridays': /\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days\b/,
    'twice a week': `\\b(?:once|twice|${COUNT} times) (?:a|per|every|each) (?:day|week|month|quarter|sprint|year)\\b`,
    'regularly, and not of a measure': `\\b${anyOf([
      /daily|weekly|biweekly|monthly|quarterly|regularly|consistently|constantly|frequently|routinely/,
      /repeatedly|continuously/,
    ])}\\b(?! ${anyOf([
      /processed|active|volume|traffic|messages|users|requests|visits|transactions|jobs|rate|load/,
    ])}\\b)`,
    'ever since': /\bever since\b/,
    'since then': `\\bsince ${anyOf([
      `last|then|20\\d\\d|Q[1-4]|${MONTH}`,
      [
        'the (?:start|beginning|end|spring|summer|autumn|fall|winter',
        '|launch|release|move|migration|incident|outage)',
      ].join(''),
    ])}\\b`,
    'for two months': [
      '\\b(?:for|over|through|during|throughout) (?:the )?(?:last |past |over |about |almost |more than )*',
      `(?:${COUNT}|a) (?:consecutive |straight |whole |full )?`,
      '(?:weeks?|months?|quarters?|years?|sprints|releases|cycles|decades?)\\b',
    ].join(''),
    throughout: /\bthroughout the (?:period|year|quarter|half|project|whole)\b/,
    'the last four': `\\b(?:last|past) ${COUNT} \\p{L}+s\\b`,
    'ten times': `\\b(?:\\d{2,}|${COUNT}) (?:[\\p{L}-]+ )?${anyOf([
      /times|drills|incidents|releases|sprints|reviews|rounds|interviews|shifts|talks|articles|workshops/,
      /sessions/,
    ])}\\b`,
    'in a row': /\b(?:two|three|\d+) weeks in a row\b/,
    'still runs': `\\bstill ${anyOf([
      /run|runs|running|use|uses|used|in use|in production|on[- ]call|holds?|works?|maintain/,
    ])}\\b`,
    'now runs': /\bnow (?:run|runs|use|uses|own|owns)\b/,
    kept: /\bkept \p{L}+ing\b/u,
  }),
  'iu',
)

/** The result still holds today. */
const HOLDS = new RegExp(
  anyOf({
    still: /\bstill\b|\bever since\b|\bsince then\b/,
    today: /\b(?:to this|to the present) day\b|\btoday\b|\bcontinues? to\b/,
    now: /\bnow (?:runs?|uses?|owns?)\b|\b(?:is|are) now\b|\bin (?:daily use|production)\b/,
  }),
  'i',
)

/** Tenure, effort and potential. None of them shows what was done. */
const EFFORT = new RegExp(
  anyOf({
    tenure: [
      '\\b(?:\\d+|two|three|four|five|six|seven|eight|ten|many)\\+? years? ',
      '(?:of experience|of service|at|with|in this|as an?)\\b',
    ].join(''),
    'worked hard': /\bwork(?:ed|ing)? (?:very |really |so |extremely )?hard\b/,
    hours: /\blong hours\b|\bovertime\b|\b(?:late|sleepless) nights?\b|\bweekends\b/,
    passion: /\bpassionate\b|\bdedicated (?:to|myself)\b|\bcommitted to\b/,
    potential: /\b(?:my |the )?potential\b|\bready for (?:the|a|more)\b|\bcapable of\b/,
    'I could': /\bI (?:can|could|would|am able to|know how to|believe I)\b/,
    loyalty: /\b(?:loyal|tireless(?:ly)?|best effort|gave my all|110 ?%)\b/,
  }),
  'i',
)

/** Adjectives of praise, and vague quantities. */
const ADJECTIVE = new RegExp(
  `\\b${anyOf({
    great: /great|excellent|huge|massive|significant(?:ly)?|successful(?:ly)?|major|crucial|critical/,
    outstanding: /outstanding|world-class|amazing|important/,
    'of no number': /various|several|many|numerous/,
    'of software': /robust|scalable|seamless(?:ly)?/,
    'beyond measure': /tremendous(?:ly)?|invaluable|key|complex|challenging/,
    impact: /high-impact|impactful|drastically|greatly/,
  })}\\b`,
  'i',
)

/** Abbreviations that any engineer knows. Others are unknown outside a team. */
const COMMON = wordSet(COMMON_ABBREVIATIONS)

/** A named thing: in quotes or code, capitalised in mid-sentence, a ticket number, a link. */
const NAMED = new RegExp(
  anyOf({
    quoted: /["“«`][^"“”«»`]{1,500}["”»`]/,
    capital: /(?<=\p{L}[ ,]\s?)\p{Lu}[\p{L}\d]+/u,
    ticket: /\b[A-Z][A-Z0-9]{1,9}-\d+/,
    link: /https?:/,
    number: /(?:^|\s)#\d+|\d/,
  }),
  'u',
)

/** What helps or harms a sentence as evidence, besides own part, result and artefact. */
export type Signals = {
  readonly baseline: boolean
  readonly repeated: boolean
  /** It says that the result still holds today. */
  readonly holds: boolean
  /** Tenure, effort or potential in place of a deed. */
  readonly effort: boolean
  /** Words of praise, or vague quantities. */
  readonly adjectives: boolean
  /** A named thing, or a number. */
  readonly named: boolean
  /** Abbreviations that a stranger does not know, each once, in order. */
  readonly jargon: readonly string[]
}

/** How many different abbreviations of a piece are looked up in it. A piece with more is not clear to any stranger. */
const MOST_EXPLAINED = 300

/** Words that an abbreviation may leave out: "Site of the Year" may be SY and SOTY. Each has a sign of its own. */
const FILLERS = ['of', 'and', 'the', 'for']
const FILLER = `[${FILLERS.map((_, at) => String.fromCharCode(at + 1)).join('')}]{0,4}`

/** The initials of a text, with a bar where words are not adjacent and `~` before a digit. */
const initialsOf = (text: string): string => {
  let initials = ''
  let last = 0
  for (const { index, 0: word } of text.matchAll(/[\p{Ll}\d]+/giu)) {
    if (!/^[\s-]+$/.test(text.slice(last, index))) initials += '|'
    last = index + word.length
    const filler = FILLERS.indexOf(word.toLowerCase())
    initials +=
      filler !== -1
        ? String.fromCharCode(filler + 1)
        : word.length > 1
          ? word[0]!.toLowerCase() + (/^.\d/u.test(word) ? '~' : '')
          : '|'
  }
  return initials
}

/** A pattern that finds an abbreviation by initials. A filler word may contribute a letter too. */
const byInitials = (word: string): RegExp =>
  new RegExp(
    [...word.toLowerCase()]
      .map((letter) => {
        const filler = FILLERS.findIndex((one) => one[0] === letter)
        return filler === -1 ? letter : `[${letter}${String.fromCharCode(filler + 1)}]`
      })
      .join(`~?${FILLER}`)
      .concat('(?!~)'),
  )

/**
 * Returns whether a piece explains an abbreviation: it also has it as an ordinary word, so that it is only emphasised,
 * or it spells it out, in brackets beside it or in words with these initials. Reads the piece once.
 */
const explainedIn = (piece: string): ((word: string) => boolean) => {
  const words = new Set(piece.match(/\w+/g))
  const inBrackets = new Set([...piece.matchAll(/\((\w{1,10})\)/g)].map(([, word]) => word!))
  const before = new Set(piece.match(/(?<!\w)\w{1,10}(?= \(\p{L})/gu))
  let initials: string | undefined
  const known = new Map<string, boolean>()
  const isExplained = (word: string): boolean => {
    if (words.has(word.toLowerCase())) return true
    if ([word, `${word}s`].some((one) => inBrackets.has(one) || before.has(one))) return true
    if (known.size >= MOST_EXPLAINED) return false
    initials ??= initialsOf(piece)
    return byInitials(word).test(initials)
  }
  return (word) => {
    const said = known.get(word) ?? isExplained(word)
    if (known.size < MOST_EXPLAINED) known.set(word, said)
    return said
  }
}

/** Abbreviations of a sentence that are neither common nor spelled out in its piece. */
const jargonIn = (text: string, isExplained: (word: string) => boolean): string[] => [
  ...new Set(
    (text.match(/(?<![\p{L}\d\-/_.@])[A-Z][A-Z0-9]{1,7}s?(?![\p{L}\d\-/_]|\.\p{L})/gu) ?? []).filter(
      (found) => {
        const word = found.replace(/s$/, '')
        return (
          !COMMON.has(found.toLowerCase()) &&
          !COMMON.has(word.toLowerCase()) &&
          !/^L\d$/.test(word) &&
          // The number of a change, and not an abbreviation.
          (word.match(/\d/g) ?? []).length < 2 &&
          !isExplained(word)
        )
      },
    ),
  ),
]

/** Several capitalised words in a row are emphasis, and anything in quotes is a name. Neither is an abbreviation. */
const LOUD = /(?:\b\p{Lu}{2,}\b[\s,!]+){2,}\p{Lu}{2,}\b|["“][^"”]{1,40}["”]/gu

/** Finds the signals of the sentences of a piece. `piece` is its whole text. */
export function signalsIn(piece: string): (whole: string) => Signals {
  const isExplained = explainedIn(piece)
  return (whole) => {
    const text = withoutAddresses(whole).replace(/\s+/g, ' ')
    // A text in capitals is shouting, not abbreviating.
    const shouts = !/\p{Ll}/u.test(text)
    return {
      baseline: hasBaseline(withoutDates(text), qualityOf(whole).result),
      repeated: REPEATED.test(text),
      holds: HOLDS.test(text),
      effort: EFFORT.test(text),
      adjectives: ADJECTIVE.test(text),
      // The first word of a sentence is capitalised anyway.
      named: NAMED.test(whole.replace(/^\P{L}*\p{L}+/u, '')),
      jargon: shouts ? [] : jargonIn(text.replace(LOUD, ' '), isExplained),
    }
  }
}

const WORTH: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  several: 3,
  a: 1,
}
const LENGTH = new RegExp(
  anyOf({
    'a 9-month migration': '\\b(\\d+)-(month|year)\\b',
    'for two years': [
      '\\b(?:for|over|during|through|throughout|lasted|took) (?:the )?',
      '(?:last |past |over |about |almost |more than |well )*',
      `(${COUNT}|a) (?:consecutive |straight |whole |full )?(month|quarter|year|decade)s?\\b`,
    ].join(''),
  }),
  'giu',
)
const WHOLE_YEAR = /\b(?:throughout|all of|all through|the whole of|all year) (?:19|20)\d\d\b/i
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 }

/** For how many months something went on, by the words: "a 9-month migration", "for two years", or 0. */
export function monthsSaid(text: string): number {
  return Math.max(
    WHOLE_YEAR.test(text) ? MONTHS.year! : 0,
    ...[...text.matchAll(LENGTH)].map(([, digits, unit, count, other]) => {
      const said = (digits ?? count ?? '').toLowerCase()
      return (WORTH[said] ?? Number(said)) * (MONTHS[(unit ?? other ?? '').toLowerCase()] ?? 0)
    }),
  )
}
