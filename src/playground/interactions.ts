import { controlsIn, named } from './blocks.ts'
import { actionOf, type Held, valuesOf } from './choices.ts'
import type { Deliveries } from './deliveries.ts'
import { commandBody, interactionBody, tsNow } from './envelopes.ts'
import type { Homes } from './homes.ts'
import type { Messages } from './messages.ts'
import type { Modals } from './modals.ts'
import type { InteractionSource, Responses } from './responses.ts'
import type { Shortcut } from './shortcuts.ts'
import type { Triggers } from './triggers.ts'
import type { Json, Person, Workspace } from './workspace.ts'

/** One use of a control: which one, what was chosen, and what the fields around it hold. */
export type ControlUse = {
  readonly block: string
  readonly action: string
  readonly chosen: string | string[] | null
  readonly held: Held
}

/** Shown when somebody uses a control that was removed or changed in the meantime. */
const GONE = 'That button or menu is no longer there. Please reload the page.'

/** Shown when the bot does not acknowledge an action. */
const SILENT = 'The bot didn’t answer in time. Please try again.'

/** The action for the used control. Null if the blocks don't have it, or it does not offer what was chosen. */
const used = (blocks: Json[], { block, action, chosen, held }: ControlUse): Json | null => {
  const controls = controlsIn(blocks)
  const control = controls.find((one) => one.blockId === block && one.element.action_id === action)
  const entry = control && actionOf(control, chosen)
  return entry ? { actions: [entry], values: valuesOf(controls, held) } : null
}

/**
 * Slash commands, clicks, choices and shortcuts, sent to the bot as Slack sends them. Each returns null or a text that
 * says what went wrong.
 */
export function makeInteractions(
  workspace: Workspace,
  deliveries: Deliveries,
  triggers: Triggers,
  messages: Messages,
  responses: Responses,
  modals: Modals,
  homes: Homes,
) {
  const channelBody = (channel: string): Json => ({
    id: channel,
    name: channel === workspace.channel.id ? workspace.channel.name : 'directmessage',
  })
  const tell = async (payload: Json): Promise<string | null> =>
    (await deliveries.form({ payload: JSON.stringify(payload) })).ok ? null : SILENT

  return {
    /** Sends a slash command. Only one person sees the answer. */
    command: async (person: Person, channel: string, text: string): Promise<void> => {
      const [command = '', ...rest] = text.split(' ')
      const source: InteractionSource = { user: person.id, channel, thread: null, ephemeral: null, ts: null }
      if (command !== '/ladder') {
        // Our guides say to type /invite, because a real Slack workspace needs it.
        const invites = command === '/invite' && channel === workspace.channel.id
        const text = invites
          ? 'Ladder Coach is already in this channel.'
          : `${command} isn’t a command here. Try /ladder.`
        responses.add(source, { text })
        return
      }
      const { ok, body } = await deliveries.form({
        ...commandBody(workspace, person),
        command,
        text: rest.join(' ').trim(),
        channel_id: channel,
        channel_name: channelBody(channel).name,
        response_url: responses.url(source),
        trigger_id: triggers.for(person.id),
      })
      if (!ok) responses.add(source, { text: 'The bot didn’t answer in time. Please try /ladder again.' })
      else if (body) responses.add(source, body)
    },
    /** Uses a control in a message. `id` is the ts of a message in the conversation, or the id of an ephemeral one. */
    actInMessage: async (
      person: Person,
      channel: string,
      id: string,
      use: ControlUse,
    ): Promise<string | null> => {
      const own = responses.ephemerals.find((one) => one.id === id && one.user === person.id)
      const message: Json = own
        ? { ts: String(own.after), blocks: own.blocks }
        : await messages.find(channel, id)
      const blocks = named(message?.blocks ?? [])
      const done = message && used(blocks, use)
      if (!done) return GONE
      const thread = own ? own.thread : (message.thread_ts ?? null)
      return tell({
        ...interactionBody(workspace, person),
        type: 'block_actions',
        trigger_id: triggers.for(person.id),
        response_url: responses.url({
          user: person.id,
          channel,
          thread,
          ephemeral: own?.id ?? null,
          ts: own ? null : message.ts,
        }),
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel,
          is_ephemeral: Boolean(own),
          ...(thread ? { thread_ts: thread } : {}),
        },
        channel: channelBody(channel),
        ...(own ? {} : { message: { ...message, blocks } }),
        state: { values: done.values },
        actions: done.actions,
      })
    },
    /** Uses a control in a modal that is not submitted, such as a button or a menu. */
    actInModal: async (person: Person, id: string, use: ControlUse): Promise<string | null> => {
      const modal = modals.find(id)
      const done = modal?.user === person.id && used(modal.view.blocks, use)
      if (!modal || !done) return GONE
      return tell({
        ...interactionBody(workspace, person),
        type: 'block_actions',
        trigger_id: triggers.for(person.id, id),
        container: { type: 'view', view_id: id },
        view: modals.withState(modal, use.held),
        actions: done.actions,
      })
    },
    /** Uses a control on the Home tab. */
    actInHome: async (person: Person, use: ControlUse): Promise<string | null> => {
      const view = homes.of(person.id)
      const done = view && used(view.blocks, use)
      if (!done) return GONE
      return tell({
        ...interactionBody(workspace, person),
        type: 'block_actions',
        trigger_id: triggers.for(person.id),
        container: { type: 'view', view_id: view.id },
        view: { ...view, state: { values: done.values } },
        actions: done.actions,
      })
    },
    /** Uses a shortcut, on a message or from the menu next to the message field. */
    shortcut: async (
      person: Person,
      { type, callbackId }: Shortcut,
      channel: string,
      ts: string | null,
    ): Promise<string | null> => {
      const { api_app_id: _, user, ...who } = interactionBody(workspace, person)
      const call = {
        ...who,
        action_ts: tsNow(),
        callback_id: callbackId,
        trigger_id: triggers.for(person.id),
      }
      if (type === 'global') {
        const { name: __, ...caller } = user
        return tell({ type: 'shortcut', ...call, user: caller })
      }
      const message = ts && (await messages.find(channel, ts))
      if (!message) return 'That message is no longer there.'
      return tell({
        type: 'message_action',
        ...call,
        user,
        channel: channelBody(channel),
        message_ts: ts,
        message: { ...message, team: workspace.team },
        response_url: responses.url({
          user: person.id,
          channel,
          thread: message.thread_ts ?? null,
          ephemeral: null,
          ts,
        }),
      })
    },
  }
}
