import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'))
const source = globSync('src/slack/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** The bot scope that each Web API method needs; null: none beyond a token (docs.slack.dev, each method's page). */
const SCOPE_OF: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.update': 'chat:write',
  'chat.scheduleMessage': 'chat:write', // in channels that the bot was invited to
  'chat.scheduledMessages.list': null,
  'chat.deleteScheduledMessage': 'chat:write',
  'chat.getPermalink': null,
  'chat.startStream': 'chat:write',
  'chat.appendStream': 'chat:write',
  'chat.stopStream': 'chat:write',
  'conversations.history': 'im:history', // in the DM alone
  'files.info': 'files:read',
  'users.info': 'users:read', // a person's time zone
  'users.list': 'users:read', // names, to keep them from a model; no e-mail addresses
  'conversations.replies': 'im:history', // in DMs, the only conversations that are read
  'views.open': null,
}

/** The event that a listener takes, as the manifest names it, and the scope that Slack asks for it. */
const EVENT_OF: Readonly<Record<string, { event: string; scope: string }>> = {
  message: { event: 'message.im', scope: 'im:history' },
  app_mention: { event: 'app_mention', scope: 'app_mentions:read' },
}

const methods = [
  ...new Set(
    [...source.matchAll(/client((?:\s*\.[a-zA-Z]+)+)\(/g)].map(([, path]) =>
      path!.replaceAll(/\s/g, '').slice(1),
    ),
  ),
].sort()
const events = [...new Set([...source.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, event]) => event!))]
const commands = [
  ...new Set([...source.matchAll(/app\.command\('(\/[a-z-]+)'/g)].map(([, command]) => command!)),
]

describe('the manifest', () => {
  it('asks for the scopes that the source uses, and for no other', () => {
    expect(methods.length).toBeGreaterThan(3)
    for (const method of methods)
      expect(SCOPE_OF, `${method} needs a line in the table`).toHaveProperty([method])
    const used = [
      ...methods.map((method) => SCOPE_OF[method]),
      ...events.map((event) => EVENT_OF[event]?.scope),
      ...(commands.length > 0 ? ['commands'] : []),
    ]
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(
      [...new Set(used.filter((scope) => scope))].toSorted(),
    )
    expect(manifest.oauth_config.scopes.user).toBeUndefined()
  })

  it('subscribes to the events that have a listener, and to no other', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(
      events.map((event) => EVENT_OF[event]?.event),
    )
  })

  it('has the shortcuts that are listened to', () => {
    const listened = [
      ...source.matchAll(/app\.shortcut\(\s*\{ type: '([a-z_]+)', callback_id: '([a-z-]+)' \}/g),
    ]
    expect(
      manifest.features.shortcuts.map(({ type, callback_id }: { type: string; callback_id: string }) => [
        type === 'message' ? 'message_action' : 'shortcut',
        callback_id,
      ]),
    ).toEqual(listened.map(([, type, id]) => [type, id]))
  })

  it('has the commands that are listened to', () => {
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(
      commands,
    )
  })

  it('turns on what the bot needs: Socket Mode, buttons, and a DM that can be written in', () => {
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
    })
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})
