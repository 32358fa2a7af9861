import { GENERIC, NUMBER_WORDS, OPENERS, PREFIXES, WORD_ENDING } from './check-words.ts'
import { bulletsOf, competenciesOf, type Ladder, levelOf } from './ladder.ts'
import type { Goal } from './person.ts'
import { withoutPlaceholders } from './placeholders.ts'
import { verdictIn } from './verdicts.ts'

/** Longest text of a reader that is shown, in UTF-16 units: two or three sentences. */
export const TEXT_LIMIT = 420

/** What a reader's text may draw on: the person's words, the rows at hand, and the ladder's own names. */
export type Sources = {
  readonly evidence: string
  readonly rows: string
  readonly ladder: Ladder
  readonly goal: Goal
}

const MARKUP = /<[@!#]|<(?:https?|mailto|tel|javascript|data):|@(?:channel|here|everyone)\b/i
const LINK =
  /\b(?:https?:\/\/|www\.|mailto:|javascript:|data:)|(?<![\w-])-*\w[\w-]*\.(?:com|org|net|io|dev|ai|co|app|xyz|me|info|example)\b/i

/** A word with a dot in it that a client could take for an address: "bit.ly", "evil.sh". No host has more parts. */
const DOTTED = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}](?:[\p{L}\p{N}_-]*\.){1,20}\p{L}{2,}(?![\p{L}\p{N}_-])\/?/gu

/** As it is checked: full-width letters and letters that nobody sees are ways around every list. */
const plainly = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '')

const squash = (text: string): string =>
  text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').toLowerCase()

const digitsOf = (text: string): string[] =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => number.replace(/,/g, '').replace(/\.0+$/, ''))

const wordsOf = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])

const numberObjections = (text: string, sources: Sources): string[] => {
  const known = `${sources.evidence} ${sources.rows}`
  const knownNumbers = new Set(digitsOf(known))
  const knownWords = wordsOf(known.toLowerCase())
  for (const [word, number] of Object.entries(NUMBER_WORDS)) {
    if (knownWords.has(word)) knownNumbers.add(number)
  }
  if (known.includes('%')) knownWords.add('percent')
  // "L3" and "Level 3" are names, not numbers, for the two levels that the goal speaks of.
  const levels = [sources.goal.current, sources.goal.target].map((id) => levelOf(sources.ladder, id))
  const bare = levels.reduce(
    (rest, level) =>
      level ? rest.replaceAll(new RegExp(`\\b${RegExp.escape(level.id)}\\b`, 'gi'), ' ') : rest,
    text,
  )
  const numbers = digitsOf(bare).filter((number) => !knownNumbers.has(number))
  const words = [...wordsOf(bare.toLowerCase())].filter(
    (word) => word in NUMBER_WORDS && !knownWords.has(word) && !knownNumbers.has(NUMBER_WORDS[word]!),
  )
  return [...numbers, ...words].map((number) => `the number "${number}" is not in the evidence`)
}

/** Files and hosts may be named that the evidence names; addresses with a path lead somewhere, whoever named them. */
const hostObjections = (text: string, sources: Sources): string[] => {
  const known = new Set(
    `${sources.evidence} ${sources.rows} ${vocabulary(sources.ladder)}`
      .match(DOTTED)
      ?.map((word) => word.toLowerCase().replace(/\/$/, '')),
  )
  return (text.match(DOTTED) ?? [])
    .filter((word) => word.endsWith('/') || !known.has(word.toLowerCase()))
    .map((word) => `"${word}" reads like an address that is not in the evidence`)
}

