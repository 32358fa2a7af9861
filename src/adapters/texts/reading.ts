import type {
  Finished,
  MaskedWords,
  NamedMembers,
  ReadOffline,
  Unfinished,
  Words,
} from '../../coaching/texts-port.ts'
import { checkCase as checkOfCase } from '../../domain/check/case/check-case.ts'
import type { CaseContext, CaseSentence, HeldSentence } from '../../domain/check/case/told.ts'
import { type Checked, checkAnswer as check } from '../../domain/check/check-answer.ts'
import type { CheckContext } from '../../domain/check/check-finding.ts'
import { batchesOf } from '../../domain/evidence/batches.ts'
import { type Evidence, readSpans, type Span, spansOf } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import { maskSpans } from '../../domain/mask/mask-spans.ts'
import { confidentialIn } from '../../domain/packet/confidential.ts'
import type { Goal } from '../../domain/person.ts'
import { cappedAnswer, standingOf } from '../../domain/review/cap-findings.ts'
import { considerPiece } from '../../domain/review/consider-piece.ts'
import { followFindings } from '../../domain/review/follow-findings.ts'
import { withHeld } from '../../domain/review/held.ts'
import { withAbout, withRemarks } from '../../domain/review/remarks.ts'
import type { Answer } from '../../domain/review/review.ts'
import { undisputed } from '../../domain/review/undisputed.ts'
import { readKnownNames } from '../names/known-names.ts'
import { makeEstimate } from '../reader/offline-reader.ts'
import { knownThemes } from '../reader/theme-bank.ts'
import { makeDates } from './dates.ts'
import { datesOfSpans } from './span-dates.ts'

export { buildPacket } from '../../domain/packet/build-packet.ts'
export { objectionsOf } from '../../domain/packet/objections/objections.ts'
export { decideReply } from '../../domain/review/decide-reply.ts'
export { quotesOf } from '../../domain/review/quotes.ts'

const dates = makeDates()
const known = readKnownNames()
let estimating: ReturnType<typeof makeEstimate> | undefined

/** The offline reader with its themes. They are loaded late, because a worker that only masks does not need them. */
const estimate = (): ReturnType<typeof makeEstimate> => {
  estimating ??= makeEstimate({ themes: knownThemes() })
  return estimating
}

const masked = ({ evidence, limit }: Words, people: NamedMembers) => {
  const { spans, whole } = readSpans(evidence, limit)
  return { ...maskSpans(spans, { ...people, known }), sentences: spans.length, cut: !whole }
}

/** Checks a reader's answer and keeps what passes. Knows common names of people. */
export function checkAnswer(answer: Answer, context: CheckContext): Checked {
  return check(answer, { ...context, names: known })
}

/** Checks drafted sentences against their quotes. Knows common names of people. */
export function checkCase(sentences: readonly CaseSentence[], context: CaseContext): HeldSentence[] {
  return checkOfCase(sentences, { ...context, names: known })
}

/** Masks names and contact data in a piece, and splits it into batches for a model. */
export function maskWords(words: Words, people: NamedMembers): MaskedWords {
  const { spans, named, key, leftOut, sentences, cut } = masked(words, people)
  return { batches: batchesOf(spans), named, key, leftOut, sentences, cut }
}

/** Reads a piece without a model, and keeps what passes the check. */
export function readOffline(words: Words, people: NamedMembers, ladder: Ladder, goal: Goal): ReadOffline {
  const { spans, named, leftOut, sentences, cut } = masked(words, people)
  const { answer } = checkAnswer(estimate()({ ladder, goal, spans }), { ladder, goal, spans })
  return { answer, named, leftOut, sentences, cut }
}

/** Where each span is from. A message of another conversation was written when it was sent there. */
const sourceIn = ({ parts, receivedAt }: Evidence) => {
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('UTC').toPlainDate()
  const byPosition = new Map(
    parts.map(({ position, kind, writtenAt, file }) => [
      position,
      { written: dayOf(kind === 'saved' ? writtenAt : receivedAt), file: file?.name ?? null },
    ]),
  )
  return ({ part }: Span) => byPosition.get(part)!
}

/** Applies what the person said about earlier reviews, and adds what is considered next to the findings. */
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
  const borne = cappedAnswer(answer, spans)
  const judged = borne.headline !== null || borne.findings.some(({ status }) => status !== null)
  const around = { ladder, goal, about: evidence.about, spans, judged }
  // A model reads the words for sense again. Words alone would lose a deed behind what an edit added to it.
  const held = judged ? borne : withHeld(borne, evidence.parts, spans, ladder, goal)
  const read = withRemarks(withAbout(held, around), remarks, around)
  const days = datesOfSpans(dates, spans, sourceIn(evidence))
  const { findings } = read
  const { headline, nextSteps } = followFindings({ ...borne, considered: [] }, findings)
  return {
    answer: { ...read, headline, nextSteps },
    standing: standingOf(undisputed(findings), spans),
    confidential: confidentialIn(evidence, spans),
    ...considerPiece({ evidence, spans, days, findings, named, kept, ladder, today }),
  }
}
