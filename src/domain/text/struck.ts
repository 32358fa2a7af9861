import { listMarkOf } from './list-marks.ts'

/** What `String.replace` puts for struck-out words, so that `withoutStruck` finds them. */
export const STRUCK = '~~$&~~'

const RUN = /~~([^~\n]{1,2000})~~/g

/**
 * A line without what is struck out: nobody says it. Google Docs and Notion also strike out what is ticked off, so the
 * words of a ticked item stay.
 */
export function withoutStruck(line: string): string {
  if (!line.includes('~~')) return line
  const isTicked = listMarkOf(line.replaceAll('~~', '').trimStart()).box === 'done'
  return line.replace(RUN, isTicked ? '$1' : '')
}
