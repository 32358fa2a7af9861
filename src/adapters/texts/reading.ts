import type {
  Finished,
  MaskedWords,
  NamedMembers,
  ReadOffline,
  Unfinished,
  Words,
} from '../../coaching/texts-port.ts'
import { type Checked, checkAnswer as check } from '../../domain/check/check-answer.ts'
import type { CheckContext } from '../../domain/check/check-finding.ts'
import { batchesOf } from '../../domain/evidence/batches.ts'
import { readSpans, spansOf } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import { maskSpans } from '../../domain/mask/mask-spans.ts'
import type { Goal } from '../../domain/person.ts'
import { cappedAnswer, standingOf } from '../../domain/review/cap-findings.ts'
import { considerPiece } from '../../domain/review/consider-piece.ts'
import { withAbout, withRemarks } from '../../domain/review/remarks.ts'
import type { Answer } from '../../domain/review/review.ts'
import { readKnownNames } from '../names/known-names.ts'
import { makeEstimate } from '../reader/offline-reader.ts'
import { knownThemes } from '../reader/theme-bank.ts'
import { makeDates } from './dates.ts'

export { decideReply } from '../../domain/review/decide-reply.ts'
export { quotesOf } from '../../domain/review/quotes.ts'

const dates = makeDates()
const known = readKnownNames()
let estimating: ReturnType<typeof makeEstimate> | undefined

/** Reads offline with the bank of themes, which a worker that only masks does without. */
const estimate = (): ReturnType<typeof makeEstimate> => {
  estimating ??= makeEstimate({ themes: knownThemes() })
  return estimating
}

const masked = ({ evidence, limit }: Words, people: NamedMembers) => {
  const { spans, whole } = readSpans(evidence, limit)
  return { ...maskSpans(spans, { ...people, known }), sentences: spans.length, cut: !whole }
}

/** Keeps what holds of a reader's answer, with the names that people have. */
export function checkAnswer(answer: Answer, context: CheckContext): Checked {
  return check(answer, { ...context, names: known })
}

/** Takes names and contact data out of what a piece says, in batches as a model gets them. */
export function maskWords(words: Words, people: NamedMembers): MaskedWords {
  const { spans, named, key, leftOut, sentences, cut } = masked(words, people)
  return { batches: batchesOf(spans), named, key, leftOut, sentences, cut }
}

/** Reads a piece by its words alone, and keeps of that what the check lets through. */
export function readOffline(words: Words, people: NamedMembers, ladder: Ladder, goal: Goal): ReadOffline {
  const { spans, named, leftOut, sentences, cut } = masked(words, people)
  const { answer } = checkAnswer(estimate()({ ladder, goal, spans }), { ladder, goal, spans })
  return { answer, named, leftOut, sentences, cut }
}

/** Puts in what the person said of earlier reviews, and considers what stands beside the findings. */
export function finishReview({
  answer,
  remarks,
  named,
  kept,
  evidence,
  limit,
  sentences,
  ladder,
  goal,
  today,
}: Unfinished): Finished {
  const spans = spansOf(evidence, limit).slice(0, sentences)
  const around = { ladder, goal, about: evidence.about, spans }
  const borne = cappedAnswer(answer, spans)
  const read = withRemarks(withAbout(borne, around), remarks, around)
  const written = evidence.receivedAt.toZonedDateTimeISO('UTC').toPlainDate()
  const days = dates.in(
    spans.map(({ text }) => text),
    written,
  )
  const { findings } = read
  return {
    answer: read,
    standing: standingOf(findings, spans),
    ...considerPiece({ evidence, spans, days, findings, named, kept, ladder, today }),
  }
}