/** A placeholder torn apart, as in "Colleague A, then B": nobody could say who is meant. */
const letterObjections = (text: string, sources: Sources): string[] => {
  const bare = /(?<![\p{L}\p{N}'’_-])(?!I(?![\p{L}\p{N}]))\p{Lu}(?![\p{L}\p{N}_-])/gu
  const own = new Set(withoutPlaceholders(`${sources.evidence} ${sources.rows}`).match(bare))
  return [...withoutPlaceholders(text).matchAll(bare)]
    .filter(({ 0: letter, index, input }) => {
      const opens = /(?:^|[.!?:]["”’)]?\s+)$/.test(input.slice(0, index))
      return !own.has(letter) && !(letter === 'A' && opens && /^A\s+\p{Ll}/u.test(input.slice(index)))
    })
    .map(({ 0: letter }) => `it names somebody by the letter "${letter}" alone`)
}

/** What is longer than any text that is shown is refused for its length. */
const QUOTED =
  /"([^"]{1,500})"|“([^”]{1,500})”|«([^»]{1,500})»|‘([^’]{1,500})’|(?<![\p{L}\p{N}])'([^']{2,500})'(?![\p{L}\p{N}])|`([^`]{1,500})`/gu

const quoteObjections = (text: string, sources: Sources): string[] => {
  const known = squash(`${sources.evidence} ${sources.rows}`)
  return [...text.matchAll(QUOTED)]
    .map((match) => match.slice(1).find((inner) => inner !== undefined) ?? '')
    .filter(
      (inner) =>
        !known.includes(
          squash(inner)
            .replace(/(?<![.,;:!?…])[.,;:!?…]+$/, '')
            .trim(),
        ),
    )
    .map(() => 'it quotes words that are not in the evidence: point to spans instead of quoting')
}

const vocabulary = (ladder: Ladder): string =>
  [
    ladder.name,
    ...ladder.levels.map((level) => level.title),
    ...ladder.areas.map((area) => area.name),
    ...competenciesOf(ladder).map((competency) => `${competency.name} ${competency.subtitle ?? ''}`),
    ...Object.values(ladder.rows).flatMap((row) => Object.values(row).flatMap(bulletsOf)),
  ].join(' ')

const known = new WeakMap<Ladder, Set<string>>()

/** Every word of a ladder, small; gathered once for each version of it. */
const wordsOfLadder = (ladder: Ladder): Set<string> => {
  const words = known.get(ladder) ?? wordsOf(vocabulary(ladder).toLowerCase())
  known.set(ladder, words)
  return words
}

const nameObjections = (text: string, sources: Sources): string[] => {
  if (!/\p{Lu}/u.test(text)) return []
  const own = wordsOf(`${sources.evidence} ${sources.rows}`.toLowerCase())
  const ladder = wordsOfLadder(sources.ladder)
  const isKnown = (word: string): boolean => own.has(word) || ladder.has(word)
  const objections: string[] = []
  for (const sentence of text.split(/(?<=[.!?:;])\s+|\n/)) {
    const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
    words.forEach((word, index) => {
      const low = word.toLowerCase().replace(/['’]s$/, '')
      if (!/\p{Lu}/u.test(word) || isKnown(low) || isKnown(word.toLowerCase())) return
      if (/^(?:I|I['’](?:m|d|ll|ve)|AI|OK)$/.test(word) || GENERIC.test(word)) return
      const opens = index === 0 && /^\p{Lu}[\p{Ll}'’-]*$/u.test(word) && !/['’]s$/.test(word)
      const stem = low.split(/['’]/)[0]!
      if (opens && (OPENERS.has(stem) || WORD_ENDING.test(stem))) return
      if (opens && stem.includes('-') && PREFIXES.has(stem.split('-')[0]!)) return
      objections.push(`"${word}" reads like a name that is not in the evidence`)
    })
  }
  return objections
}

/** A level beside the goal is never spoken of, also when the evidence does: "rate me L5" is no reason to. */
const levelObjections = (text: string, { ladder, goal }: Sources): string[] =>
  ladder.levels
    .filter(({ id }) => id !== goal.current && id !== goal.target)
    .filter(({ id, title }) => {
      const names = title.includes(' ') ? [id, title] : [id]
      return names.some((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`, 'i').test(text))
    })
    .map(({ id }) => `it speaks of level ${id}, which is neither the current nor the target level`)

const objectionsTo = (text: string, sources: Sources): string[] => {
  const said = plainly(text)
  const verdict = verdictIn(said)
  return [
    ...(text.trim() === '' ? ['it is empty'] : []),
    ...(text.length > TEXT_LIMIT ? [`it is longer than ${TEXT_LIMIT} characters`] : []),
    ...(MARKUP.test(said) || LINK.test(said) ? ['it holds a link, a mention or markup'] : []),
    ...(verdict === null ? [] : [verdict]),
    ...hostObjections(said, sources),
    ...letterObjections(said, sources),
    ...quoteObjections(said, sources),
    ...nameObjections(said, sources),
    ...levelObjections(said, sources),
  ]
}

/**
 * Why a reader's text may not be shown, in sentences for that reader; empty when it may. Deterministic, and
 * stricter than a person would be: a refused text is asked for again once, a false one would be believed.
 */
export const textObjections = (text: string, sources: Sources): string[] => [
  ...objectionsTo(text, sources),
  ...numberObjections(plainly(text), sources),
]

/** "Which of the two changes": a number of things to choose from or to name, not one of things that happened. */
const CHOSEN = /\b(which|what|name|give|list|one|choose|pick)\b([^.?!]{0,20}?)\b(?:two|three)\b/gi

/** The same for a question, which may let somebody choose between two or three things. */
export const questionObjections = (text: string, sources: Sources): string[] => [
  ...objectionsTo(text, sources),
  ...numberObjections(plainly(text).replace(CHOSEN, '$1$2some'), sources),
]

/** Steps that nobody could see done: attitudes, and "more of" things. */
const UNSEEN =
  /^(?:please )?(?:keep in mind|keep (?:up|doing|on)|continue|try|strive|aim|be|become|stay|remain|grow|focus|work on|think about|consider|demonstrate|make sure|learn to)\b/i

/** A time beyond weeks. Last year's work may be written up, and errors may be drawn over time. */
const FAR =
  /\b(?:next year|(?:in|within|over|during|for) (?:the |your )?(?:next|coming|following) (?:\w+ ){0,2}years?|(?:in|within) (?:an?|one|two|three|some|several|a few|\d+) years?|long[- ]term|eventually|some ?day)\b/i

/** "Ask two teammates": a number of things still to be done. "The two outages" would be of things that were. */
const PLANNED = /(?<!\b(?:the|those|these|your|all|both) )\b(?:two|three)\b/gi

/** Why a next step may not be shown: as any text, and where it is none that others can see done within weeks. */
export const stepObjections = (text: string, sources: Sources): string[] => [
  ...objectionsTo(text, sources),
  ...numberObjections(plainly(text).replace(PLANNED, 'some'), sources),
  ...(UNSEEN.test(text.trim())
    ? ['it asks for an attitude: name one thing to do that others could see done']
    : []),
  ...(FAR.test(text) ? ['it takes longer than weeks'] : []),
]
