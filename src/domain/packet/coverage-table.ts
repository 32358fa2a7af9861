import type { Coverage, Shown } from './coverage.ts'
import type { DocumentPart } from './document.ts'

const WORDS: Readonly<Record<Shown, string>> = {
  // An empty cell says enough, and a table full of the same word would hide the others.
  nothing: '',
  possible: '○ possible match',
  partly: '◐ partly shown',
  shown: '● shown',
}

/** A table with a line a competency and a column a quarter, in signs and in words. */
export function coverageTable({ quarters, lines }: Coverage): DocumentPart {
  return {
    kind: 'table',
    head: ['Competency', ...quarters.map(({ year, quarter }) => `Q${quarter} ${year}`)],
    rows: lines.map(({ competency, quarters: shown }) => [
      { runs: [{ text: competency.name, bold: true }] },
      ...shown.map((sign) => ({ runs: [{ text: WORDS[sign] }], sign })),
    ]),
  }
}
