/**
 * Where the coach is installed, by Slack's ids: in a workspace, perhaps one of an organisation (Enterprise Grid), or
 * in a whole organisation. Never neither.
 */
export type Home = { readonly team: string | null; readonly enterprise: string | null }

/** What a request says about who sent it. */
export type Visitor = {
  /** The workspace that they are of; Slack puts an organisation's id there too. null: it does not say. */
  readonly team: string | null
  /** The organisation that they are of; null: it does not say. */
  readonly enterprise: string | null
  /** The workspaces that it was sent to, for where it says nothing else. */
  readonly sentTo: readonly string[]
  /** Slack says that nobody here knows them. */
  readonly stranger: boolean
}

/** What Slack says about somebody when it is asked. */
export type SlackProfile = Pick<Visitor, 'team' | 'enterprise' | 'stranger'> & {
  /** The workspaces of the organisation that they are in. */
  readonly teams: readonly string[]
  /** One with an account for some channels or a single one. */
  readonly guest: boolean
  readonly bot: boolean
}

const isHome = (home: Home, id: string | null): boolean =>
  id !== null && (id === home.team || id === home.enterprise)

/**
 * Whether somebody is of the workspace, or of its organisation: then they are not foreign. `ask`: the request leaves
 * it open, and Slack has to be asked.
 */
export function admissionOf(home: Home, visitor: Visitor): 'member' | 'foreign' | 'ask' {
  const { team, enterprise, sentTo, stranger } = visitor
  if (stranger) return 'foreign'
  if (isHome(home, team) || isHome(home, enterprise)) return 'member'
  // Another workspace may be one of the same organisation, which is not always said.
  if (enterprise !== null) return 'foreign'
  if (team !== null) return home.enterprise === null ? 'foreign' : 'ask'
  if (sentTo.length > 0 && sentTo.every((id) => isHome(home, id))) return 'member'
  return sentTo.length > 0 && home.enterprise === null && !sentTo.some((id) => isHome(home, id))
    ? 'foreign'
    : 'ask'
}

/** The same by what Slack says when it is asked; `member` null: it knows nobody by that id. */
export function standingOfMember(home: Home, member: SlackProfile | null): 'member' | 'foreign' {
  if (member === null || member.stranger) return 'foreign'
  const { team, enterprise, teams } = member
  const said = [team, enterprise, ...teams].filter((id) => id !== null)
  return said.length === 0 || said.some((id) => isHome(home, id)) ? 'member' : 'foreign'
}

/**
 * The team under which all of an installation is kept: its workspace, or its organisation where it is installed in
 * all of it. It does not hang on the workspace that somebody writes from: Slack's ids of people are one and the same
 * throughout an organisation, so that each has one store. Where there is no organisation it is what every request
 * says.
 */
export function ownerTeam({ team, enterprise }: Home): string | null {
  return team || enterprise || null
}

/**
 * Whether somebody may change what comes to a channel. Guests and bots may not; nor may anybody while Slack does not
 * say who they are (`unknown`). `member` null: it knows nobody by that id.
 */
export function mayChangeChannel(member: SlackProfile | null | 'unknown'): 'yes' | 'no' | 'unknown' {
  if (member === 'unknown') return 'unknown'
  return member === null || member.guest || member.bot || member.stranger ? 'no' : 'yes'
}
