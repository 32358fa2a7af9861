import type { Json, Workspace } from './workspace.ts'

/** A user as users.info and users.list return one, with the time zone that the store does not know. */
const userBody = (
  workspace: Workspace,
  one: { id: string; login: string; name: string },
  more: Json,
): Json => {
  const [first_name = '', ...rest] = one.name.split(' ')
  const { tz, is_bot } = more
  const now = Temporal.Now.zonedDateTimeISO(tz)
  return {
    id: one.id,
    team_id: workspace.team,
    name: one.login,
    real_name: one.name,
    deleted: false,
    color: '9f69e7',
    tz,
    tz_label: new Intl.DateTimeFormat('en', { timeZone: tz, timeZoneName: 'long' })
      .formatToParts(now.epochMilliseconds)
      .find(({ type }) => type === 'timeZoneName')?.value,
    tz_offset: now.offsetNanoseconds / 1e9,
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot,
    is_app_user: false,
    is_email_confirmed: !is_bot,
    updated: 1_790_000_000,
    profile: {
      title: '',
      real_name: one.name,
      real_name_normalized: one.name,
      display_name: first_name,
      display_name_normalized: first_name,
      first_name,
      last_name: rest.join(' '),
      status_text: '',
      status_emoji: '',
      team: workspace.team,
      ...(is_bot ? { bot_id: workspace.bot.botId, api_app_id: 'A000000001' } : {}),
    },
  }
}

/** Everybody in the workspace, including the bot. */
export function usersOf(workspace: Workspace): Json[] {
  return [
    ...workspace.people.map((person) => userBody(workspace, person, { tz: person.timeZone, is_bot: false })),
    userBody(
      workspace,
      { id: workspace.bot.id, login: 'ladder-coach', name: 'Ladder Coach' },
      { tz: 'America/Los_Angeles', is_bot: true },
    ),
  ]
}
