import { parse } from 'csv-parse/sync'
import { rowStatements } from '../../domain/text/table-rows.ts'

/** Signs between cells, as spreadsheets of different countries write them. */
const BETWEEN = [',', ';', '\t']

/** The rows of a spreadsheet as statements. What can't be read as rows stays as it is. */
export function csvTextOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1)
  const delimiter = BETWEEN.toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
    })
    return rows.some(({ length }) => length > 1) ? rowStatements(rows).join('\n') : text
  } catch {
    return text
  }
}
