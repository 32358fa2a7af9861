import type { webApi } from '@slack/bolt'
import { CoachError } from '../domain/coach-error.ts'
import { type Home, ownerTeam } from '../domain/visitor.ts'

/** Where the coach is installed, and the team under which everything of that installation is kept. */
export type Installed = Home & { readonly ownerTeam: string }

/**
 * Asks Slack where the token is installed, until it has said so once. Rejects with what Slack answered, and with
 * CoachError `slack-refused` where that names no workspace: nothing may be kept under none.
 */
export const makeHome = (client: webApi.WebClient): (() => Promise<Installed>) => {
  let known: Promise<Installed> | null = null
  const ask = async (): Promise<Installed> => {
    const { team_id, enterprise_id } = await client.auth.test()
    const home = { team: team_id || null, enterprise: enterprise_id || null }
    const team = ownerTeam(home)
    if (team === null)
      throw new CoachError(
        'slack-refused',
        'Slack does not say in which workspace SLACK_BOT_TOKEN is installed',
      )
    return { ...home, ownerTeam: team }
  }
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
}
