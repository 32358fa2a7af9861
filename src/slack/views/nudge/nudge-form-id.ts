/** A post in a channel, by Slack's ids. */
type Post = { readonly channel: string; readonly ts: string }

/**
 * The `external_id` of a form that was opened under a nudge: the post, so that an entry counts for it. Slack wants it
 * to be unique, so it ends with `once`, and takes at most 255 characters (docs.slack.dev, modals).
 */
export function nudgeFormId({ channel, ts }: Post, once: string): string {
  return `nudge ${channel} ${ts} ${once}`.slice(0, 255)
}

/** The post under which a form was opened, or null if it was opened elsewhere. */
export function nudgePostOf(externalId: string | undefined): Post | null {
  const [, channel, ts] = /^nudge (\S+) (\S+) /.exec(externalId ?? '') ?? []
  return channel && ts ? { channel, ts } : null
}
