import type { webApi } from '@slack/bolt'
import type { Directory, Log } from '../../coaching/ports.ts'
import type { SlackProfile } from '../../domain/visitor.ts'
import { calling, refusedWith } from './call.ts'

/** How long Slack's answer about a person is cached, in milliseconds, and for how many people. */
const KEPT = 10 * 60_000
const MOST = 5_000

/** Slack knows nobody by that id (docs.slack.dev, users.info). */
const NOBODY = ['user_not_found', 'users_not_found', 'user_not_visible'] as const

type User = NonNullable<webApi.UsersInfoResponse['user']>

const memberOf = (user: User): SlackProfile => ({
  team: user.team_id || null,
  enterprise: user.enterprise_user?.enterprise_id || user.enterprise_id || null,
  teams: [...(user.teams ?? []), ...(user.enterprise_user?.teams ?? [])],
  stranger: user.is_stranger === true,
  guest: user.is_restricted === true || user.is_ultra_restricted === true,
  bot: user.is_bot === true || user.is_workflow_bot === true || user.id === 'USLACKBOT',
})

/** The directory over users.info, cached in memory only. While Slack does not answer, the last answer counts. */
export function makeDirectory(client: webApi.WebClient, log: Log, now: () => number): Directory {
  const known = new Map<string, { readonly member: SlackProfile | null; readonly until: number }>()
  return {
    of: async (user) => {
      const before = known.get(user)
      if (before && before.until > now()) return before.member
      let member: SlackProfile | null
      try {
        const { user: found } = await calling('users.info', () => client.users.info({ user }), 1)
        member = found ? memberOf(found) : null
      } catch (error) {
        if (!refusedWith(error, ...NOBODY)) {
          log.warn(
            { code: (error as { code?: string }).code ?? 'unexpected' },
            'Slack does not say who it is',
          )
          return before ? before.member : 'unknown'
        }
        member = null
      }
      known.delete(user)
      if (known.size >= MOST) for (const oldest of [...known.keys()].slice(0, MOST / 10)) known.delete(oldest)
      known.set(user, { member, until: now() + KEPT })
      return member
    },
  }
}
