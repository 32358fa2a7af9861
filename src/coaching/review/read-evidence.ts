import { CoachError } from '../../domain/coach-error.ts'
import { type Evidence, evidenceParts } from '../../domain/evidence/evidence.ts'
import { mostOf, type ReadLimit } from '../../domain/evidence/read-limit.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import { factOf, remedyOf } from '../../domain/logged-failure.ts'
import { restorer } from '../../domain/mask/mask.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Earlier } from '../../domain/review/earlier.ts'
import { mergeAnswers } from '../../domain/review/merge-answers.ts'
import { addUse, type Budget } from '../../domain/review/model-use.ts'
import { restored } from '../../domain/review/restore-answer.ts'
import type { Answer, MaskedCounts, ModelUse, NoModel, ReadBy } from '../../domain/review/review.ts'
import { makeTurns, type Turns } from '../limits.ts'
import type { Log, Metrics, Model, People, ReadRequest } from '../ports.ts'
import { readWithin } from '../read-within.ts'
import type { MaskedWords, NamedMembers, Texts } from '../texts-port.ts'
import { type Batched, makeAskModel } from './ask-model.ts'
import type { ModelUseStore } from './model-use-store.ts'

/** How many questions this process asks a model at once, over all pieces. */
const ASKED_AT_ONCE = 20

