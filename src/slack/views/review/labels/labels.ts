import type { CapReason, Standing, Status } from '../../../../domain/review/review.ts'

/** The fixed words of a review by AI, in one language. Competencies and levels keep their names from the ladder. */
export type ReviewLabels = {
  /** A BCP 47 tag, for months and lists of names. */
  readonly locale: string
  readonly sizes: Readonly<Record<Exclude<Standing, 'counts against'>, string>>
  /** `where` are names of competencies, or empty. */
  readonly countsAgainst: (where: string) => string
  readonly partAgainst: (where: string) => string
  readonly firstPiece: (name: string) => string
  readonly onePiece: string
  readonly morePieces: (pieces: number, since: string, name: string) => string
  readonly orders: (count: number) => string
  /** Our own sentence about the whole, for a review whose headline did not hold. */
  readonly says: Readonly<Record<Status, (names: string) => string>>
  readonly may: (names: string) => string
  readonly notTied: (asks: boolean) => string
  readonly decides: string
  readonly best: string
  readonly first: string
  readonly next: string
  readonly question: string
  /** About an answer to a nudge, where it is the first thing that is said. */
  readonly savedUnder: (name: string) => string
  readonly saved: string
  readonly stronger: string
  readonly whole: string
  readonly wasAsked: string
  readonly reply: string
  readonly yourPart: string
  readonly addToEntry: (text: string) => string
  readonly serves: (names: string) => string
  readonly nextSteps: string
  readonly anotherQuestion: string
  readonly panel: string
  readonly draft: string
  readonly halfPage: string
  readonly lacks: (text: string) => string
  readonly rest: string
  readonly blanks: string
  readonly others: string
  readonly touched: string
  readonly silent: (level: string) => string
  readonly asks: (level: string, sentence: string) => string
  readonly bothAsk: (levels: readonly [string, string], sentence: string) => string
  readonly nothingBeyond: (target: string, current: string, names: string) => string
  readonly notLookedAt: (names: string) => string
  /** A status as a sentence, without its full stop. */
  readonly status: Readonly<Record<Status | 'against' | 'match' | 'placed' | 'disputed', string>>
  readonly capped: Readonly<Record<CapReason, string>>
  readonly saidBy: (name: string) => string
  readonly why: (text: string) => string
  readonly gap: (text: string) => string
  readonly settles: (text: string) => string
  readonly alreadyAsks: (level: string, sentence: string) => string
  readonly showsWhat: (level: string, sentence: string) => string
  /** For the title of a row: how many of its sentences are shown, and what is said of the others. */
  readonly share: (shown: number, all: number) => string
  readonly further: (status: 'partly' | "can't tell", count: number) => string
}
