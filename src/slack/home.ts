import { CoachError } from '../domain/coach-error.ts'
import { type Home, ownerTeam } from '../domain/visitor.ts'

/** Where the coach is installed, and the team under which everything of that installation is stored. */
export type Installed = Home & { readonly ownerTeam: string }

/**
 * Where the token is installed, by the answer of auth.test. Throws CoachError `slack-refused` if that names no
 * workspace, because nothing may be stored without one.
 */
export function installedIn(said: {
  readonly team_id?: string | undefined
  readonly enterprise_id?: string | undefined
}): Installed {
  const home = { team: said.team_id || null, enterprise: said.enterprise_id || null }
  const team = ownerTeam(home)
  if (team === null)
    throw new CoachError('slack-refused', 'Slack did not say which workspace SLACK_BOT_TOKEN belongs to')
  return { ...home, ownerTeam: team }
}
