/** Slack clears a status after this long, in milliseconds (docs.slack.dev, assistant.threads.setStatus). */
const LIFE = 2 * 60_000

export type Statuses = ReturnType<typeof makeStatuses>

/** What the bot says it is doing in a thread, until it posts there. */
export function makeStatuses(changed: () => void) {
  const statuses = new Map<string, { text: string; timer: NodeJS.Timeout }>()
  const key = (channel: string, thread: string): string => `${channel}:${thread}`
  const clear = (channel: string, thread: string): void => {
    clearTimeout(statuses.get(key(channel, thread))?.timer)
    if (statuses.delete(key(channel, thread))) changed()
  }
  return {
    clear,
    set: (channel: string, thread: string, text: string): void => {
      clear(channel, thread)
      if (text === '') return
      const timer = setTimeout(() => clear(channel, thread), LIFE).unref()
      statuses.set(key(channel, thread), { text, timer })
      changed()
    },
    of: (channel: string, thread: string): string | null => statuses.get(key(channel, thread))?.text ?? null,
    close: (): void => {
      for (const { timer } of statuses.values()) clearTimeout(timer)
      statuses.clear()
    },
  }
}
