import { CoachError } from '../../domain/coach-error.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import { competencyOf, type Ladder } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'
import { standingOf } from '../../domain/review/cap-findings.ts'
import type { FindingCorrection } from '../../domain/review/correct-findings.ts'
import { followFindings } from '../../domain/review/follow-findings.ts'
import type { Review } from '../../domain/review/review.ts'
import { isDisputed, undisputed } from '../../domain/review/undisputed.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Ladders, Log, Messenger, SecretRules } from '../ports.ts'
import type { Texts } from '../texts-port.ts'
import {
  agreedAll,
  type CorrectionContext,
  chosen,
  type FindingVerdict,
  judged,
  type SaidOfReview,
  wrong,
} from './corrected-review.ts'
import type { CorrectedReview, LabelStore } from './label-store.ts'
import { findReview, ladderOfReview, openReview } from './open-review.ts'
import type { PostStore } from './post-store.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> &
    Pick<ReviewStore, 'review'> &
    Pick<LabelStore, 'correctReview' | 'remarks' | 'lastCorrected'> &
    Pick<LadderStore, 'ladderVersion'> &
    PostStore
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly hasModel: boolean
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/**
 * `gone`: the piece was deleted or is not there. `unread`: it is being read again, so the buttons belong to old words.
 */
export type CorrectionOutcome = 'kept' | 'known' | 'gone' | 'unread'

/** A correction that was taken back: the piece, and the name of the competency that its words are under again. */
type Undone = { readonly evidence: Evidence; readonly under: string }

export type CorrectReview = ReturnType<typeof makeCorrectReview>

/** What a correction did, without where it is said. */
export const correctionKept = (
  evidenceId: string,
  correction: FindingCorrection | null,
  ladder: Ladder | null,
  fact: string | null,
) => {
  const meant = correction?.kind === 'other-competency' ? correction.meant : null
  const putUnder = (ladder && meant && competencyOf(ladder, meant)?.name) || null
  return { kind: 'correction-kept', changed: correction !== null, putUnder, fact, evidenceId } as const
}

/** Stores what `say` makes of the newest review. `fresh` is true if that review is of the newest words. */
const keep = async (
  deps: Pick<Deps, 'store' | 'ladders' | 'texts' | 'now' | 'log'>,
  owner: Owner,
  evidenceId: string,
  source: string,
  say: (review: Review, around: CorrectionContext, fresh: boolean) => CorrectedReview | null,
): Promise<'kept' | 'known' | 'gone'> => {
  const { store, ladders, texts, now, log } = deps
  const [evidence, review] = await Promise.all([
    store.evidence(owner, evidenceId),
    store.review(owner, evidenceId),
  ])
  const ladder = review ? await ladderOfReview(review, ladders, store) : null
  if (!evidence || !review || !ladder) return 'gone'
  // If the spans could not be cut in time, this throws, and the person may try again. Nothing is corrected by guessing.
  const { spans } = await texts.quote(owner, evidence, review)
  let newer = false
  const outcome = await store.correctReview(owner, evidenceId, source, now(), (newest, fresh) => {
    // The piece was read again in between, so the spans of that reading are needed first.
    newer = newest.id !== review.id
    if (newer) return null
    const change = say(newest, { evidence, spans, ladder }, fresh && evidence.revision === newest.revision)
    if (change === null || change.findings === newest.findings) return change
    const standing = standingOf(undisputed(change.findings), spans)
    return { ...change, ...followFindings(newest, change.findings), standing }
  })
  if (newer) return keep(deps, owner, evidenceId, source, say)
  log.info({ evidenceId, outcome }, 'feedback on a review')
  return outcome
}

/** An undo in the DM is about a correction that was made at most this long before, in minutes. */
const JUST_NOW = 60

/** What taking back a correction of a finding is. Null if its review has nothing to take back. */
const undone = (
  { findings }: Review,
  { kind, competency, meant }: FindingCorrection,
): { readonly about: string; readonly verdict: 'back' | 'right'; readonly under: string } | null => {
  const moved =
    kind === 'other-competency'
      ? findings.find((one) => one.competency === meant && one.correction?.before)
      : null
  const before = moved?.correction?.before
  if (moved && before) return { about: moved.competency, verdict: 'back', under: before.competency }
  const called =
    kind === 'other' ? findings.find((one) => one.competency === competency && isDisputed(one)) : null
  return called ? { about: called.competency, verdict: 'right', under: called.competency } : null
}

/**
 * Stores what a person says about a review, and applies it to this review and all later ones. It never argues. `source`
 * names the click, form or reply: each is stored once.
 */
