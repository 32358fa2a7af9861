import type { Period } from '../dates/year-part.ts'
import { periodSought } from '../evidence/list/period.ts'
import { wordSet } from '../text/patterns.ts'
import { competencyOf, type Ladder } from './ladder.ts'
import { type LadderQuestion, lookupWords, questionOf } from './question.ts'

/** What a list of evidence is limited to. `words` are looked for in the text of the pieces. */
export type EvidenceFilter = {
  readonly competency: string | null
  readonly period: Period | null
  readonly words: string | null
}

/** Longer words are not looked for. A button has to carry them. */
const MOST_WORDS = 60

/** Words that only ask for the list: "all about the failover", "any competency". */
const ASKING = wordSet(`
a about all and any anything at by competencies competency entries entry everything evidence find for from in
list me mention mentions mine my of one ones quarter search show something that the to what where which with
`)

const QUOTED = /["“”„«]([^"“”„«»\n]{1,200})["“”»]/

/** A misspelled name is taken as that name only if it is this long. Short words are names of tools. */
const LONG_ENOUGH = 6

/** The one competency that a question names and the words that it leaves. Null if it names none. */
const namedIn = (
  { competencies, spans }: LadderQuestion,
  words: readonly string[],
): { competency: string; rest: string[] } | null => {
  const [first] = competencies
  if (!first) return null
  const isNamed = (at: number): boolean =>
    spans.some(
      ({ from, to, referents }) =>
        at >= from && at < to && referents.length === 1 && referents[0]!.kind === 'competency',
    )
  return { competency: first.id, rest: words.filter((_, at) => !isNamed(at)) }
}

const isTelling = (word: string): boolean => !ASKING.has(word)

/** The competency in some words, by its name. Another form or a misspelling has to be all that is said. */
const competencyIn = (
  ladder: Ladder,
  words: readonly string[],
): { competency: string; rest: string[] } | null => {
  const exact = questionOf(ladder, words, true)
  const named = namedIn(exact, words)
  if (named && (!exact.loose || !named.rest.some(isTelling))) return named
  const telling = words.filter(isTelling)
  if (telling.length !== 1 || telling[0]!.length < LONG_ENOUGH) return null
  const meant = namedIn(questionOf(ladder, telling), telling)
  return meant && { ...meant, rest: [] }
}

/** The filter in the words after `/ladder evidence`. In quotation marks, they are always words to look for. */
export function evidenceFilterOf(
  text: string,
  ladder: Ladder | null,
  today: Temporal.PlainDate,
): EvidenceFilter {
  const quoted = QUOTED.exec(text)?.[1]?.trim() ?? ''
  const unquoted = text.replace(QUOTED, ' ')
  const timed = periodSought(unquoted, today)
  const untimed = timed?.rest ?? unquoted
  const words = lookupWords(untimed)
  const named = ladder ? competencyIn(ladder, words) : null
  const rest = (named?.rest ?? words).filter(isTelling)
  const asTyped = untimed
    .split(/\s+/)
    .filter((word) => lookupWords(word).some((one) => rest.includes(one)))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, ''))
  const sought = [quoted, ...asTyped].filter(Boolean).join(' ')
  return {
    competency: named?.competency ?? null,
    period: timed?.period ?? null,
    words: sought === '' ? null : sought.slice(0, MOST_WORDS).trim(),
  }
}

/** The words that `evidenceFilterOf` reads as this filter. */
export function wordsOfFilter({ competency, period, words }: EvidenceFilter, ladder: Ladder | null): string {
  const name = ladder && competency ? competencyOf(ladder, competency)?.name : null
  return [name ?? '', period?.label ?? '', words === null ? '' : `"${words}"`].filter(Boolean).join(' ')
}
