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
  /** An option of the menu behind the three dots of a line: of the first that says this. */
  const pick = (
    message: { blocks: Json[]; ts?: string; ephemeral?: boolean },
    label: string,
    saying = '',
  ): Promise<Delivery> => {
    const line = message.blocks.find(
      ({ text, accessory }) => accessory?.type === 'overflow' && text.text.includes(saying),
    )
    const selected_option = line?.accessory.options.find((one: Json) => one.text.text === label)
    if (!selected_option) throw new Error(`There is no ${label} for a line with "${saying}"`)
    const menu = { ...line.accessory, selected_option }
    return click({ ...message, blocks: [{ type: 'actions', elements: [menu] }] }, menu.action_id)
  }
  /** What Slack reports of a message that its writer edited or deleted. */
  const changed = (more: Json): Promise<Delivery> =>
    deliver(event('', { ...more, user: undefined, text: undefined, hidden: true }), false)
  /** Opens the form about what is wrong with a review, by its button or by the last option of its menu. */
  const askWhatIsWrong = (review: Parameters<typeof choose>[0]): Promise<Delivery> => {
    const menu = review.blocks
      .flatMap((block) => block.elements ?? [])
      .find((one: Json) => one.action_id?.startsWith('review-wrong:'))
    return menu ? choose(review, menu.action_id, 'Something else…') : click(review, 'review-wrong')
  }
  const self = {
    channel,
    event,
    choose,
    askWhatIsWrong,
    pick,
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
    /** What their Home tab shows, once it is there and says this. */
    home: (saying = '', ms?: number): Promise<Json> =>
      slack.next(
        () => {
          const view = slack.homes.get(user)
          return view && JSON.stringify(view.blocks).includes(saying) ? view : null
        },
        ms,
        `a Home tab with "${saying}"`,
      ),
    /** Presses something in a view: on the Home tab, or in a modal. A control is found by its id, else by its words. */
    press: (view: Json, actionId: string, more: Json = {}): Promise<Delivery> => {
      const element = view.blocks
        .flatMap((block: Json) => (block.accessory ? [block.accessory] : (block.elements ?? [])))
        .find((one: Json) => one.action_id === actionId || one.text?.text === actionId)
      if (!element) throw new Error(`There is no control ${actionId}`)
      return interact({
        type: 'block_actions',
        trigger_id: `trigger.${randomUUID()}`,
        container: { type: 'view', view_id: view.id },
        view: { ...view, state: { values: {} } },
        actions: [{ ...element, block_id: 'b', action_ts: '1.1', ...more }],
      })
    },
    /** Opens the DM with the coach, or with `tab` its Home. */
    opens: (tab = 'messages'): Promise<Delivery> =>
      deliver(
        event('', {
          type: 'app_home_opened',
          tab,
          ...(tab === 'home' && slack.homes.has(user) ? { view: slack.homes.get(user) } : {}),
          text: undefined,
          channel_type: undefined,
          team: undefined,
        }),
        false,
      ),
    /** Presses Slack's stop button in a thread. */
    stops: (ts: string): Promise<Delivery> =>
      deliver(
        event('', {
          type: 'agent_session_stopped',
          thread_ts: ts,
          streaming_message_ts: [],
          text: undefined,
          channel_type: undefined,
          team: undefined,
        }),
        false,
      ),
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
    /** Forwards a message into the DM, as "Forward message" does: what it says stands in an attachment. */
    forward: (note: Json, comment = '', more: Json = {}): Promise<Delivery & { ts: string }> =>
      self.dm(comment, {
        attachments: [
          {
            id: 1,
            ts: '1781000000.000100',
            channel_id: 'C1',
            channel_team: team,
            is_msg_unfurl: true,
            is_share: true,
            fallback: `[June 9th, 2026 10:13 AM] someone: ${note.text ?? ''}`,
            from_url: 'https://local.slack.com/archives/C1/p1781000000000100',
            footer: 'Slack Conversation',
            mrkdwn_in: ['text'],
            ...note,
          },
        ],
        ...more,
      }),
    /** Pastes a table from a sheet: Slack puts it beside the words. */
    paste: (rows: readonly (readonly (string | Json)[])[], text = ''): Promise<Delivery & { ts: string }> =>
      self.dm(text, {
        attachments: [
          {
            id: 1,
            fallback: '[no preview available]',
            blocks: [
              {
                type: 'table',
                block_id: 't1',
                rows: rows.map((row) =>
                  row.map((cell) => (typeof cell === 'string' ? { type: 'raw_text', text: cell } : cell)),
                ),
                column_settings: [],
              },
            ],
          },
        ],
      }),
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
    /** All that is stored, as JSON: each page of `/ladder data`, and each of its entries opened. */
    stored: async (): Promise<string> => {
      const answered = async (click: (message: Json) => Promise<Delivery>, message: Json): Promise<Json> => {
        const seen = slack.responses.length
        await click({ ...message, ephemeral: true })
        return slack.next(() => slack.responses[seen])
      }
      const shown = [(await self.command('data')).body]
      for (let page = shown[0]; page; ) {
        const lines = page.blocks.filter((block: Json) => block.accessory?.type === 'overflow')
        for (const line of lines)
          shown.push(
            await answered((one) => pick(one, line.accessory.options[0].text.text), { blocks: [line] }),
          )
        const isLast = !JSON.stringify(page).includes('"data-older"')
        page = isLast ? null : await answered((one) => click(one, 'data-older'), page)
        if (page) shown.push(page)
      }
      return JSON.stringify(shown)
    },
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
  return self
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

/** The lines of a list: those with a menu behind three dots. */
export function linesIn({ blocks }: { blocks: readonly Json[] }): string[] {
  return blocks.filter(({ accessory }) => accessory?.type === 'overflow').map(({ text }) => text.text)
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
