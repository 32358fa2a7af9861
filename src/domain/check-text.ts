import { bulletsOf, competenciesOf, type Ladder, levelOf } from './ladder.ts'
import type { Goal } from './person.ts'

/** Longest text of a reader that is shown, in UTF-16 units: two or three sentences. */
export const TEXT_LIMIT = 420

/** What a reader's text may draw on: the person's words, the rows at hand, and the ladder's own names. */
export type Sources = {
  readonly evidence: string
  readonly rows: string
  readonly ladder: Ladder
  readonly goal: Goal
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  hundred: '100',
  hundreds: '100',
  thousand: '1000',
  thousands: '1000',
  million: '1000000',
  millions: '1000000',
  dozen: '12',
  dozens: '12',
  twice: '2',
  double: '2',
  doubled: '2',
  triple: '3',
  tripled: '3',
  half: '50',
  halved: '50',
  halving: '50',
  percent: '%',
}

/** Words that open a sentence and are no name. Others are fine where the evidence or the ladder has them. */
const OPENERS = new Set(
  `a about across add after against all also although an and another any are as ask at be because before both
  bring but by can choose clear collect concrete could describe did do document does draft each either even every
  evidence example explain find first for from future give has have having here how however i if in include instead
  is it its keep later lead less let link list look made make many may measure mention more most much name neither
  next no none nor not note nothing now of offer on once one only open or other others otherwise our own ownership
  part people perhaps pick pitch plan point propose publish put quote record results review run say second send set
  several shadow share should show similar since so some something state still strong such take tell than that the
  their them then there these they this those though through to try under unless until up use volunteer was we were
  what when where whether which while who whose why will with within without work would write yet you your yours
    agree aim arrange attach back begin besides beyond break build call capture check close compare confirm connect
    consider create decide define demonstrate despite discuss draw drive end ensure expand explore extend facilitate
    fewer fill final follow further gather get give go good great half hand help hold host identify impact improve
    increase initiate instead introduce invite join keep key know lay learn level line log long mark mentor move near
    negotiate new nominate note organise organize outline outside overall own pair part past per place plans post
    prepare present propose prove provide push raise reach read reduce refer reflect relate remember repeat report
    request resolve reuse reveal rework role round schedule seek separate solve speak spell split spread start still
    strength strengthen submit summarise summarize support swap talk teach test thanks think tie time today together
    track trade train translate turn understand update useful value verify visible walk weigh whenever whole wins`
    .split(/\s+/)
    .filter(Boolean),
)

/** Endings that names rarely have: an opener like "Mentoring" or "Reviewed" is a word of the language. */
const WORD_ENDING = /(?:ing|ed|ly|tion|sion|ment|ness|ity|ance|ence|able|ible|ful|less|ship|ers)$/

/** Verdicts that no review may hold: scores, ratings, promises. A promotion is decided by people. */
const VERDICT =
  /\b(?:scor(?:e|es|ed|ing)|ratings?|rated?(?= (?:you|me|this|it|as|at)\b)|grade[sd]?|promot(?:e|ed|es|ion|ions|able)|guarantee[sd]?|deserv(?:e|es|ed|ing)|(?:exceeds|meets|below) expectations|out of (?:ten|five|10|5)|top performer|underperform\w*)\b/i

/** The person instead of the work. */
const PERSONALITY =
  /\b(?:you are|you're|you seem|you sound) (?:(?:a|an|very|so|too|not|quite|clearly|truly|really) )*(?:smart|brilliant|talented|gifted|lazy|weak|junior|senior|aggressive|abrasive|emotional|nice|natural|rock ?star|genius|humble|arrogant|bossy|quiet|shy|confident|amazing|great|excellent)\b/i

/** Abbreviations of the trade that are no names. */
const GENERIC = /^(?:RFC|ADR|PR|MR|SLO|SLI|SLA|KPI|API|CI|CD|UI|DB|SRE|MTTR|ID|URL)s?$/

const MARKUP = /<[@!#]|<(?:https?|mailto|tel|javascript|data):|@(?:channel|here|everyone)\b/i
const LINK =
  /\b(?:https?:\/\/|www\.|mailto:|javascript:|data:)|\b[\w-]+\.(?:com|org|net|io|dev|ai|co|app|xyz|me|info|example)\b/i

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

const QUOTED =
  /"([^"]+)"|“([^”]+)”|«([^»]+)»|‘([^’]+)’|(?<![\p{L}\p{N}])'([^']{2,})'(?![\p{L}\p{N}])|`([^`]+)`/gu

const quoteObjections = (text: string, sources: Sources): string[] => {
  const known = squash(`${sources.evidence} ${sources.rows}`)
  return [...text.matchAll(QUOTED)]
    .map((match) => match.slice(1).find((inner) => inner !== undefined) ?? '')
    .filter(
      (inner) =>
        !known.includes(
          squash(inner)
            .replace(/[.,;:!?…]+$/, '')
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

/**
 * Why a reader's text may not be shown, in sentences for that reader; empty when it may. Deterministic, and
 * stricter than a person would be: a refused text is asked for again once, a false one would be believed.
 */
export const textObjections = (text: string, sources: Sources): string[] => [
  ...(text.trim() === '' ? ['it is empty'] : []),
  ...(text.length > TEXT_LIMIT ? [`it is longer than ${TEXT_LIMIT} characters`] : []),
  ...(MARKUP.test(text) || LINK.test(text) ? ['it holds a link, a mention or markup'] : []),
  ...(VERDICT.test(text) ? ['it gives a score, a rating or a promise about promotion'] : []),
  ...(PERSONALITY.test(text) ? ['it judges the person instead of the work'] : []),
  ...numberObjections(text, sources),
  ...quoteObjections(text, sources),
  ...nameObjections(text, sources),
  ...levelObjections(text, sources),
]

/** Steps that nobody could see done: attitudes, and "more of" things. */
const UNSEEN =
  /^(?:please )?(?:keep in mind|keep (?:up|doing|on)|continue|try|strive|aim|be|become|stay|remain|grow|focus|work on|think about|consider|demonstrate|make sure|learn to)\b/i

/** A time beyond weeks. */
const FAR = /\b(?:years?|next year|half[- ]year|long[- ]term|over time|eventually|someday|in the future)\b/i

/** Why a next step is none that somebody can do within weeks and others can see. */
export const stepObjections = (text: string): string[] => [
  ...(UNSEEN.test(text.trim())
    ? ['it asks for an attitude: name one thing to do that others could see done']
    : []),
  ...(FAR.test(text) ? ['it takes longer than weeks'] : []),
]
