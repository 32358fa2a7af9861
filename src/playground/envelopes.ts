import { randomUUID } from 'node:crypto'
import type { Json, Person, Workspace } from './workspace.ts'

const APP = 'A000000001'
const TOKEN = 'playground'

/** Escapes typed text as Slack does before it passes it on. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Reverses `escapeText`. */
export function unescapeText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** The current time as a Slack ts, which is also an id. */
export function tsNow(): string {
  return (Date.now() / 1000).toFixed(6)
}

/** Wraps an event in Slack's envelope. */
export function eventBody(workspace: Workspace, event: Json): Json {
  return {
    token: TOKEN,
    team_id: workspace.team,
    api_app_id: APP,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    event_time: Math.floor(Number(event.event_ts)),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team,
        user_id: workspace.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  }
}

/** The fields that every interaction has. */
export function interactionBody(workspace: Workspace, person: Person): Json {
  return {
    team: { id: workspace.team, domain: 'playground' },
    user: { id: person.id, username: person.login, name: person.login, team_id: workspace.team },
    api_app_id: APP,
    token: TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** The fields of a slash command, except what was typed. */
export function commandBody(workspace: Workspace, person: Person): Record<string, string> {
  return {
    team_id: workspace.team,
    team_domain: 'playground',
    user_id: person.id,
    user_name: person.login,
    api_app_id: APP,
    token: TOKEN,
  }
}

/** A view as Slack returns it: the bot's own, with ids, a hash and an empty state. */
export function viewBody(workspace: Workspace, view: Json): Json {
  return {
    id: `V${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    team_id: workspace.team,
    app_id: APP,
    app_installed_team_id: workspace.team,
    bot_id: workspace.bot.botId,
    close: null,
    submit: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    previous_view_id: null,
    ...view,
    state: { values: {} },
    hash: `${Math.floor(Date.now() / 1000)}.${randomUUID().slice(0, 8)}`,
  }
}
