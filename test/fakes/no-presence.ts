import type { Presence } from '../../src/coaching/presence-port.ts'

/** A Slack that shows nothing beside posts. */
export const noPresence: Presence = { busy: () => {}, idle: () => {}, suggest: () => {} }
