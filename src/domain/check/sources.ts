import { bulletsOf, competenciesOf, type Ladder } from '../ladder/ladder.ts'
import type { KnownNames } from '../mask/surnames.ts'
import type { Goal } from '../person.ts'
import { inEnglish } from '../text/language.ts'
import { onceFor } from '../text/once-for.ts'
import { hostsIn } from './check-hosts.ts'
import { numbersOf } from './known-numbers.ts'

/** What a reader's text may draw on: the person's words, the rows at hand, and the ladder's own names. */
export type Sources = {
  readonly evidence: string
  readonly rows: string
  readonly ladder: Ladder
  readonly goal: Goal
  /** Names that people have; undefined: nobody told. */
  readonly names?: KnownNames | undefined
  /** How many things the text has, such as paragraphs: "two incidents" may be counted from them. */
  readonly counts?: ReadonlySet<number>
}

const wordsOf = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’+#-]*/gu) ?? [])

const vocabulary = onceFor((ladder: Ladder): string =>
  [
    ladder.name,
    ...ladder.levels.map((level) => level.title),
    ...ladder.areas.map((area) => area.name),
    ...competenciesOf(ladder).map((competency) => `${competency.name} ${competency.subtitle ?? ''}`),
    ...Object.values(ladder.rows).flatMap((row) => Object.values(row).flatMap(bulletsOf)),
  ].join(' '),
)

/** Every word of a ladder, small. */
export const wordsOfLadder = onceFor((ladder: Ladder) => wordsOf(vocabulary(ladder).toLowerCase()))

/** All that a text may name. */
export const toldBy = onceFor(
  ({ evidence, rows, ladder }: Sources) => `${evidence} ${rows} ${vocabulary(ladder)}`,
)

// Every text of an answer is held to the same words: what is found in them is found once.

/** The numbers of the words at hand. */
export const numbersIn = onceFor(({ evidence, rows }: Sources) => numbersOf(evidence, rows))

/** Every word of the evidence and the rows, small. */
export const ownWords = onceFor(({ evidence, rows }: Sources) => wordsOf(`${evidence} ${rows}`.toLowerCase()))
const languageOf = onceFor(({ evidence }: Pick<Sources, 'evidence'>) => inEnglish(evidence))

const hostsOfWords = onceFor(({ evidence, rows }: Sources) => hostsIn(`${evidence} ${rows}`))
const hostsOfLadder = onceFor((ladder: Ladder) => hostsIn(vocabulary(ladder)))

/** Whether the sources name a file or host, given in small letters. */
export function namesHost(sources: Sources, host: string): boolean {
  return hostsOfWords(sources).has(host) || hostsOfLadder(sources.ladder).has(host)
}

/** Whether a text is in a language in which a capital says nothing here, as its evidence is. */
export function isForeign(text: string, sources: Pick<Sources, 'evidence'>): boolean {
  const said = inEnglish(text)
  return said === 'no' || (said === 'unsure' && languageOf(sources) === 'no')
}
