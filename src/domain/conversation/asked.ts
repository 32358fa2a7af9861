import type { Ladder, Shelf } from '../ladder/ladder.ts'
import { ladderOf } from '../ladder/ladder.ts'
import { type LadderQuestion, lookupWords, questionOf } from '../ladder/question.ts'
import type { Place } from '../message/message.ts'
import { opensWithPhrase } from '../message/phrases.ts'
import type { Goal } from '../person.ts'
import { anyWord } from '../text/patterns.ts'
import { bareWords, plain } from '../text/plain.ts'
import { inUsualOrder } from './word-order.ts'
import { SHELL_WORDS } from './words/shell.ts'

/** What a question is understood from, besides its words. */
export type AskContext = {
  readonly place: Place
  readonly shelf: Shelf
  readonly goal: Goal | null
  readonly hasPieces: boolean
  readonly today: Temporal.PlainDate
  /** What the coach asked last in that thread. Null if it asked nothing. */
  readonly asked?: string | null
}

/** A question or command as its rules see it. */
export type Asked = AskContext & {
  /** As it was written. */
  readonly text: string
  /** Lower-case letters and digits without accents, apostrophes and punctuation. */
  readonly said: string
  /** The same without the words of politeness around it. */
  readonly core: string
  /** The ladder of the goal, or else the standard one, or else the first. */
  readonly ladder: Ladder
  /** The levels and competencies that are named in it. */
  readonly named: LadderQuestion
}

/** Lower-case letters and digits, as people type them who leave out accents and apostrophes. */
export function foldedWords(text: string): string {
  return withoutAccents(bareWords(text).replaceAll("'", ''))
}

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')

/** What people call the most usual competencies in other languages, without accents. */
const NAMES: Readonly<Record<string, string>> = {
  communication: 'kommunikation|comunicacion|comunicacao|comunicazione',
  planning: 'planung|planificacion|planification|planejamento|planeamento',
  trust: 'vertrauen|confianza|confiance|confianca',
  judgment: 'urteilsvermogen|urteilskraft|juicio|jugement|julgamento',
  ownership: 'verantwortung|eigenverantwortung|responsabilidad|responsabilite|responsabilidade',
  flexibility: 'flexibilitat|flexibilidad|flexibilite|flexibilidade',
  feedback: 'ruckmeldung|retroalimentacion',
  mastery: 'beherrschung|maestria|maitrise|dominio',
  scope: 'umfang|alcance|portee|escopo',
}
const NAME_PATTERNS = Object.entries(NAMES).map(
  ([name, others]) => [name, new RegExp(anyWord([others]), 'gu')] as const,
)

/** Words with the English names of competencies. */
const inEnglish = (words: string): string =>
  NAME_PATTERNS.reduce((text, [name, others]) => text.replace(others, name), words)

/** The words in which names of the ladder are looked for: neither addresses nor bare numbers, which name levels too. */
const namingWords = (text: string): string[] => {
  const words = lookupWords(inEnglish(withoutAccents(plain(text.replace(/https?:\/\/\S+/g, ' ')))))
  return words.filter(
    (word, at) => !/^\d+$/.test(word) || /^(?:level|lvl|stufe|nivel|niveau|l)$/.test(words[at - 1] ?? ''),
  )
}

const OPENS = opensWithPhrase(SHELL_WORDS.before)
const ENDS = new RegExp(`(?: (?:${SHELL_WORDS.after.trim().split(/\n\s*/).join('|')})){1,4}$`)

/** Most polite words that are removed in front, one after the other. */
const MOST_SHELLS = 8

/** Words without what only opens and closes a message politely. */
const coreOf = (said: string): string => {
  let core = said
  for (let nth = 0; nth < MOST_SHELLS; nth += 1) {
    const opening = OPENS.exec(core)?.[0]
    if (!opening || opening.length >= core.length) break
    core = core.slice(opening.length).trim()
  }
  return core.replace(ENDS, '') || said
}

/** Reads the words of a question, before any rule does. */
export function askedOf(text: string, context: AskContext): Asked {
  const { shelf, goal } = context
  const ladder = (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard ?? shelf.all[0]!
  const said = inUsualOrder(inEnglish(foldedWords(text)))
  return {
    ...context,
    text,
    said,
    core: inUsualOrder(coreOf(said)),
    ladder,
    named: questionOf(ladder, namingWords(text), true),
  }
}
