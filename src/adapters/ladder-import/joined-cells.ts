/** A line that begins a table row, or the line of dashes below the header. */
const BEGINS = /^\s*\|/
const ENDS = /(?<!\\)\|\s*$/
const RULE = /^\s*\|(?:\s{0,20}:?-{1,200}:?\s{0,20}\|)+\s*$/
const FENCE = /^\s*(?:```|~~~)/
/** How many lines a broken cell may go on. More than that is not a cell. */
const MOST = 40

/**
 * Puts the cells of Markdown tables that are broken over several lines back on one line each, with `<br>` at the
 * breaks. Only in tables whose rows all end in a bar, so that a row has all of its bars or is broken. `lineOf` finds
 * the line of the source.
 */
export function joinedCells(
  text: string,
  firstLine: number,
): { readonly text: string; readonly lineOf: (line: number) => number } {
  const lines = text.split('\n')
  const out: string[] = []
  const sources: number[] = []
  /** How many bars a row of this table has. 0 outside of tables. */
  let bars = 0
  let fenced = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    if (FENCE.test(line)) fenced = !fenced
    if (RULE.test(line)) bars = barsIn(line)
    else if (!BEGINS.test(line)) bars = 0
    sources.push(at + firstLine)
    const end = bars > 0 && !fenced ? closingLine(lines, at, bars) : at
    out.push(
      lines
        .slice(at, end + 1)
        .map((part) => part.trimEnd())
        .join('<br>')
        .replace(/(?:<br>){2,}/g, '<br>'),
    )
    at = end
  }
  return { text: out.join('\n'), lineOf: (line) => sources[line - 1] ?? line + firstLine - 1 }
}

/** The bars of a line that are not escaped. */
const barsIn = (line: string): number => line.replace(/\\\|/g, '').split('|').length - 1

/** The line in which the row that begins at `from` has all of its bars. `from` if none is that. */
const closingLine = (lines: readonly string[], from: number, bars: number): number => {
  let count = barsIn(lines[from]!)
  for (let at = from + 1; at < lines.length && at <= from + MOST && count < bars; at += 1) {
    const line = lines[at]!
    count += barsIn(line)
    if (count > bars || /^\s*#{1,6}\s/.test(line) || FENCE.test(line)) return from
    if (count === bars && ENDS.test(line)) return at
  }
  return from
}
