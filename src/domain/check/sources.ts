import { bulletsOf, competenciesOf, type Ladder } from '../ladder/ladder.ts'
import type { KnownNames } from '../mask/surnames.ts'
import type { Goal } from '../person.ts'
import { inEnglish } from '../text/language.ts'
import { onceFor } from '../text/once-for.ts'
import { hostsIn } from './check-hosts.ts'
import { numbersOf } from './known-numbers.ts'

/** What a reader's text may draw on: the person's words, the rows in question, and the names on the ladder. */
export type Sources = {
  readonly evidence: string
  readonly rows: string
  readonly ladder: Ladder
  readonly goal: Goal
  /** Known names of people, or undefined if they were not loaded. */
  readonly names?: KnownNames | undefined
  /** How many things the text has, such as paragraphs. "Two incidents" may count those. */
  readonly counts?: ReadonlySet<number>
}

const writtenWords = (text: string): Set<string> =>
  new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’+#-]*/gu) ?? [])

const vocabulary = onceFor((ladder: Ladder): string =>
  [
    ladder.name,
    ...ladder.levels.map((level) => level.title),
    ...ladder.areas.map((area) => area.name),
    ...competenciesOf(ladder).map((competency) => `${competency.name} ${competency.subtitle ?? ''}`),
    ...Object.values(ladder.rows).flatMap((row) => Object.values(row).flatMap(bulletsOf)),
  ].join(' '),
)

/** Every word of a ladder, in lower case. */
export const wordsOfLadder = onceFor((ladder: Ladder) => writtenWords(vocabulary(ladder).toLowerCase()))

/** Everything that a text may name. */
export const toldBy = onceFor(
  ({ evidence, rows, ladder }: Sources) => `${evidence} ${rows} ${vocabulary(ladder)}`,
)

// All texts of an answer share these sources, so the words are collected once.

/** The numbers in the evidence and the rows. */
export const numbersIn = onceFor(({ evidence, rows }: Sources) => numbersOf(evidence, rows))

/** Every word of the evidence and the rows, in lower case. */
export const ownWords = onceFor(({ evidence, rows }: Sources) =>
  writtenWords(`${evidence} ${rows}`.toLowerCase()),
)
const evidenceInEnglish = onceFor(({ evidence }: Pick<Sources, 'evidence'>) => inEnglish(evidence))

const hostsOfWords = onceFor(({ evidence, rows }: Sources) => hostsIn(`${evidence} ${rows}`))
const hostsOfLadder = onceFor((ladder: Ladder) => hostsIn(vocabulary(ladder)))

/** Whether the sources name a file or host, given in lower case. */
export function namesHost(sources: Sources, host: string): boolean {
  return hostsOfWords(sources).has(host) || hostsOfLadder(sources.ladder).has(host)
}

/** Whether a text is not in English, judged by its evidence if the text is too short to tell. */
export function isForeign(text: string, sources: Pick<Sources, 'evidence'>): boolean {
  const isEnglish = inEnglish(text)
  return isEnglish === 'no' || (isEnglish === 'unsure' && evidenceInEnglish(sources) === 'no')
}
