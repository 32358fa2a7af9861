/**
 * A piece of text as a page draws it. Lengths are in points, y grows downwards, and `turn` is in tenths of a radian.
 */
export type Placed = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly turn: number
}

/**
 * One line of a page. A list mark is the first word of its text. `from` and `to` are its edges, and `wordsFrom` is
 * where the words after the mark begin.
 */
export type PdfLine = {
  readonly text: string
  /** Signs like • always open a list item. Dashes and numbers can also be part of a sentence. */
  readonly mark: 'bullet' | 'dash' | 'number' | null
  readonly from: number
  readonly wordsFrom: number
  readonly to: number
  readonly y: number
  readonly size: number
  readonly turn: number
}

/** The lines of a page and its width in points. */
export type PageLines = { readonly lines: readonly PdfLine[]; readonly width: number }

/** The private-use characters are those of Word's Symbol and Wingdings fonts. */
const BULLET = /^[•·●○◦▪▫■□◆◇❖❑❏➢➤►▶‣⁃∙✓✔✗✘☐☑☒\uF000-\uF0FF]$/
const STUCK = /^([•●○◦▪■□◆❖➢➤►▶‣✓✔✗✘☐☑☒\uF000-\uF0FF])(?=\S)/
const DASH = /^[-*–—→]$/
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]$/

/** Letters of Courier New and Wingdings that look like a bullet. */
const BULLET_LETTER = /^[o§Øüqv]$/

/** Gaps as a share of the font size: between words, after a list mark, between columns. */
const SPACE = 0.15
const AFTER_MARK = 0.5
const COLUMN = 2

/** True if a piece is on the same line: to the right of the rest or, if it was drawn late, to the left of all. */
const belongs = (line: readonly Placed[], next: Placed): boolean => {
  const last = line.at(-1)!
  return (
    last.turn === next.turn &&
    Math.abs(next.y - line[0]!.y) < 0.5 * Math.max(line[0]!.size, next.size) &&
    (next.x >= last.x + last.width - 0.5 * Math.min(last.size, next.size) ||
      line.every(({ x }) => next.x + next.width <= x + 1))
  )
}

/** True if a piece was drawn again in the same place, to look bold. */
const isShadow = (line: readonly Placed[], next: Placed): boolean =>
  line.some(
    ({ text, x, size }) =>
      text.trim() === next.text.trim() && Math.abs(x - next.x) < 0.2 * size && size === next.size,
  )

/** Joins pieces to one text, with bars between columns. A justified line also has wide gaps, but equal ones. */
const joined = (pieces: readonly Placed[]): string => {
  const gaps = pieces.slice(1).map((piece, at) => (piece.x - pieces[at]!.x - pieces[at]!.width) / piece.size)
  const [least, most] = gaps.reduce(([a, b], gap) => [Math.min(a, gap), Math.max(b, gap)], [Infinity, 0])
  const isJustified = gaps.length > 1 && most - least < SPACE
  return pieces
    .map(({ text }, at) => {
      const gap = gaps[at - 1] ?? 0
      return `${gap > COLUMN && !isJustified ? ' | ' : gap > SPACE ? ' ' : ''}${text}`
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

const markOf = (head: string, gap: number): PdfLine['mark'] => {
  if (BULLET.test(head) || (BULLET_LETTER.test(head) && gap > AFTER_MARK)) return 'bullet'
  return DASH.test(head) ? 'dash' : NUMBER.test(head) ? 'number' : null
}

const lineOf = (drawn: readonly Placed[]): PdfLine => {
  const pieces = drawn.toSorted((a, b) => a.x - b.x)
  const [first, second] = [pieces[0]!, pieces[1]]
  const { size } = pieces.reduce((one, other) => (other.text.length > one.text.length ? other : one))
  const line = {
    from: first.x,
    to: pieces.reduce((most, { x, width }) => Math.max(most, x + width), first.x),
    y: first.y,
    size,
    turn: first.turn,
  }
  const apart = first.text.trim()
  const mark = second ? markOf(apart, (second.x - first.x - first.width) / size) : null
  if (second && mark !== null)
    return { ...line, mark, text: `${apart} ${joined(pieces.slice(1))}`, wordsFrom: second.x }
  // "•Led it" gets its missing space.
  const text = joined(pieces).replace(STUCK, '$1 ')
  const head = /^\S{1,5}(?= )/.exec(text)?.[0] ?? ''
  const within = markOf(head, 0)
  if (within === null) return { ...line, mark: null, text, wordsFrom: line.from }
  const wordsFrom = line.from + ((head.length + 1) / text.length) * (line.to - line.from)
  return { ...line, mark: within, text, wordsFrom }
}

/** The lines of a page, in the order in which programs write them. */
export function linesOf(placed: readonly Placed[]): PdfLine[] {
  const lines: Placed[][] = []
  let spaced = false
  for (const piece of placed) {
    if (piece.text.trim() === '') {
      spaced ||= piece.text !== ''
      continue
    }
    const line = lines.at(-1)
    const next = spaced ? { ...piece, text: ` ${piece.text}` } : piece
    spaced = false
    if (!line || !belongs(line, next)) lines.push([next])
    else if (!isShadow(line, next)) line.push(next)
  }
  return lines.map(lineOf)
}
