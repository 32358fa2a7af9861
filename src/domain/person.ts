/** Who a row belongs to: Slack's team id and user id. Every query of the store names its owner. */
export type Owner = { readonly team: string; readonly user: string }

/** What a person works towards. `current` and `target` are level ids of the ladder, target above current. */
export type Goal = { readonly ladder: string; readonly current: string; readonly target: string }
