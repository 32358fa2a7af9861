const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A segment that ends like this goes on: Intl.Segmenter cuts after abbreviations that stand before a capital. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|vs|cf|approx|mr|mrs|ms|dr)|\b[A-Z])\.\s*$/i

/** A link in Markdown: its words may hold a sentence's end, its address a full stop. */
const LINK = /\[[^[\]]{1,300}\]\([^()\s]{1,500}\)/g

/** An address as it stands; the mark that ends its sentence is none of it. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/gi

/** Whether a place in a line stands inside of a link or an address. */
export function linksIn(line: string): (at: number) => boolean {
  if (!line.includes('](') && !line.includes('://')) return () => false
  const links = [...line.matchAll(LINK), ...line.matchAll(ADDRESS)]
    .map(({ 0: link, index }): [number, number] => [index, index + link.length])
    .sort(([one], [other]) => one - other)
  const apart: [number, number][] = []
  for (const link of links) {
    const last = apart.at(-1)
    if (last && link[0] < last[1]) last[1] = Math.max(last[1], link[1])
    else apart.push(link)
  }
  return (at) => {
    let [low, high] = [0, apart.length]
    // The first one that ends behind the place; all before it end at it or earlier.
    while (low < high) {
      const middle = (low + high) >> 1
      if (apart[middle]![1] > at) high = middle
      else low = middle + 1
    }
    return low < apart.length && apart[low]![0] < at
  }
}

/** Marks that close bold or struck words behind a full stop belong to what they close. */
const CLOSING = /^(?:\*{1,3}|_{1,3}|~~)(?:\s+|$)/

/** All that can end a sentence (Unicode's UAX #29: STerm, ATerm, ParaSep): most lines of a list have nothing of it. */
const CAN_END = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E\n\r\u0085\u2028\u2029]/u

/** The start and end of each sentence of a line, as UTF-16 offsets into it, trailing space included. */
export function sentenceRanges(line: string): [number, number][] {
  if (!CAN_END.test(line)) return line === '' ? [] : [[0, line.length]]
  const ranges: [number, number][] = []
  const inLink = linksIn(line)
  let goesOn = false
  for (const { segment, index } of segmenter.segment(line)) {
    const last = ranges.at(-1)
    const end = index + segment.length
    const closing = last ? (CLOSING.exec(segment)?.[0].length ?? 0) : 0
    if (last) last[1] = goesOn ? end : index + closing
    if (!goesOn && index + closing < end) ranges.push([index + closing, end])
    // Slack's own sign for a broadcast, typed by hand, ends nothing.
    goesOn = ABBREVIATION.test(segment) || segment.endsWith('<!') || inLink(end)
  }
  return ranges
}

/** The sentences of a line without the space between them; joined by one space they are the line again. */
export function sentencesIn(line: string): string[] {
  const joined = line.replace(/\s+/g, ' ').trim()
  return sentenceRanges(joined).map(([from, to]) => joined.slice(from, to).trim())
}
