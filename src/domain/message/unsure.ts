import type { Intent, MessageReading } from './message.ts'

/** Why the coach asks whether to save a message. `link`: it is only an address. */
export type Unsure = 'plan' | 'sensitive' | 'link' | 'unclear'

const NAMED: ReadonlySet<Intent> = new Set(['plan', 'sensitive'])

/** One address and nothing else, perhaps as Slack writes it. */
const ADDRESS = /^\s*<?https?:\/\/\S+\s*$/

export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** Why the coach asks before it saves or drops a message. Null if it need not ask. */
export function unsureOf(
  { intent, keep }: Pick<MessageReading, 'intent' | 'keep'>,
  text: string,
): Unsure | null {
  if (keep !== 'ask') return null
  if (NAMED.has(intent)) return intent as Unsure
  return isAddress(text) ? 'link' : 'unclear'
}
