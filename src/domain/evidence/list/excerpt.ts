import { withoutMarkup } from '../../text/without-markup.ts'
import { type Evidence, evidenceParts, type Part, spansOf } from '../evidence.ts'
import { kindOfSpan } from '../evidence-kind.ts'

/** The length of an excerpt, in UTF-16 units. */
const SHOWN = 60

/** How much of a part is looked at. Enough for an excerpt after headings and markup. */
const READ = 1_500

/** A text cut at a word, with an ellipsis where something is left out. */
const cutAtWord = (text: string): string => {
  if (text.length <= SHOWN) return text
  const head = text.slice(0, SHOWN)
  const space = head.lastIndexOf(' ')
  const kept = space > SHOWN / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/(?<![\s,;:–-])[\s,;:–-]{1,60}$/, '')}…`
}

/** Some words before what was found, so that it can be understood. */
const BEFORE = 20

/** A sentence as one short line without markup. With `shown`, the part of it with these words. */
export function shortened(sentence: string, shown = ''): string {
  const said = withoutMarkup(sentence)
  const at = shown === '' ? -1 : said.toLowerCase().indexOf(withoutMarkup(shown).toLowerCase())
  if (at + shown.length <= SHOWN) return cutAtWord(said)
  const start = said.lastIndexOf(' ', Math.max(0, at - BEFORE)) + 1
  return `…${cutAtWord(said.slice(start))}`
}

const firstWordsOf = (part: Part): string => {
  const spans = spansOf({ parts: [{ ...part, reading: part.reading.slice(0, READ) }] })
  const first = spans.findIndex((span) => kindOfSpan(span) !== 'heading')
  return withoutMarkup(
    spans
      .slice(Math.max(0, first))
      .map(({ text }) => text)
      .join(' '),
  )
}

/**
 * The beginning of a piece as one short line: the person's own words if there are any, without headings. Empty if it
 * has no words.
 */
export function excerptOf(evidence: Pick<Evidence, 'parts'>): string {
  const parts = evidenceParts(evidence).filter(({ reading }) => reading.trim() !== '')
  const own = parts.filter(({ saidBy }) => saidBy === null)
  for (const part of [...own, ...parts]) {
    const said = firstWordsOf(part)
    if (said !== '') return cutAtWord(said)
  }
  return ''
}
