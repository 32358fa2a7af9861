import type { webApi } from '@slack/bolt'
import type { Log, People } from '../../coaching/ports.ts'
import { factOf } from '../../domain/logged-failure.ts'
import type { Member } from '../../domain/mask/member-names.ts'
import { calling } from './call.ts'

/** How long the names of a workspace are cached, and how long after a failure, in milliseconds. */
const KEPT = 60 * 60_000
const KEPT_AFTER_FAILURE = 60_000

/** The most members that are read. Beyond that, names are found only by the list of given names. */
const MOST_MEMBERS = 20_000

type User = NonNullable<webApi.UsersListResponse['members']>[number]

const memberOf = ({ id, deleted, is_bot, name, real_name, profile }: User): Member[] => {
  if (!id || is_bot || id === 'USLACKBOT') return []
  const names = [
    real_name,
    profile?.real_name,
    profile?.display_name,
    [profile?.first_name, profile?.last_name].filter(Boolean).join(' '),
    // People who left have no display name, so the account's own name has to do.
    deleted ? name : undefined,
  ]
  return [{ id, names: [...new Set(names.filter((one): one is string => Boolean(one?.trim())))] }]
}

/**
 * The names of everybody in a workspace, read once an hour and cached in memory only. If Slack does not return them,
 * the last known ones are used. If there are none, the caller is told, so that nothing with a name is sent to a model.
 */
export function makePeople(client: webApi.WebClient, log: Log, now: () => number): People {
  const known = new Map<string, { members: readonly Member[] | null; until: number }>()
  const reading = new Map<string, Promise<readonly Member[]>>()

  const read = async (team: string): Promise<readonly Member[]> => {
    const members: Member[] = []
    let cursor: string | undefined
    do {
      const page = await calling('users.list', () =>
        client.users.list({ limit: 200, ...(cursor ? { cursor } : {}) }),
      )
      members.push(...(page.members ?? []).flatMap(memberOf))
      cursor = page.response_metadata?.next_cursor || undefined
    } while (cursor && members.length < MOST_MEMBERS)
    known.set(team, { members, until: now() + KEPT })
    return members
  }
  const membersOf = async (team: string): Promise<readonly Member[] | null> => {
    const before = known.get(team)
    if (before && before.until > now()) return before.members
    const under = reading.get(team) ?? read(team)
    reading.set(team, under)
    try {
      return await under
    } catch (error) {
      const members = before?.members ?? null
      known.set(team, { members, until: now() + KEPT_AFTER_FAILURE })
      log.warn(
        { action: 'read-names', ...factOf(error), members: members?.length ?? 0 },
        members
          ? 'could not refresh the names of people in the workspace'
          : 'could not read the names of people in the workspace',
      )
      return members
    } finally {
      reading.delete(team)
    }
  }
  return {
    of: async ({ team, user }) => {
      const members = await membersOf(team)
      return members && { self: members.find(({ id }) => id === user) ?? null, members }
    },
    nameOf: async (team, user) => (await membersOf(team))?.find(({ id }) => id === user)?.names[0] ?? null,
  }
}
