import { plainText, readingText } from '../domain/evidence/reading-text.ts'
import type { Owner } from '../domain/person.ts'
import type { Edit } from './evidence/part-store.ts'
import type { SecretRules } from './ports.ts'

/**
 * A text as it may be kept: without secrets, with what people read where it is shown. `plain` is text that is
 * not in Slack's own notation, such as a file's.
 */
export async function keepable(
  secrets: SecretRules,
  of: Owner,
  text: string,
  notation: 'slack' | 'plain' = 'slack',
): Promise<Edit> {
  const raw = await secrets.take(text, of)
  // Entities can hide a secret from the rules, so what people read is looked at by itself.
  const reading = await secrets.take(notation === 'slack' ? readingText(raw.text) : plainText(raw.text), of)
  return {
    raw: reading.kinds.length > 0 ? reading.text : raw.text,
    reading: reading.text,
    leftOut: [...new Set([...raw.kinds, ...reading.kinds])],
  }
}
