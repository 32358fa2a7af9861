import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { promptsFor } from '../src/slack/views/conversation/prompts.ts'

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'))
/** The same app where Slack shows agents. */
const agent = JSON.parse(readFileSync('manifest.agent.json', 'utf8'))
const source = globSync('src/slack/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** The bot scope that each Web API method needs; null: none beyond a token (docs.slack.dev, each method's page). */
const SCOPE_OF: Readonly<Record<string, string | null>> = {
  'agents.sessions.setStatus': 'chat:write',
  'assistant.threads.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write', // where Slack shows agents
  'auth.test': null,
  'chat.getPermalink': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.update': 'chat:write',
  'chat.scheduleMessage': 'chat:write', // in channels that the bot was invited to
  'chat.scheduledMessages.list': null,
  'chat.deleteScheduledMessage': 'chat:write',
  'chat.startStream': 'chat:write',
  'chat.appendStream': 'chat:write',
  'chat.stopStream': 'chat:write',
  'conversations.history': 'im:history', // in the DM alone
  'files.info': 'files:read',
  filesUploadV2: 'files:write', // a packet as a file; without it, as messages
  'users.info': 'users:read', // a person's time zone
  'users.list': 'users:read', // names, to keep them from a model; no e-mail addresses
  'conversations.replies': 'im:history', // in DMs, the only conversations that are read
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
}

/** The scope and the event that only an agent can have. */
const AGENT = { scope: 'assistant:write', event: 'agent_session_stopped' }

/** What an admin may leave out, in both manifests. The coach does without it. */
const OPTIONAL = ['files:write']

/** The event that a listener takes, as the manifest names it, and the scope that Slack asks for it, if any. */
const EVENT_OF: Readonly<Record<string, { event: string; scope: string | null }>> = {
  message: { event: 'message.im', scope: 'im:history' },
  app_mention: { event: 'app_mention', scope: 'app_mentions:read' },
  app_home_opened: { event: 'app_home_opened', scope: null },
  agent_session_stopped: { event: AGENT.event, scope: AGENT.scope },
}

const methods = [
  ...new Set(
    [...source.matchAll(/client((?:\s*\.[a-zA-Z0-9]+)+)\(/g)].map(([, path]) =>
      path!.replaceAll(/\s/g, '').slice(1),
    ),
  ),
].sort()
const events = [...new Set([...source.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, event]) => event!))]
const commands = [
  ...new Set([...source.matchAll(/app\.command\(\s*'(\/[a-z-]+)'/g)].map(([, command]) => command!)),
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
    const needed = new Set(used.filter((scope) => scope))
    for (const scope of [AGENT.scope, ...OPTIONAL]) {
      expect(needed).toContain(scope)
      needed.delete(scope)
    }
    for (const { bot, user } of [manifest.oauth_config.scopes, agent.oauth_config.scopes]) {
      expect(bot.toSorted()).toEqual([...needed].toSorted())
      expect(user).toBeUndefined()
    }
    // An admin may leave it out.
    expect(agent.oauth_config.scopes.bot_optional).toEqual([AGENT.scope, ...OPTIONAL])
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(OPTIONAL)
  })

  it('subscribes to the events that have a listener, and to no other', () => {
    const listened = events.map((event) => EVENT_OF[event]?.event)
    expect(agent.settings.event_subscriptions.bot_events).toEqual(listened)
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(
      listened.filter((event) => event !== AGENT.event),
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

  it('is the same for an agent, but for what Slack shows of an agent', () => {
    const plain = structuredClone(agent)
    delete plain.features.agent_view
    plain.oauth_config.scopes.bot_optional = OPTIONAL
    plain.settings.event_subscriptions.bot_events.splice(
      plain.settings.event_subscriptions.bot_events.indexOf(AGENT.event),
      1,
    )
    expect(plain).toEqual(manifest)
  })

  it('describes the agent within Slack’s limits, and offers prompts for a person without a goal', () => {
    const { agent_description: description, suggested_prompts: prompts } = agent.features.agent_view
    expect(description.length).toBeLessThanOrEqual(300)
    expect(prompts.length).toBeLessThanOrEqual(4)
    expect(prompts).toEqual(promptsFor(null))
  })

  it('turns on what the bot needs: Socket Mode, buttons, a Home tab, and a DM that can be written in', () => {
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
    })
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})
