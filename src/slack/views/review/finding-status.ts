import type { Finding } from '../../../domain/review/review.ts'
import { isDisputed } from '../../../domain/review/undisputed.ts'
import { en } from './labels/en.ts'

/** A review's verdict on one competency, in a word or two: "shown", "possible match". */
export function findingStatus(finding: Finding): string {
  const { status, against, correction } = finding
  const said = isDisputed(finding)
    ? en.status.disputed
    : status !== null
      ? en.status[against ? 'against' : status]
      : en.status[correction?.kind === 'other-competency' ? 'placed' : 'match']
  return said.charAt(0).toLowerCase() + said.slice(1)
}
