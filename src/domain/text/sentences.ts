const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * A segment with this ending continues in the next one, because Intl.Segmenter cuts after abbreviations before a
 * capital.
 */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|vs|cf|approx|mr|mrs|ms|dr)|\b[A-Z])\.\s*$/i

/** A Markdown link. Its words may contain the end of a sentence, and its address a full stop. */
const LINK = /\[[^[\]]{1,300}\]\([^()\s]{1,500}\)/g

/** A bare address, without the punctuation that ends its sentence. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/gi

/** Returns whether a position in a line is inside a link or an address. */
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
    // The first one that ends after the position. All earlier ones end before it.
    while (low < high) {
      const middle = (low + high) >> 1
      if (apart[middle]![1] > at) high = middle
      else low = middle + 1
    }
    return low < apart.length && apart[low]![0] < at
  }
}

/** Marks after a full stop that close bold or struck-through words belong to those words. */
const CLOSING = /^(?:\*{1,3}|_{1,3}|~~)(?:\s+|$)/

/**
 * Everything that can end a sentence (Unicode's UAX #29: STerm, ATerm, ParaSep). Most list lines contain none of it.
 */
const CAN_END = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E\n\r\u0085\u2028\u2029]/u

/** The start and end of each sentence in a line, as UTF-16 offsets, including trailing space. */
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
    // Slack's own sign for a broadcast does not end a sentence, even if typed by hand.
    goesOn = ABBREVIATION.test(segment) || segment.endsWith('<!') || inLink(end)
  }
  return ranges
}

/** The sentences of a line without the spaces between. Joined by single spaces, they are the line again. */
export function sentencesIn(line: string): string[] {
  const joined = line.replace(/\s+/g, ' ').trim()
  return sentenceRanges(joined).map(([from, to]) => joined.slice(from, to).trim())
}
