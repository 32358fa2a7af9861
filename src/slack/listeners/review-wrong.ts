import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt'
import type { Log } from '../../coaching/ports.ts'
import type { CorrectReview, SaidOfReview } from '../../coaching/review/correct-review.ts'
import { CORRECTIONS } from '../../domain/review/review.ts'
import { answerClick, chosen, factOf, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { correctionModal } from '../views/review/correction-modal.ts'
import {
  agreedView,
  CORRECTION_LACKS,
  chosenBeforeView,
  chosenView,
  goneView,
  notOpenView,
  troubleView,
} from '../views/trouble.ts'

type Values = SlackViewMiddlewareArgs['view']['state']['values']

const opening =
  (correctReview: CorrectReview, log: Log, as: 'wrong' | 'move') =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { trigger_id } = args.body
      const opened = await correctReview.open(ownerOf(args.context, args.body.user.id), chosen(args.body))
      if (typeof opened === 'string') return { said: notOpenView(opened), replace: false, beside: true }
      await args.client.views.open({ trigger_id, view: correctionModal(opened, as) })
      return null
    })

/** "This is wrong" under a review asks what is wrong. */
export function reviewWrong(correctReview: CorrectReview, log: Log) {
  return opening(correctReview, log, 'wrong')
}

/** "Move to another competency" in the list asks which one. */
export function evidenceMove(correctReview: CorrectReview, log: Log) {
  return opening(correctReview, log, 'move')
}

/** The correction in the form. A finding without a chosen mistake is wrong in some way. */
const saidIn = (values: Values): SaidOfReview => {
  const choice = (block: string): string | null => values[block]?.choice?.selected_option?.value ?? null
  const competency = choice('finding')
  const meant = choice('meant')
  const what = choice('what')
  const kind = CORRECTIONS.find((one) => one === what) ?? (meant ? 'other-competency' : 'other')
  return {
    correction: competency === null && meant === null ? null : { kind, competency, meant },
    words: values.words?.text?.value?.trim() || null,
    offered: (values.offer?.choice?.selected_options?.length ?? 0) > 0,
  }
}

/** Errors in the form, by the block under which they are shown. */
const lacking = (said: SaidOfReview, values: Values): Record<string, string> | null => {
  const { correction, words } = said
  if (correction === null && words === null)
    return values.words ? { words: CORRECTION_LACKS.all } : { meant: CORRECTION_LACKS.meant }
  if (correction === null) return null
  if (correction.competency === null && values.finding) return { finding: CORRECTION_LACKS.finding }
  if (correction.kind === 'other-competency' && correction.meant === null)
    return { meant: CORRECTION_LACKS.meant }
  return null
}

/** Stores a correction before the modal closes, so that a failure loses none of it. */
export function reviewWrongSubmitted(correctReview: CorrectReview, log: Log) {
  return async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { values } = view.state
    const said = saidIn(values)
    const errors = lacking(said, values)
    if (errors) return ack({ response_action: 'errors', errors })
    const owner = ownerOf(context, body.user.id)
    const evidenceId = view.private_metadata
    const source = `form:${view.id}`
    const under = values.words ? 'words' : 'meant'
    try {
      const outcome = await correctReview.correct(owner, evidenceId, source, said)
      if (outcome === 'gone')
        return await ack({ response_action: 'errors', errors: { [under]: goneView().text } })
      await ack()
    } catch (error) {
      log.error({ action: 'review-wrong', ...factOf(error) }, 'submission failed')
      return ack({ response_action: 'errors', errors: { [under]: troubleView().text } })
    }
    await correctReview
      .confirm(owner, evidenceId, source, said.correction !== null)
      .catch((error: unknown) => log.warn({ action: 'review-wrong', ...factOf(error) }, 'not confirmed'))
  }
}

/** "Looks right" under a review. */
export function reviewRight(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.agree(owner, chosen(args.body))
      return { said: outcome === 'gone' ? goneView() : agreedView(), replace: false }
    })
}

/** A choice between competencies for a sentence. The value is the piece, the span, and the competency or "-". */
export function reviewChoose(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId = '', span = '', ...rest] = chosen(args.body).split(' ')
      const competency = rest.join(' ')
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.choose(
        owner,
        evidenceId,
        span,
        competency === '-' ? null : competency,
      )
      if (outcome === 'kept') return { said: chosenView(), replace: false }
      return { said: outcome === 'known' ? chosenBeforeView() : notOpenView(outcome), replace: false }
    })
}
