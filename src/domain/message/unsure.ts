import type { Intent, MessageReading } from './message.ts'

/** Why the owner of a message is asked whether to save it. `link`: it is an address alone. */
export type Unsure = 'plan' | 'sensitive' | 'link' | 'unclear'

const NAMED: ReadonlySet<Intent> = new Set(['plan', 'sensitive'])

/** One address and nothing else, perhaps as Slack writes it. */
const ADDRESS = /^\s*<?https?:\/\/\S+\s*$/

export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** Why a message is neither saved nor let go without asking. Null if it needs no asking. */
export function unsureOf(
  { intent, keep }: Pick<MessageReading, 'intent' | 'keep'>,
  text: string,
): Unsure | null {
  if (keep !== 'ask') return null
  if (NAMED.has(intent)) return intent as Unsure
  return isAddress(text) ? 'link' : 'unclear'
}
