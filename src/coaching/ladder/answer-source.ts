import type { Ladder, Shelf } from '../../domain/ladder/ladder.ts'

/** Where an answer comes from, for all its links and buttons. */
export type AnswerSource = {
  readonly ladder: Ladder
  /** The ladders at this moment. */
  readonly shelf: Shelf
  /** True if it is the only ladder, or the one that answers this person when they name none. */
  readonly home: boolean
  /** False if part of the question was corrected, matched loosely or ignored. */
  readonly exact: boolean
  /** True if every word of the question was used, so the answer may come before others. */
  readonly sure: boolean
  /** Counted from 1. A page past the end means the last one. */
  readonly page: number
}
