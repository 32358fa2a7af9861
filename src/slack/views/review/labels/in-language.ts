import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { ReviewLabels } from './labels.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'

const ALL: ReadonlyMap<string, ReviewLabels> = new Map(
  [en, de, es, fr, pt, it, nl].map((labels) => [labels.locale, labels]),
)

/**
 * The fixed words of a review in the language of its sentences (ISO 639-1, such as "de"), or English if we don't have
 * that language.
 */
export function labelsIn(language: string | null): ReviewLabels {
  return ALL.get((language ?? '').toLowerCase().slice(0, 2)) ?? en
}
