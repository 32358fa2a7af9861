/**
 * Where the coach is installed, by Slack's ids: in a workspace, which may belong to an organisation (Enterprise Grid),
 * or in a whole organisation. At least one of the two is set.
 */
export type Home = { readonly team: string | null; readonly enterprise: string | null }

/** What a request says about its sender. */
export type Visitor = {
  /** The workspace that they belong to, or null if Slack does not say. Slack puts an organisation's id there too. */
  readonly team: string | null
  /** The organisation that they belong to, or null if Slack does not say. */
  readonly enterprise: string | null
  /** The workspaces that the request was sent to, in case it says nothing else. */
  readonly sentTo: readonly string[]
  /** Slack says that nobody here knows them. */
  readonly stranger: boolean
}

/** What Slack says about a person when asked. */
export type SlackProfile = Pick<Visitor, 'team' | 'enterprise' | 'stranger'> & {
  /** The workspaces of the organisation that they are in. */
  readonly teams: readonly string[]
  /** Has an account for one or several channels only. */
  readonly guest: boolean
  readonly bot: boolean
}

const isHome = (home: Home, id: string | null): boolean =>
  id !== null && (id === home.team || id === home.enterprise)

/**
 * Whether somebody belongs to the workspace or its organisation. `ask` means that the request leaves it open, so we
 * have to ask Slack.
 */
export function admissionOf(home: Home, visitor: Visitor): 'member' | 'foreign' | 'ask' {
  const { team, enterprise, sentTo, stranger } = visitor
  if (stranger) return 'foreign'
  if (isHome(home, team) || isHome(home, enterprise)) return 'member'
  // Another workspace may belong to the same organisation, which Slack does not always say.
  if (enterprise !== null) return 'foreign'
  if (team !== null) return home.enterprise === null ? 'foreign' : 'ask'
  if (sentTo.length > 0 && sentTo.every((id) => isHome(home, id))) return 'member'
  return sentTo.length > 0 && home.enterprise === null && !sentTo.some((id) => isHome(home, id))
    ? 'foreign'
    : 'ask'
}

/** The same, by Slack's answer. `member` is null if Slack knows nobody with that id. */
export function standingOfMember(home: Home, member: SlackProfile | null): 'member' | 'foreign' {
  if (member === null || member.stranger) return 'foreign'
  const { team, enterprise, teams } = member
  const said = [team, enterprise, ...teams].filter((id) => id !== null)
  return said.length === 0 || said.some((id) => isHome(home, id)) ? 'member' : 'foreign'
}

/**
 * The team id under which everything of an installation is stored: its workspace, or its organisation if it is
 * installed there. It does not depend on the workspace that somebody writes from, because Slack's user ids are the same
 * throughout an organisation. Without an organisation, it is the team of every request.
 */
export function ownerTeam({ team, enterprise }: Home): string | null {
  return team || enterprise || null
}

/**
 * Whether somebody may change what is posted in a channel. Guests and bots may not, and nobody may while Slack does not
 * say who they are (`unknown`). `member` is null if Slack knows nobody with that id.
 */
export function mayChangeChannel(member: SlackProfile | null | 'unknown'): 'yes' | 'no' | 'unknown' {
  if (member === 'unknown') return 'unknown'
  return member === null || member.guest || member.bot || member.stranger ? 'no' : 'yes'
}