type Deps = {
  /** Null if no model is configured. */
  readonly model: Model | null
  readonly texts: Texts
  readonly people: People
  readonly store: ModelUseStore
  readonly budget: Budget
  /** How long a model may take for one batch of a piece with all its attempts, in milliseconds. */
  readonly limitMs: number
  readonly metrics: Pick<Metrics, 'reviewed'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

type ReadingRequest = {
  readonly owner: Owner
  /** An id of ours for what is read. It is the same on every try. */
  readonly piece: string
  readonly ladder: Ladder
  readonly goal: Goal
  readonly evidence: Pick<Evidence, 'parts'>
  readonly earlier: readonly Earlier[]
  /** The competency that the piece is about, and the question that it answers. */
  readonly asked?: ReadRequest['asked']
  /** Called with how many of how many batches are read. Never called after the reading has ended. */
  readonly onBatch?: (done: number, batches: number) => Promise<void>
  /** Aborts when the person stops the reading. */
  readonly stopped?: AbortSignal
}

export type EvidenceRead = {
  readonly answer: Answer
  readonly readBy: ReadBy
  readonly use: ModelUse | null
  /** What was hidden from the reader. */
  readonly leftOut: MaskedCounts
  /** The ids of the spans that name somebody. */
  readonly named: ReadonlySet<string>
  /** How many sentences were read. */
  readonly sentences: number
  /** How much of a long piece was read. Null if all of it was. */
  readonly cut: ReadLimit | null
}

/** Why the model was not used, and what can be done about it if the log line before does not say so. */
const takenOver = (asked: NoModel): object => {
  const todo = remedyOf(asked)
  return { code: asked, ...(todo ? { todo } : {}) }
}

/** Errors that are not the model's fault, so that no other reader takes over. */
const PASSED_ON: ReadonlySet<string> = new Set(['store-unavailable', 'text-failed', 'reading-stopped'])

/** No names are known, because Slack did not say who there is. */
const NOBODY = { self: null, members: [] }

/** A piece to read, who may be named in it (null if Slack did not say), and how much of it to read at first. */
type Reading = {
  readonly question: ReadingRequest
  readonly names: NamedMembers | null
  readonly most: ReadLimit
}

const dayOf = ({ now }: Deps): Temporal.PlainDate => now().toZonedDateTimeISO('UTC').toPlainDate()

/** The batches in which something held. Throws CoachError `answer-invalid` if there are none. */
const heldOf = (answers: readonly Batched[]) => {
  // In a long text, some batches may hold nothing. If none holds anything, the text was not answered.
  const held = answers.flatMap(({ batch, answer, result }) =>
    answer && answer.findings.length + answer.questions.length > 0
      ? [{ offset: batch.offset, answer, result }]
      : [],
  )
  if (held.length === 0) throw new CoachError('answer-invalid', 'Nothing in the answer passed the checks')
  return held
}

/** Asks a model about masked words, and records the cost. Throws CoachError, including `answer-invalid`. */
const askAndPay = async (
  deps: Deps,
  {
    question,
    model,
    turns,
  }: { readonly question: ReadingRequest; readonly model: Model; readonly turns: Turns },
  { batches, key, leftOut, named, sentences }: MaskedWords,
  cut: ReadLimit | null,
): Promise<EvidenceRead> => {
  const { texts, store, limitMs, log } = deps
  const { owner, piece, ladder, goal, earlier, asked } = question
  const told: Promise<void>[] = []
  const asking = makeAskModel({
    model,
    texts,
    request: { owner, ladder, goal, earlier, ...(asked ? { asked } : {}) },
    batches,
    limitMs,
    turns,
    stopped: question.stopped,
    onBatch: (done) => void told.push(question.onBatch?.(done, batches.length) ?? Promise.resolve()),
  })
  const day = dayOf(deps)
  try {
    const answers = await model.rest(asking.all)
    const held = heldOf(answers)
    const use = addUse(asking.spent().uses)
    const objections = answers.flatMap((one) => one.objections).length
    log.info({ batches: held.length, objections, ...use }, 'model answered')
    const { model: name, prompt } = held[0]!.result
    const answer = restored(mergeAnswers(held), { restore: restorer(key) })
    return { answer, readBy: { reader: 'model', model: name, prompt }, use, leftOut, named, sentences, cut }
  } finally {
    // Every question that was asked is paid for, even if others failed.
    const { uses, unanswered } = asking.spent()
    const paid = uses.reduce((sum, use) => sum + (use?.microDollars ?? 0), 0)
    await Promise.allSettled(told)
    await store.settleModelUse(owner, {
      piece,
      day,
      microDollars: paid + unanswered,
      counts: uses.length > 0,
    })
  }
}

/** Reads with the model if nothing prevents it and the model answers. Otherwise says why not. */
const readByModel = async (
  deps: Deps,
  { question, names, most }: Reading,
  model: Model,
  turns: Turns,
): Promise<EvidenceRead | NoModel> => {
  const { texts, store, budget, log } = deps
  const { owner, piece, evidence } = question
  // Without the list of members, some name would be sent, and we promise that none is.
  if (names === null) return 'names-unknown'
  const { done: masked, cut } = await readWithin(most, (limit) =>
    texts.maskWords(owner, { evidence, limit }, names),
  )
  const reserve = masked.batches.reduce((sum, batch) => sum + model.estimate(batch.spans.length), 0)
  const taken = await store.takeModelUse(owner, { piece, day: dayOf(deps), budget, reserve })
  if (taken !== 'taken') return taken
  try {
    return await askAndPay(deps, { question, model, turns }, masked, cut)
  } catch (error) {
    if (!(error instanceof CoachError) || PASSED_ON.has(error.code)) throw error
    log.warn(factOf(error), 'model gave no answer')
    return error.code === 'model-resting' ? 'resting' : 'unavailable'
  }
}

/** Reads without a model. `asked` says why none was used. */
const readOffline = async (
  { texts, log }: Deps,
  { question, names, most }: Reading,
  asked: 'none' | NoModel,
): Promise<EvidenceRead> => {
  const { owner, evidence, ladder, goal } = question
  if (asked !== 'none') log.warn(takenOver(asked), 'offline reader takes over')
  const { done, cut } = await readWithin(most, (limit) =>
    texts.readOffline(owner, { evidence, limit }, names ?? NOBODY, ladder, goal),
  )
  const { answer, leftOut, named, sentences } = done
  return { answer, readBy: { reader: 'offline', asked }, use: null, leftOut, named, sentences, cut }
}

/**
 * Turns evidence into a checked answer. Names and contact data are hidden, and the text is read in batches. The model
 * reads if there is one and the budget lasts. Otherwise, or if nothing in its answer holds, the offline reader does. It
 * never fails because of a provider. A text that is too long is read in part. Throws CoachError `text-too-slow` if not
 * even part of it can be read, and `reading-stopped` if the person stopped the model.
 */
export function makeReadEvidence(deps: Deps) {
  const { model, people, metrics, now } = deps
  const turns = makeTurns(ASKED_AT_ONCE)

  return async (question: ReadingRequest): Promise<EvidenceRead> => {
    const from = now()
    const names = await people.of(question.owner)
    const most = mostOf(
      evidenceParts(question.evidence).reduce((sum, { reading }) => sum + reading.length, 0),
    )
    const reading = { question, names, most }
    const byModel = model === null ? 'none' : await readByModel(deps, reading, model, turns)
    const done = typeof byModel === 'string' ? await readOffline(deps, reading, byModel) : byModel
    metrics.reviewed({ readBy: done.readBy, seconds: now().since(from).total('seconds') })
    return done
  }
}
