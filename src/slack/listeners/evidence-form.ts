import type {
  AllMiddlewareArgs,
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
} from '@slack/bolt'
import type { LogEvidence, SaveMessage } from '../../coaching/evidence/log-evidence.ts'
import type { CountNudge } from '../../coaching/nudge/count-nudge.ts'
import { aboutOf, type FindAsked } from '../../coaching/nudge/find-asked.ts'
import type { FindTopic } from '../../coaching/nudge/nudge-topic.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, factOf, ownerOf } from '../answer.ts'
import { openForm } from '../answer-in-view.ts'
import { type SlackMessage, wordsOf } from '../message/message-words.ts'
import { logAboutIn, logErrors, loggedModal, logModal } from '../views/evidence/log-modal.ts'
import { nudgePostOf } from '../views/nudge/nudge-form-id.ts'
import type { Said } from '../views/rich-text.ts'
import { savedView, troubleView } from '../views/trouble.ts'
import { messagesLink } from '../web-api/permalink.ts'

/** "Log evidence" among Slack's shortcuts. */
export function logShortcut(log: Log) {
  return async ({
    ack,
    shortcut,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs) => {
    await ack()
    await client.views
      .open({ trigger_id: shortcut.trigger_id, view: logModal('') })
      .catch((error: unknown) => log.error({ action: 'evidence-log', ...factOf(error) }, 'form not opened'))
  }
}

/** "Log evidence" under the list. */
export function logClick(log: Log) {
  return (args: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> =>
    answerClick(args, log, async () => {
      await openForm(args, logModal(''))
      return null
    })
}

/** Stores the form before it closes, so that a failure loses none of it. */
export function logSubmitted(
  logEvidence: LogEvidence,
  findTopic: FindTopic,
  countNudge: CountNudge,
  log: Log,
  today: () => Temporal.PlainDate,
) {
  return async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const text = (block: string): string => view.state.values[block]?.text?.value?.trim() ?? ''
    const competency = view.state.values.about?.choice?.selected_option?.value
    const about = competency ? { ...logAboutIn(view.private_metadata), competency } : null
    const date = view.state.values.when?.date?.selected_date
    const logged = {
      owner: ownerOf(context, body.user.id),
      what: text('what'),
      part: text('part'),
      result: text('result'),
      link: text('link'),
      when: date ? Temporal.PlainDate.from(date) : null,
      // The form's values are not trusted: only what is on the ladders is stored.
      about: findTopic(about) ? about : null,
    }
    const errors = logErrors(logged, today())
    if (errors) return ack({ response_action: 'errors', errors })
    try {
      await logEvidence(logged)
      const dm = messagesLink(body.api_app_id, body.team?.id)
      await ack({ response_action: 'update', view: loggedModal(dm) })
      const post = nudgePostOf(view.external_id)
      if (post) await countNudge({ team: logged.owner.team, ...post }, 'logged')
    } catch (error) {
      log.error({ action: 'evidence-log', ...factOf(error) }, 'submission failed')
      await ack({ response_action: 'errors', errors: { what: troubleView().text } })
    }
  }
}

/** How an app's post names the app. */
type AppPost = { readonly username?: string; readonly bot_profile?: { readonly name?: string } }

/**
 * "Save as evidence" on a message anywhere. The result goes only to the person's own DM. Acknowledged once it is
 * stored.
 */
export function saveShortcut(saveMessage: SaveMessage, findAsked: FindAsked, log: Log) {
  return async (args: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { ack, shortcut, context, respond } = args
    const message = shortcut.message as SlackMessage & AppPost & { ts?: string; thread_ts?: string }
    const { user, bot_id, ts } = message
    const coach = { user: context.botUserId, bot: context.botId }
    let said: Said
    try {
      const owner = ownerOf(context, shortcut.user.id)
      const channel = shortcut.channel.id
      const thread = message.thread_ts
      const asked = thread ? await findAsked.asked({ team: owner.team, channel }, thread) : null
      const outcome = await saveMessage({
        owner,
        channel,
        about: asked && user === owner.user ? aboutOf(asked) : null,
        ts: ts ?? shortcut.message_ts,
        ...wordsOf(message, shortcut.user.id, coach),
        writer: user ?? null,
        app: message.bot_profile?.name || message.username || null,
        ours:
          (user !== undefined && user === context.botUserId) ||
          (bot_id !== undefined && bot_id === context.botId),
      })
      said = savedView(outcome)
    } catch (error) {
      log.error({ action: 'evidence-save', ...factOf(error) }, 'message not saved')
      said = troubleView()
    }
    await ack()
    await respond({ response_type: 'ephemeral', replace_original: false, ...said })
  }
}
