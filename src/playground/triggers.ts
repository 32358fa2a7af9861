import { randomUUID } from 'node:crypto'

/** How long a trigger id works, in milliseconds. It works once. */
const LIFE = 3_000

export type Trigger = { readonly user: string; readonly view: string | null }

export type Triggers = ReturnType<typeof makeTriggers>

/** Trigger ids, which let a bot open a modal right after somebody did something. */
export function makeTriggers() {
  const known = new Map<string, Trigger & { readonly at: number; used: boolean }>()
  return {
    /** Makes a trigger id. `view` is the id of the modal in which the action happened, or null. */
    for: (user: string, view: string | null = null): string => {
      const id = `trigger.${randomUUID()}`
      known.set(id, { user, view, at: Date.now(), used: false })
      return id
    },
    /** Uses up a trigger id. Returns the trigger, or Slack's error code. */
    take: (id: string): Trigger | string => {
      const trigger = known.get(id)
      if (!trigger) return 'invalid_trigger_id'
      if (trigger.used) return 'exchanged_trigger_id'
      if (Date.now() - trigger.at > LIFE) return 'expired_trigger_id'
      trigger.used = true
      return trigger
    },
  }
}
