import { randomUUID } from 'node:crypto'
import { BOT, type Delivery, dmOf, type Json, type LocalSlack, type Message } from './local-slack.ts'
import { fileInfo, type LocalFile } from './slack-files.ts'

type Deliver = (body: Json, form: boolean, headers?: Record<string, string>) => Promise<Delivery>

/** What Slack says of a person beside their workspace. */
export type About = {
  /** The organisation of that workspace; null: it is in none. */
  readonly enterprise?: string | null
  readonly stranger?: boolean
}

/** A person in a workspace who types and clicks; requests are what Slack would send for it. */
export function slackPerson(
  slack: LocalSlack,
  deliver: Deliver,
  user: string,
  team = 'T1',
  { enterprise = null, stranger = false }: About = {},
) {
  const channel = dmOf(team, user)
  const interact = (payload: Json): Promise<Delivery> =>
    deliver(
      {
        payload: JSON.stringify({
          team: { id: team, domain: 't', ...(enterprise ? { enterprise_id: enterprise } : {}) },
          enterprise: enterprise ? { id: enterprise } : null,
          user: { id: user, username: user, team_id: team, ...(stranger ? { is_stranger: true } : {}) },
          api_app_id: 'A1',
          token: 'x',
          ...payload,
        }),
      },
      true,
    )

  const event = (text: string, more: Json = {}): Json => {
    const ts = more.ts ?? slack.nextTs()
    return {
      token: 'x',
      team_id: team,
      api_app_id: 'A1',
      type: 'event_callback',
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Number(ts)),
      authorizations: [
        { enterprise_id: null, team_id: team, user_id: BOT.id, is_bot: true, is_enterprise_install: false },
      ],
      event: {
        type: 'message',
        channel,
        user,
        text,
        ts,
        event_ts: ts,
        team,
        channel_type: 'im',
        client_msg_id: randomUUID(),
        ...(stranger ? { user_profile: { is_stranger: true } } : {}),
        ...more,
      },
    }
  }
  const click = (
    message: { blocks: Json[]; ts?: string; ephemeral?: boolean; thread_ts?: string; channel?: string },
    actionId: string | RegExp,
    more: Json = {},
  ): Promise<Delivery> => {
    const element = message.blocks
      .flatMap((block) => (block.type === 'container' ? block.child_blocks : [block]))
      .flatMap((block) =>
        block.type === 'actions'
          ? block.elements.map((one: Json) => ({ ...one, block_id: block.block_id ?? 'b' }))
          : [],
      )
      .find((one: Json) =>
        typeof actionId === 'string'
          ? one.action_id === actionId || one.text?.text === actionId
          : actionId.test(one.action_id),
      )
    if (!element) throw new Error(`There is no button ${actionId}`)
    return interact({
      type: 'block_actions',
      trigger_id: `trigger.${randomUUID()}`,
      response_url: `${slack.url}/respond/${randomUUID()}`,
      container: {
        type: 'message',
        message_ts: message.ts ?? '1.1',
        channel_id: message.channel ?? channel,
        is_ephemeral: message.ephemeral ?? false,
      },
      channel: {
        id: message.channel ?? channel,
        name: (message.channel ?? channel) === channel ? 'directmessage' : 'sre',
      },
      message: message.ephemeral ? undefined : { ...message, type: 'message' },
      state: { values: {} },
      actions: [{ ...element, type: element.type, action_ts: '1.1', ...more }],
    })
  }
  /** A menu set to an option by its label. */
  const choose = (
    message: { blocks: Json[]; ts?: string; ephemeral?: boolean },
    actionId: string,
    label: string,
  ): Promise<Delivery> => {
    const element = message.blocks
      .flatMap((block) => block.elements ?? [])
      .find((one: Json) => one.action_id === actionId)
    const selected = element?.options?.find((one: Json) => one.text.text === label)
    if (!selected) throw new Error(`There is no option ${label} in ${actionId}`)
    return click(
      { ...message, blocks: [{ type: 'actions', elements: [{ ...element, selected_option: selected }] }] },
      actionId,
    )
  }
  /** What Slack reports of a message that its writer edited or deleted. */
  const changed = (more: Json): Promise<Delivery> =>
    deliver(event('', { ...more, user: undefined, text: undefined, hidden: true }), false)
  return {
    channel,
    event,
    choose,
    edit: (ts: string, before: string, text: string, more: Json = {}): Promise<Delivery> =>
      changed({
        subtype: 'message_changed',
        message: { type: 'message', user, text, ts, edited: { user, ts: slack.nextTs() }, ...more },
        previous_message: { type: 'message', user, text: before, ts },
      }),
    /** In the place of a message that has replies stands a stone of Slack's own. */
    remove: (ts: string, before: string): Promise<Delivery> => {
      const previous_message = { type: 'message', user, text: before, ts }
      const stone = {
        type: 'message',
        subtype: 'tombstone',
        user: 'USLACKBOT',
        text: 'This message was deleted.',
        ts,
      }
      return changed(
        slack.thread(channel, ts).length > 0
          ? { subtype: 'message_changed', message: stone, previous_message }
          : { subtype: 'message_deleted', deleted_ts: ts, previous_message },
      )
    },
    /** Sends files with a message, as Slack's composer does. */
    upload: async (
      text: string,
      files: readonly Omit<LocalFile, 'id'>[],
      more: Json = {},
    ): Promise<Delivery & { ts: string }> => {
      const sent = files.map((one) => {
        const id = `F${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`
        const file = { ...one, id }
        slack.files.set(id, file)
        // Of another workspace's file Slack says no more than its id in the message.
        return one.info?.file_access === 'check_file_info'
          ? { id, file_access: 'check_file_info' }
          : fileInfo(file, slack.url)
      })
      const body = event(text, { subtype: 'file_share', files: sent, ...more })
      return { ...(await deliver(body, false)), ts: body.event.ts }
    },
    /** A shortcut of the app, from anywhere. */
    shortcut: (callbackId: string): Promise<Delivery> =>
      interact({ type: 'shortcut', callback_id: callbackId, trigger_id: `trigger.${randomUUID()}` }),
    /** A shortcut on a message of any conversation. */
    messageShortcut: (callbackId: string, message: Json, inChannel = 'C1'): Promise<Delivery> =>
      interact({
        type: 'message_action',
        callback_id: callbackId,
        trigger_id: `trigger.${randomUUID()}`,
        response_url: `${slack.url}/respond/${randomUUID()}`,
        message_ts: message.ts,
        channel: { id: inChannel, name: 'sre' },
        message: { type: 'message', ...message },
      }),
    send: (body: Json, retry?: number): Promise<Delivery> =>
      deliver(
        body,
        false,
        retry ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {},
      ),
    /** Sends a DM and returns its ts with the delivery. */
    dm: async (text: string, more: Json = {}): Promise<Delivery & { ts: string }> => {
      const body = event(text, more)
      return { ...(await deliver(body, false)), ts: body.event.ts }
    },
    /** Asks the coach in a channel; `body` is what Slack sends again when it is not acknowledged. */
    mention: async (text: string, more: Json = {}): Promise<Delivery & { ts: string; body: Json }> => {
      const body = event(`<@${BOT.id}> ${text}`, {
        type: 'app_mention',
        channel: 'C1',
        channel_type: undefined,
        ...more,
      })
      return { ...(await deliver(body, false)), ts: body.event.ts, body }
    },
    command: (text: string, more: Json = {}): Promise<Delivery> =>
      deliver(
        {
          command: '/ladder',
          text,
          user_id: user,
          user_name: user,
          team_id: team,
          channel_id: 'C1',
          channel_name: 'sre',
          response_url: `${slack.url}/respond/${randomUUID()}`,
          trigger_id: 't.1',
          token: 'x',
          api_app_id: 'A1',
          team_domain: 't',
          ...(enterprise ? { enterprise_id: enterprise } : {}),
          ...more,
        },
        true,
      ),
    click,
    submit: (view: Json, values: Json): Promise<Delivery> =>
      interact({ type: 'view_submission', view: { ...view, state: { values } } }),
    thread: (ts: string): Message[] => slack.thread(channel, ts),
    /** Waits for a live post in a thread, found by a text anywhere in it. */
    reply: (ts: string, holding: string, ms?: number): Promise<Message> =>
      slack.next(
        () => slack.thread(channel, ts).find((post) => JSON.stringify(post).includes(holding)),
        ms,
        `a reply with "${holding}"`,
      ),
  }
}

