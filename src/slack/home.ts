import { CoachError } from '../domain/coach-error.ts'
import { type Home, ownerTeam } from '../domain/visitor.ts'

/** Where the coach is installed, and the team under which everything of that installation is kept. */
export type Installed = Home & { readonly ownerTeam: string }

/**
 * What auth.test says of where the token is installed. Throws CoachError `slack-refused` where that names no
 * workspace: nothing may be kept under none.
 */
export function installedIn(said: {
  readonly team_id?: string | undefined
  readonly enterprise_id?: string | undefined
}): Installed {
  const home = { team: said.team_id || null, enterprise: said.enterprise_id || null }
  const team = ownerTeam(home)
  if (team === null)
    throw new CoachError(
      'slack-refused',
      'Slack does not say in which workspace SLACK_BOT_TOKEN is installed',
    )
  return { ...home, ownerTeam: team }
}
