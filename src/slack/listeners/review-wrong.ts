import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt'
import type { CorrectReview, SaidOfReview } from '../../coaching/correct-review.ts'
import type { Log } from '../../coaching/ports.ts'
import { CORRECTIONS } from '../../domain/review.ts'
import { answerClick, chosen, factOf, ownerOf } from '../answer.ts'
import { correctionModal } from '../views/correction-modal.ts'
import { agreedView, chosenView, goneView, troubleView } from '../views/trouble.ts'

type Click = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs
type Values = SlackViewMiddlewareArgs['view']['state']['values']

/** "This is wrong" under a review, and "Move" in the list, ask what is wrong. */
export const reviewWrong =
  (correctReview: CorrectReview, log: Log) =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { trigger_id } = args.body
      const shown = await correctReview.open(ownerOf(args.context, args.body.user.id), chosen(args.body))
      if (shown === null) return { said: goneView(), replace: false, beside: true }
      await args.client.views.open({ trigger_id, view: correctionModal(shown) })
      return null
    })

/** What the form says; a finding without what is wrong with it is wrong in some way. */
const saidIn = (values: Values): SaidOfReview => {
  const choice = (block: string): string | null => values[block]?.choice?.selected_option?.value ?? null
  const competency = choice('finding')
  const meant = choice('meant')
  const what = choice('what')
  const kind = CORRECTIONS.find((one) => one === what) ?? (meant ? 'other-competency' : 'other')
  return {
    correction: competency === null ? null : { kind, competency, meant },
    words: values.words?.text?.value?.trim() || null,
    offered: (values.offer?.choice?.selected_options?.length ?? 0) > 0,
  }
}

/** What the form lacks, by the block under which it is said. */
const lacking = (said: SaidOfReview): Record<string, string> | null => {
  if (said.correction === null && said.words === null)
    return { words: 'Choose a finding, or write what is wrong.' }
  if (said.correction?.kind === 'other-competency' && said.correction.meant === null)
    return { meant: 'Which competency is it about?' }
  return null
}

/** What the person says is wrong; kept before the modal closes, so that a failure loses none of it. */
export const reviewWrongSubmitted =
  (correctReview: CorrectReview, log: Log) =>
  async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const said = saidIn(view.state.values)
    const errors = lacking(said)
    if (errors) return ack({ response_action: 'errors', errors })
    try {
      const owner = ownerOf(context, body.user.id)
      const outcome = await correctReview.correct(owner, view.private_metadata, said)
      if (outcome === 'kept') await ack()
      else await ack({ response_action: 'errors', errors: { words: goneView().text } })
    } catch (error) {
      log.error({ action: 'review-wrong', ...factOf(error) }, 'submission failed')
      await ack({ response_action: 'errors', errors: { words: troubleView().text } })
    }
  }

/** "Looks right" under a review. */
export const reviewRight =
  (correctReview: CorrectReview, log: Log) =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.agree(owner, chosen(args.body))
      return { said: outcome === 'kept' ? agreedView() : goneView(), replace: false }
    })

/** One of several competencies under a sentence; the value is the piece, the span, and the competency or "-". */
export const reviewChoose =
  (correctReview: CorrectReview, log: Log) =>
  (args: Click): Promise<void> =>
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
      return { said: outcome === 'kept' ? chosenView() : goneView(), replace: false }
    })
