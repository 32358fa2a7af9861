import { type Correction, chosenFinding, correctFindings } from '../domain/correct-findings.ts'
import { spansOf } from '../domain/evidence.ts'
import type { Owner } from '../domain/person.ts'
import type { Review } from '../domain/review.ts'
import type { Ladders, Log, Messenger, SecretRules } from './ports.ts'
import type { ShownReview } from './replies.ts'
import { ladderOfReview } from './review-evidence.ts'
import type { Label, Store } from './store-port.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Store
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly hasModel: boolean
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** What a person says of a review in a form. */
export type SaidOfReview = {
  /** null: they did not say which finding. */
  readonly correction: Correction | null
  readonly words: string | null
  /** True: the sentences of that finding may be kept for testing the coach. */
  readonly offered: boolean
}

export type CorrectReview = ReturnType<typeof makeCorrectReview>

/** The label of a finding that a person agrees with; a finding without a status is right about its competency. */
export const rightLabels = ({ findings }: Pick<Review, 'findings'>): Label[] =>
  findings.map(({ competency, status }) => ({
    kind: 'right',
    competencySaid: competency,
    competencyMeant: competency,
    statusSaid: status,
    words: null,
    sentence: null,
  }))

/** Keeps what a person says of a review, and puts it into the review. It never argues. */
export const makeCorrectReview = (deps: Deps) => {
  const { store, messenger, ladders, hasModel, secrets, now, log } = deps

  /** The newest review of a piece with all that it takes to show it; null: it is gone. */
  const open = async (owner: Owner, evidenceId: string): Promise<ShownReview | null> => {
    const [evidence, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.review(owner, evidenceId),
    ])
    const ladder = review ? await ladderOfReview(review, ladders, store) : null
    return evidence && review && ladder ? { evidence, review, ladder, joinable: null, hasModel } : null
  }
  const put = async (
    shown: ShownReview,
    change: Pick<Review, 'findings' | 'choices'>,
    labels: readonly Label[],
  ): Promise<void> => {
    const { owner } = shown.evidence
    if (!(await store.correctReview(owner, shown.review, change, labels, now()))) return
    log.info({ evidenceId: shown.evidence.id, labels: labels.length }, 'review corrected')
    const thread = await openThreadPosts({ store, messenger, log }, shown.evidence, 1)
    await thread.sayAnew({ kind: 'review', ...shown, review: { ...shown.review, ...change } })
  }

  return {
    open,

    /** "Looks right". */
    agree: async (owner: Owner, evidenceId: string): Promise<'kept' | 'gone'> => {
      const shown = await open(owner, evidenceId)
      if (!shown) return 'gone'
      const { findings, choices } = shown.review
      return (await store.correctReview(
        owner,
        shown.review,
        { findings, choices },
        rightLabels(shown.review),
        now(),
      ))
        ? 'kept'
        : 'gone'
    },

    correct: async (
      owner: Owner,
      evidenceId: string,
      { correction, words, offered }: SaidOfReview,
    ): Promise<'kept' | 'gone'> => {
      const shown = await open(owner, evidenceId)
      if (!shown) return 'gone'
      const { review, evidence, ladder } = shown
      const finding = review.findings.find(({ competency }) => competency === correction?.competency)
      const sentences = spansOf(evidence).filter(({ id }) => finding?.spans.includes(id))
      const findings = correction ? correctFindings(review, correction, ladder, evidence) : review.findings
      await put(shown, { findings, choices: review.choices }, [
        {
          kind: 'wrong',
          competencySaid: finding?.competency ?? null,
          competencyMeant: correction?.meant ?? null,
          statusSaid: finding?.status ?? null,
          words: words === null ? null : (await secrets.take(words)).text,
          sentence: offered && sentences.length > 0 ? sentences.map(({ text }) => text).join(' ') : null,
        },
      ])
      const thread = await openThreadPosts({ store, messenger, log }, evidence, 1)
      await thread.say({
        kind: 'correction-kept',
        changed: findings !== review.findings,
        part: now().epochMilliseconds,
      })
      return 'kept'
    },

    /** Which of several competencies a sentence is about; null: none of them. */
    choose: async (
      owner: Owner,
      evidenceId: string,
      span: string,
      competency: string | null,
    ): Promise<'kept' | 'gone'> => {
      const shown = await open(owner, evidenceId)
      const choice = shown?.review.choices.find((one) => one.span === span)
      if (!shown || !choice || (competency !== null && !choice.between.includes(competency))) return 'gone'
      const { review, evidence, ladder } = shown
      const findings =
        competency === null ? review.findings : chosenFinding(review, span, competency, ladder, evidence)
      await put(shown, { findings, choices: review.choices.filter((one) => one !== choice) }, [
        {
          kind: 'choice',
          competencySaid: choice.between[0] ?? null,
          competencyMeant: competency,
          statusSaid: null,
          words: null,
          sentence: null,
        },
      ])
      return 'kept'
    },
  }
}