export function makeCorrectReview(deps: Deps) {
  const { store, secrets } = deps
  const revisionOf = async (owner: Owner, evidenceId: string): Promise<number> =>
    (await store.evidence(owner, evidenceId))?.revision ?? 0

  /** Records a person's click on one finding. */
  const judge = async (
    owner: Owner,
    evidenceId: string,
    competency: string,
    verdict: FindingVerdict,
  ): Promise<CorrectionOutcome> => {
    let why: 'unread' | 'known' | null = null
    const said = typeof verdict === 'string' ? verdict : `rather:${verdict.rather}`
    const source = `finding:${await revisionOf(owner, evidenceId)}:${competency}:${said}`
    const outcome = await keep(deps, owner, evidenceId, source, (review, around, fresh) => {
      const change = fresh ? judged(review, competency, verdict, around) : null
      why = fresh ? (change === null ? 'known' : null) : 'unread'
      return change
    })
    return why ?? outcome
  }

  return {
    judge,

    /**
     * Takes back the last correction of a piece, or without one of the piece that was corrected just now. Null if there
     * is none that can be taken back. Throws CoachError `not-yet` while the piece is being read again.
     */
    undo: async (owner: Owner, evidenceId: string | null): Promise<Undone | null> => {
      const last = evidenceId === null ? await store.lastCorrected(owner) : null
      const isNew =
        last !== null && last.at.add({ minutes: JUST_NOW }).epochMilliseconds > deps.now().epochMilliseconds
      const id = evidenceId ?? (isNew ? last.evidenceId : null)
      if (id === null) return null
      const [evidence, review, remarks] = await Promise.all([
        store.evidence(owner, id),
        store.review(owner, id),
        store.remarks(owner, id),
      ])
      const said = remarks.findLast((one) => one.kind === 'correction')
      const ladder = review ? await ladderOfReview(review, deps.ladders, store) : null
      const found = review && said ? undone(review, said.correction) : null
      if (!evidence || !ladder || !found) return null
      const outcome = await judge(owner, id, found.about, found.verdict)
      if (outcome === 'unread') throw new CoachError('not-yet', 'The evidence is being reviewed again')
      return outcome === 'gone'
        ? null
        : { evidence, under: competencyOf(ladder, found.under)?.name ?? found.under }
    },

    /** The review that a form asks about. */
    open: (owner: Owner, evidenceId: string) => findReview(deps, owner, evidenceId),

    /** The same with its quotes, for a form about some of them. */
    openQuoted: (owner: Owner, evidenceId: string) => openReview(deps, owner, evidenceId),

    /** Records "Looks right" for the current findings. */
    agree: async (owner: Owner, evidenceId: string, source?: string): Promise<CorrectionOutcome> => {
      const revision = await revisionOf(owner, evidenceId)
      return keep(deps, owner, evidenceId, source ?? `right:${revision}`, agreedAll)
    },

    correct: async (
      owner: Owner,
      evidenceId: string,
      source: string,
      said: SaidOfReview,
    ): Promise<CorrectionOutcome> => {
      const words = said.words === null ? null : (await secrets.take(said.words, owner)).text
      const put = { ...said, words }
      return keep(deps, owner, evidenceId, source, (review, around) => wrong(review, put, around))
    },

    /** Makes a proposed correction. Also `gone` if the review no longer has such a finding. */
    accept: async (
      owner: Owner,
      evidenceId: string,
      source: string,
      correction: FindingCorrection,
    ): Promise<CorrectionOutcome> =>
      keep(deps, owner, evidenceId, source, (review, around) => {
        const { competency } = correction
        const isThere = review.findings.some((one) => one.competency === competency && !isDisputed(one))
        const said = { correction, words: null, offered: false }
        return isThere || (competency === null && review.findings.length === 0)
          ? wrong(review, said, around)
          : null
      }),

    /** Confirms a correction in the thread. This is a courtesy, because the correction is stored already. */
    confirm: async (
      owner: Owner,
      evidenceId: string,
      source: string,
      correction: FindingCorrection | null,
    ): Promise<void> => {
      const [evidence, review] = await Promise.all([
        store.evidence(owner, evidenceId),
        store.review(owner, evidenceId),
      ])
      if (!evidence?.thread) return
      const ladder = review ? await ladderOfReview(review, deps.ladders, store) : null
      const thread = await openThreadPosts(deps, evidence, 1)
      await thread.say({ ...correctionKept(evidenceId, correction, ladder, null), part: source })
    },

    /** Records which of several competencies a sentence is about. Null means none of them. */
    choose: async (
      owner: Owner,
      evidenceId: string,
      span: string,
      competency: string | null,
    ): Promise<CorrectionOutcome> => {
      let unread = false
      // A sentence that fits none of the offered competencies may still be placed later.
      const source = `choice:${await revisionOf(owner, evidenceId)}:${span}:${competency ?? '-'}`
      const outcome = await keep(deps, owner, evidenceId, source, (review, around, fresh) => {
        unread = !fresh
        return fresh ? chosen(review, { span, competency }, around) : null
      })
      return unread ? 'unread' : outcome
    },
  }
}