/** A line of a fold that is a quote of the person's. */
const isQuoted = (text: string): boolean => /^“.*”$/s.test(text)

/** The quotes of a message as Slack's elements, folded ones too, where each is a line in “ ”. */
export function quotedElements(blocks: readonly Json[]): Json[] {
  return blocks.flatMap((block) =>
    block.type === 'container'
      ? block.child_blocks.flatMap((child: Json) =>
          (child.type === 'section' ? String(child.text?.text ?? '').split('\n') : [])
            .filter(isQuoted)
            .map((text) => ({ type: 'quote', elements: [{ type: 'text', text: text.slice(1, -1) }] })),
        )
      : (block.elements ?? []).filter((element: Json) => element.type === 'rich_text_quote'),
  )
}

/** The quotes of a message, in their order, folded ones too. */
export function quotesIn(blocks: readonly Json[]): string[] {
  return quotedElements(blocks).map((element) =>
    element.elements.map(({ text }: { text: string }) => text).join(''),
  )
}

/** All that a message says, as JSON, but its quotes. */
export function quoteless(blocks: readonly Json[]): string {
  return JSON.stringify(blocks, (key, value) =>
    value?.type === 'rich_text_quote'
      ? undefined
      : key === 'text' && typeof value === 'string'
        ? value
            .split('\n')
            .filter((text) => !isQuoted(text))
            .join('\n')
        : value,
  )
}

export type SlackPerson = ReturnType<typeof slackPerson>
