import { listMarkOf } from './list-marks.ts'

/** What `String.replace` puts for struck-out words, so that `withoutStruck` finds them. */
export const STRUCK = '~~$&~~'

const RUN = /~~([^~\n]{1,2000})~~/g

/**
 * A line without its struck-out words, which do not count. Google Docs and Notion also strike out ticked items, so the
 * words of a ticked item stay.
 */
export function withoutStruck(line: string): string {
  if (!line.includes('~~')) return line
  const isTicked = listMarkOf(line.replaceAll('~~', '').trimStart()).box === 'done'
  return line.replace(RUN, isTicked ? '$1' : '')
}
