import { plainText, readingText } from '../domain/evidence/reading-text.ts'
import type { Owner } from '../domain/person.ts'
import { withTables } from '../domain/text/table-text.ts'
import type { Edit } from './evidence/part-store.ts'
import type { SecretRules } from './ports.ts'

/**
 * A text as it may be stored: without secrets, and with its readable form. `plain` is text that is not in Slack's own
 * notation, for example from a file.
 */
export async function keepable(
  secrets: SecretRules,
  of: Owner,
  text: string,
  notation: 'slack' | 'plain' = 'slack',
): Promise<Edit> {
  const raw = await secrets.take(text, of)
  // Entities can hide a secret from the rules, so the readable form is searched as well.
  const read = notation === 'slack' ? readingText(raw.text) : plainText(raw.text)
  const reading = await secrets.take(withTables(read), of)
  return {
    raw: reading.kinds.length > 0 ? reading.text : raw.text,
    reading: reading.text,
    leftOut: [...new Set([...raw.kinds, ...reading.kinds])],
  }
}
