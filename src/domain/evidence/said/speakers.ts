/** A word of a name. */
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,40}"

/** A heading that says who wrote what is below it: "## 2026-02-11 (from Pradeep)". */
const BY = new RegExp(
  `\\((?:from|by|sent by|written by|said by) (${WORD}(?: ${WORD}){0,3})\\)[ \\t]{0,9}:?[ \\t]{0,9}$`,
  'u',
)

const HEADING = /^ {0,3}#{1,6}[ \t]/

/**
 * Who wrote a place in notes, by the headings above it. People keep what colleagues wrote to them among their own
 * notes, and quoted as their own it would be untrue. Null for the person's own words.
 */
export function speakersIn(reading: string): (at: number) => string | null {
  const sections: { readonly from: number; readonly who: string | null }[] = []
  let from = 0
  for (const line of reading.split('\n')) {
    if (HEADING.test(line)) sections.push({ from, who: BY.exec(line.slice(-200))?.[1] ?? null })
    from += line.length + 1
  }
  if (sections.every(({ who }) => who === null)) return () => null
  return (at) => sections.findLast((section) => section.from <= at)?.who ?? null
}
