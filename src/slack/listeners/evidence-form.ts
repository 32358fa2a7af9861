import type {
  AllMiddlewareArgs,
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt'
import type { LogEvidence, SaveMessage } from '../../coaching/log-evidence.ts'
import type { Log, People } from '../../coaching/ports.ts'
import { answerClick, factOf, ownerOf } from '../answer.ts'
import { logModal } from '../views/log-modal.ts'
import { nothingToSaveView, savedView, troubleView } from '../views/trouble.ts'

/** "Log evidence" among Slack's shortcuts. */
export const logShortcut =
  (log: Log) =>
  async ({ ack, shortcut, client }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs) => {
    await ack()
    await client.views
      .open({ trigger_id: shortcut.trigger_id, view: logModal('') })
      .catch((error: unknown) => log.error({ action: 'evidence-log', ...factOf(error) }, 'no form opened'))
  }

/** "Log evidence" under the list. */
export const logClick =
  (log: Log) =>
  (args: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> =>
    answerClick(args, log, async () => {
      await args.client.views.open({ trigger_id: args.body.trigger_id, view: logModal('') })
      return null
    })

/** The form; kept before it closes, so that a failure loses none of it. */
export const logSubmitted =
  (logEvidence: LogEvidence, log: Log) =>
  async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const text = (block: string): string => view.state.values[block]?.text?.value?.trim() ?? ''
    const date = view.state.values.when?.date?.selected_date
    if (text('what') === '')
      return ack({ response_action: 'errors', errors: { what: 'Write what happened, in your own words.' } })
    try {
      await logEvidence({
        owner: ownerOf(context, body.user.id),
        what: text('what'),
        part: text('part'),
        result: text('result'),
        link: text('link'),
        when: date ? Temporal.PlainDate.from(date) : null,
      })
      await ack()
    } catch (error) {
      log.error({ action: 'evidence-log', ...factOf(error) }, 'submission failed')
      await ack({ response_action: 'errors', errors: { what: troubleView().text } })
    }
  }

/** "Save as evidence" on a message anywhere. What comes of it goes to the person's own DM alone. */
export const saveShortcut =
  (saveMessage: SaveMessage, people: People, log: Log) =>
  async (args: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { ack, shortcut, context, respond } = args
    await ack()
    const answer = (said: { text: string }) =>
      respond({ response_type: 'ephemeral', replace_original: false, ...said })
    try {
      const owner = ownerOf(context, shortcut.user.id)
      const { user, text = '', ts } = shortcut.message
      if (text.trim() === '') return void (await answer(nothingToSaveView()))
      const own = user === shortcut.user.id
      const author = own ? null : ((user && (await people.nameOf(owner.team, user))) ?? 'a colleague')
      const outcome = await saveMessage({
        owner,
        channel: shortcut.channel.id,
        ts: ts ?? shortcut.message_ts,
        text,
        author,
      })
      await answer(savedView(outcome))
    } catch (error) {
      log.error({ action: 'evidence-save', ...factOf(error) }, 'message not saved')
      await answer(troubleView())
    }
  }
