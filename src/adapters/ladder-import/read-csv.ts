import { parse as parseCsv } from 'csv-parse/sync'
import { Unclear } from './draft.ts'
import type { ImportLedger } from './import-ledger.ts'
import type { Cell, Grid } from './tables/grid-cells.ts'

/** The most frequent delimiter in the first lines, outside quotes. */
const delimiterOf = (text: string): string => {
  const start = text.slice(0, 5_000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string): number =>
    start
      .split('\n')
      .slice(0, 5)
      .reduce((sum, line) => sum + line.split(mark).length - 1, 0)
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** One line of the sheet, with the line of the file on which it ends. */
type SheetRow = { readonly record: readonly string[]; readonly line: number }

/**
 * Puts cells together that a line break without quotation marks tore apart: a line with too few cells, and after it
 * one that goes on in small letters or with a bullet, if both together have as many cells as the header.
 */
const mended = (rows: readonly SheetRow[]): SheetRow[] => {
  const width = Math.max(0, ...rows.slice(0, 3).map(({ record }) => record.length))
  const out: SheetRow[] = []
  for (const row of rows) {
    const last = out.at(-1)
    const goesOn = /^\s{0,20}(?:[\p{Ll}(]|[-*•]\s)/u.test(row.record[0] ?? '')
    const open = last && last.record.length > 1 && last.record.length < width
    if (last && open && goesOn && last.record.length + row.record.length - 1 <= width) {
      const [first = '', ...others] = row.record
      const torn = `${last.record.at(-1)}\n${first}`
      out[out.length - 1] = { record: [...last.record.slice(0, -1), torn, ...others], line: row.line }
    } else out.push(row)
  }
  return out
}

/** Reads a sheet as a table. Throws Unclear, with the line, if a quotation mark is never closed. */
export function gridOfCsv(text: string, ledger: ImportLedger): Grid {
  try {
    const records = parseCsv(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return {
      line: 1,
      rows: mended(records.map(({ record, info }) => ({ record, line: info.lines }))).map(
        ({ record, line }) => {
          const height = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
          return record.map(
            (cell): Cell =>
              cell.trim() === ''
                ? { leaf: null, lines: [] }
                : {
                    leaf: ledger.leaf(
                      Math.max(1, line - height + 1),
                      cell.replace(/^\s{0,100}[-*•]\s+/gm, ''),
                    ),
                    lines: cell.split('\n'),
                  },
          )
        },
      ),
    }
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw new Unclear({
      line: lines ?? 1,
      wrong: "I can't read this line of the table",
      right: 'look for a quotation mark that is never closed',
    })
  }
}
