/** The owner of a row: Slack's team id and user id. Every query of the store names its owner. */
export type Owner = { readonly team: string; readonly user: string }

/**
 * What a person works towards. `current` and `target` are level ids of the ladder, target above current. `by`
 * is when they want to be there, as an ISO month (2027-03) or day (2027-03-15).
 */
export type Goal = {
  readonly ladder: string
  readonly current: string
  readonly target: string
  readonly by: string | null
}
