import type { webApi } from '@slack/bolt'
import type { Zones } from '../../coaching/nudge/nudge-port.ts'
import { zoneNamed } from '../../domain/nudge/time-zones.ts'
import { calling } from './call.ts'

/**
 * People's time zones as Slack has them now, so that they follow people who travel. Throws CoachError
 * `slack-unavailable` or `slack-refused`.
 */
export function makeZones(client: webApi.WebClient): Zones {
  return {
    of: async ({ user }) => {
      const { user: found } = await calling('users.info', () => client.users.info({ user }), 1)
      return zoneNamed(found?.tz ?? '')
    },
  }
}
