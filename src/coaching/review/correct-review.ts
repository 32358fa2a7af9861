import type { Evidence, Span } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'
import {
  chosenFinding,
  correctFindings,
  type FindingCorrection,
} from '../../domain/review/correct-findings.ts'
import { remarkOf } from '../../domain/review/remarks.ts'
import type { Review } from '../../domain/review/review.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Ladders, Log, Messenger, SecretRules } from '../ports.ts'
import type { Texts } from '../texts-port.ts'
import type { CorrectedReview, Label, LabelStore } from './label-store.ts'
import { findReview, ladderOfReview } from './open-review.ts'
import type { PostStore } from './post-store.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> &
    Pick<ReviewStore, 'review'> &
    Pick<LabelStore, 'correctReview'> &
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

/** What a person says of a review. */
export type SaidOfReview = {
  /** null: they did not say which finding. */
  readonly correction: FindingCorrection | null
  /** As they wrote them; secrets are taken out before anything is kept. */
  readonly words: string | null
  /** True: the sentences of that finding may be kept for testing the coach. */
  readonly offered: boolean
}

/** `gone`: deleted, or not there any more; `unread`: it is being read again, and the buttons are of old words. */
export type CorrectionOutcome = 'kept' | 'known' | 'gone' | 'unread'

export type CorrectReview = ReturnType<typeof makeCorrectReview>

const NO_LABEL: Label = {
  kind: 'right',
  competencySaid: null,
  competencyMeant: null,
  statusSaid: null,
  words: null,
  sentence: null,
  remark: null,
}

/** What is right about a review: its findings; one without a status is right about its competency. */
const agreed = ({ findings, choices }: Review): CorrectedReview => ({
  findings,
  choices,
  labels: findings.map(({ competency, status }) => ({
    ...NO_LABEL,
    competencySaid: competency,
    competencyMeant: competency,
    statusSaid: status,
  })),
})

/** The piece of a review, what of it the review and a correction speak of, and its ladder. */
type CorrectionContext = {
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  readonly ladder: Ladder
}

const wrong = (
  review: Review,
  { correction, words, offered }: SaidOfReview,
  { evidence, spans, ladder }: CorrectionContext,
): CorrectedReview => {
  const finding = review.findings.find(({ competency }) => competency === correction?.competency)
  const sentences = spans.filter(({ id }) => finding?.spans.includes(id))
  return {
    findings: correction ? correctFindings(review, correction, ladder, spans) : review.findings,
    choices: review.choices,
    labels: [
      {
        ...NO_LABEL,
        kind: 'wrong',
        competencySaid: finding?.competency ?? null,
        competencyMeant: correction?.meant ?? null,
        statusSaid: finding?.status ?? null,
        words,
        sentence: offered && sentences.length > 0 ? sentences.map(({ text }) => text).join(' ') : null,
        remark: correction && remarkOf(correction, evidence),
      },
    ],
  }
}

/** Which of several competencies a sentence is about; null: none of them. */
type Chosen = { readonly span: string; readonly competency: string | null }

/** What follows from a choice; null: the review does not ask for it. */
const chosen = (
  review: Review,
  { span, competency }: Chosen,
  { spans, ladder }: CorrectionContext,
): CorrectedReview | null => {
  const choice = review.choices.find((one) => one.span === span)
  const about = spans.find(({ id }) => id === span)
  if (!about || !choice || (competency !== null && !choice.between.includes(competency))) return null
  return {
    findings: competency === null ? review.findings : chosenFinding(review, span, competency, ladder, spans),
    choices: review.choices.filter((one) => one !== choice),
    labels: [
      {
        ...NO_LABEL,
        kind: 'choice',
        competencySaid: choice.between[0] ?? null,
        competencyMeant: competency,
        remark: { kind: 'choice', part: about.part, start: about.start, competency },
      },
    ],
  }
}

/** Keeps what `say` makes of the newest review; `fresh`: it is of the newest words. */
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
  // Where they could not be cut in time nothing is put right by guess: it throws, and they may try again.
  const { spans } = await texts.quote(owner, evidence, review)
  let newer = false
  const outcome = await store.correctReview(owner, evidenceId, source, now(), (newest, fresh) => {
    // It was read again in between: the spans of that reading are cut first.
    newer = newest.id !== review.id
    return newer
      ? null
      : say(newest, { evidence, spans, ladder }, fresh && evidence.revision === newest.revision)
  })
  if (newer) return keep(deps, owner, evidenceId, source, say)
  log.info({ evidenceId, outcome }, 'said of a review')
  return outcome
}

/**
 * Keeps what a person says of a review, and puts it into this one and all later ones. It never argues. `source`
 * names the click, form or reply: what is said twice by one of them is kept once.
 */
export function makeCorrectReview(deps: Deps) {
  const { store, secrets } = deps
  const revisionOf = async (owner: Owner, evidenceId: string): Promise<number> =>
    (await store.evidence(owner, evidenceId))?.revision ?? 0

  return {
    /** What a form asks about. */
    open: (owner: Owner, evidenceId: string) => findReview(deps, owner, evidenceId),

    /** "Looks right", of the findings as they stand. */
    agree: async (owner: Owner, evidenceId: string, source?: string): Promise<CorrectionOutcome> => {
      const revision = await revisionOf(owner, evidenceId)
      return keep(deps, owner, evidenceId, source ?? `right:${revision}`, agreed)
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

    /** Says in the thread that a correction is kept. A courtesy: what matters is kept already. */
    confirm: async (owner: Owner, evidenceId: string, source: string, changed: boolean): Promise<void> => {
      const evidence = await store.evidence(owner, evidenceId)
      if (!evidence?.thread) return
      const thread = await openThreadPosts(deps, evidence, 1)
      await thread.say({ kind: 'correction-kept', changed, part: source })
    },

    /** Which of several competencies a sentence is about; null: none of them. */
    choose: async (
      owner: Owner,
      evidenceId: string,
      span: string,
      competency: string | null,
    ): Promise<CorrectionOutcome> => {
      let unread = false
      const source = `choice:${await revisionOf(owner, evidenceId)}:${span}`
      const outcome = await keep(deps, owner, evidenceId, source, (review, around, fresh) => {
        unread = !fresh
        return fresh ? chosen(review, { span, competency }, around) : null
      })
      return unread ? 'unread' : outcome
    },
  }
}
