import type { webApi } from '@slack/bolt'
import type { Zones } from '../../coaching/nudge/nudge-port.ts'
import { zoneNamed } from '../../domain/nudge/time-zones.ts'
import { calling } from './call.ts'

/** Time zones of people, as Slack has them at this moment: they follow who travels. */
export function makeZones(client: webApi.WebClient): Zones {
  return {
    of: async ({ user }) => {
      const { user: found } = await calling('users.info', () => client.users.info({ user }), 1)
      return zoneNamed(found?.tz ?? '')
    },
  }
}
