const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A segment that ends like this goes on: Intl.Segmenter cuts after abbreviations that stand before a capital. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|vs|cf|approx|mr|mrs|ms|dr)|\b[A-Z])\.\s*$/i

/** The start and end of each sentence of a line, as UTF-16 offsets into it, trailing space included. */
export const sentenceRanges = (line: string): [number, number][] => {
  const ranges: [number, number][] = []
  let goesOn = false
  for (const { segment, index } of segmenter.segment(line)) {
    const last = ranges.at(-1)
    if (goesOn && last) last[1] = index + segment.length
    else ranges.push([index, index + segment.length])
    // Slack's own sign for a broadcast, typed by hand, ends nothing.
    goesOn = ABBREVIATION.test(segment) || segment.endsWith('<!')
  }
  return ranges
}

/** The sentences of a line without the space between them; joined by one space they are the line again. */
export const sentencesIn = (line: string): string[] =>
  sentenceRanges(line.replace(/\s+/g, ' ').trim()).map(([from, to]) =>
    line.replace(/\s+/g, ' ').trim().slice(from, to).trim(),
  )
