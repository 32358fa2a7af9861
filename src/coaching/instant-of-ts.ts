/** When a message was written. Slack's ts is seconds since 1970, with a counter after the point. */
export function instantOfTs(ts: string): Temporal.Instant | null {
  const seconds = Number(ts.split('.')[0])
  return Number.isSafeInteger(seconds) && seconds > 0
    ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    : null
}
