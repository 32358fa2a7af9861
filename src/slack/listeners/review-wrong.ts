import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt'
import type { CorrectReview } from '../../coaching/correct-review.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, factOf, ownerOf } from '../answer.ts'
import { correctionModal } from '../views/correction-modal.ts'
import { goneView, troubleView } from '../views/trouble.ts'

/** "This is wrong" under a review asks what is wrong. */
export const reviewWrong =
  (log: Log) =>
  (args: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> =>
    answerClick(args, log, async () => {
      const { trigger_id, actions } = args.body
      await args.client.views.open({ trigger_id, view: correctionModal(actions[0]?.value ?? '') })
      return null
    })

/** What the person says is wrong; kept before the modal closes, so that a failure loses none of it. */
export const reviewWrongSubmitted =
  (correctReview: CorrectReview, log: Log) =>
  async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const text = view.state.values.what?.text?.value ?? ''
    try {
      const outcome = await correctReview(ownerOf(context, body.user.id), view.private_metadata, text)
      if (outcome === 'kept') await ack()
      else await ack({ response_action: 'errors', errors: { what: goneView().text } })
    } catch (error) {
      log.error({ action: 'review-wrong', ...factOf(error) }, 'submission failed')
      await ack({ response_action: 'errors', errors: { what: troubleView().text } })
    }
  }
