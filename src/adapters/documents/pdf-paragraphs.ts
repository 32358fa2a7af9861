import type { PageLines, PdfLine } from './pdf-lines.ts'

/** How much the distance of lines in one paragraph, and their font sizes, may differ from the usual (factors). */
const LOOSE = 1.35
const LIKE = 1.15

/** How far a first line may be indented, and how far later lines may stick out, as a share of the font size. */
const INDENT = 0.8
const OUTDENT = 4

/** A line that continues in the next one fills at least this share of the width between the margins. */
const LONG = 0.25

/**
 * If more than this share of lines ends in a hyphen, the program divides words. Compounds make about one in a
 * hundred.
 */
const DIVIDED = 0.035

/** A running head is on at least this share of the pages. */
const MOST_PAGES = 0.6

const ENDS_SENTENCE = /[.!?:;…。！？]["'”’)\]]*$/
const GOES_ON = /^["'“‘(]?\p{Ll}/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]/u

/** First parts of words that keep their hyphen, and endings that show that the word has none. */
const HYPHENED =
  /^(?:cost|cross|customer|full|half|hands|high|long|multi|non|real|self|third|time|user|well|year)$/i
const ENDING = /^(?:ed|en|ers?|est|ing|light|lighted|ly|ness)\b/

/** Removes what pages repeat at their edges: page numbers, and running heads except the first. */
const withoutFurniture = (pages: readonly PageLines[]): PageLines[] => {
  const key = (line: PdfLine): string => `${Math.round(line.y / 4)} ${line.text}`
  const times = new Map<string, number>()
  for (const { lines } of pages)
    for (const one of new Set(lines.map(key))) times.set(one, (times.get(one) ?? 0) + 1)
  const kept = new Set<string>()
  return pages.map(({ lines, width }, index) => {
    const ys = lines.map(({ y }) => y)
    const edges = [ys.reduce((a, b) => Math.min(a, b), Infinity), ys.reduce((a, b) => Math.max(a, b), 0)]
    const number = new RegExp(
      `^(?:[-–] ?)?(?:page )?${index + 1}(?: ?(?:of|/) ?${pages.length})?(?: ?[-–])?$`,
      'i',
    )
    const own = lines.filter((line) => {
      if (pages.length < 2 || lines.length < 2 || !edges.includes(line.y)) return true
      if (number.test(line.text)) return false
      const one = key(line)
      const isRepeated = kept.has(one) && times.get(one)! >= Math.max(3, MOST_PAGES * pages.length)
      kept.add(one)
      return !isRepeated
    })
    return { lines: own, width }
  })
}

/** The usual distance between two lines, as a share of the font size: the lower quartile. */
const pitchOf = (pages: readonly PageLines[]): number => {
  const ratios = pages
    .flatMap(({ lines }) => lines.slice(1).map((line, index) => (line.y - lines[index]!.y) / line.size))
    .filter((ratio) => ratio > 0.8 && ratio < 3)
    .toSorted((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 4)] ?? 1.2
}

const isLike = (one: PdfLine, other: PdfLine): boolean =>
  one.turn === other.turn && Math.max(one.size, other.size) / Math.min(one.size, other.size) < LIKE

/** A line with the edge of its column. `isLong` is true if it is long enough to continue in the next line. */
type Measured = PdfLine & { readonly edge: number; readonly isLong: boolean }

const goesOn = (line: PdfLine, next: PdfLine): boolean =>
  next.mark === null && !ENDS_SENTENCE.test(line.text) && GOES_ON.test(next.text)

/**
 * Where the next column begins, judged by what is next to a line. Below the end of that column, the line before
 * decides.
 */
const wallsOf = (lines: readonly PdfLine[]): number[] => {
  const walls: number[] = []
  for (const [at, line] of lines.entries()) {
    let wall = Infinity
    for (const other of lines)
      if (other.from >= line.to && Math.abs(other.y - line.y) < line.size) wall = Math.min(wall, other.from)
    const before = lines[at - 1]
    const isBelow = before !== undefined && line.y > before.y && line.to < walls[at - 1]!
    walls.push(wall === Infinity && isBelow ? walls[at - 1]! : wall)
  }
  return walls
}

/**
 * Where the column of each line ends: at its longest line that clearly continues in the next one, or else at a right
 * margin as wide as the left one.
 */
const measured = ({ lines, width }: PageLines): Measured[] => {
  const left = lines.reduce((least, { from }) => Math.min(least, from), width)
  const long = lines.map(({ from, to }) => to - from > LONG * (width - 2 * left))
  const wraps = lines.map(
    (line, at) => long[at]! && lines[at + 1] !== undefined && goesOn(line, lines[at + 1]!),
  )
  const walls = wallsOf(lines)
  return lines.map((line, at) => {
    const wall = walls[at]!
    let longest = line.to
    const wrapped: number[] = []
    lines.forEach((other, index) => {
      if (other.from >= line.to || other.to <= line.from || other.to > wall || !isLike(line, other)) return
      longest = Math.max(longest, other.to)
      if (wraps[index]) wrapped.push(other.to)
    })
    const margin = wall < Infinity ? longest : Math.max(longest, width - left)
    // Not the longest of many lines, because an address without a break sticks out.
    const edge = wrapped.toSorted((a, b) => a - b)[Math.ceil(wrapped.length * 0.9) - 1] ?? margin
    return { ...line, isLong: long[at]!, edge }
  })
}

/** The words of a line, without its list mark. */
const wordsOf = ({ mark, text }: PdfLine): string =>
  mark === null ? text : text.slice(text.indexOf(' ') + 1)

/** True if the first word of the next line did not fit into this one. */
const isFull = (line: Measured, next: PdfLine): boolean => {
  const words = wordsOf(next)
  const first = /^\S*/.exec(words)![0].length + 1
  return line.to + (first / words.length) * (next.to - next.wordsFrom) > line.edge - 1
}

type Paragraph = { text: string; readonly first: PdfLine; last: Measured; count: number }

/** True if a line begins where the lines of a paragraph do. `same` means on the same page and in the same column. */
const isInLine = ({ first, last, count }: Paragraph, next: PdfLine, same: boolean): boolean => {
  const off = (from: number): number => Math.abs(next.from - from)
  const near = INDENT * next.size
  if (!same) return true
  if (count > 1) return off(last.from) < near
  if (off(first.wordsFrom) < near || off(first.from) < near) return true
  return first.mark === null && next.from < first.from && off(first.from) < OUTDENT * next.size
}

const continues = (paragraph: Paragraph, next: PdfLine, isNewPage: boolean, pitch: number): boolean => {
  const { last, first, text } = paragraph
  const down = next.y - last.y
  const isNewColumn = down < 0 && next.from >= last.to
  const same = !isNewPage && !isNewColumn
  if (!isLike(last, next) || !last.isLong || next.mark === 'bullet') return false
  if (same && (down <= 0 || down > LOOSE * pitch * next.size)) return false
  if (!isInLine(paragraph, next, same)) return false
  const full = isFull(last, next)
  if (next.mark === null) return full || goesOn({ ...last, text }, next)
  // A dash or a number at the start of a line can be part of a sentence, if there is no list around it.
  return full && first.mark === null && !ENDS_SENTENCE.test(text) && GOES_ON.test(wordsOf(next))
}

/**
 * The letters before a hyphen at the end of a line, if the next line continues with letters. Null if there are none.
 */
const brokenWord = (text: string, next: string): string | null =>
  (/^\p{Ll}/u.test(next) && /(?:^|[\s([“‘"'])(\p{L}+)[-\u2010]$/u.exec(text)?.[1]) || null

/**
 * True if the program that made these lines divides words: then more lines end in a hyphen than compounds would
 * explain.
 */
const dividesWords = (pages: readonly PageLines[]): boolean => {
  const pairs = pages.flatMap(({ lines }) =>
    lines.slice(1).map(({ text }, at) => [lines[at]!.text, text] as const),
  )
  return pairs.filter(([text, next]) => brokenWord(text, next) !== null).length > DIVIDED * pairs.length
}

/** Joins two lines of a paragraph. With `divided`, a divided word becomes one again. */
const glued = (text: string, next: string, divided: boolean): string => {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next
  const word = divided ? brokenWord(text, next) : null
  if (word !== null && !(HYPHENED.test(word) && !ENDING.test(next))) return text.slice(0, -1) + next
  if (/[\p{L}\p{N}][-\u2010/]$/u.test(text)) return text + next
  return UNSPACED.test(text.at(-1)!) && UNSPACED.test(next[0]!) ? text + next : `${text} ${next}`
}

/** The paragraphs, headings and list items of a document, one line each, even across two pages. */
export function paragraphsOf(pages: readonly PageLines[]): string[] {
  const clean = withoutFurniture(pages)
  const pitch = pitchOf(clean)
  const divided = dividesWords(clean)
  const paragraphs: Paragraph[] = []
  for (const page of clean) {
    measured(page).forEach((line, index) => {
      const open = paragraphs.at(-1)
      if (open && continues(open, line, index === 0, pitch)) {
        open.text = glued(open.text, line.text, divided)
        open.last = line
        open.count += 1
      } else {
        const isItem = line.mark === 'bullet' || line.mark === 'dash'
        const box = /^[☐☑☒]/.test(line.text) ? `${line.text[0]} ` : ''
        const text = isItem ? `- ${box}${wordsOf(line)}` : line.text
        paragraphs.push({ text, first: line, last: line, count: 1 })
      }
    })
  }
  return paragraphs.map(({ text }) => text)
}
