import type { Metrics } from '../../src/coaching/ports.ts'

/** Counts nothing. */
export const noMetrics: Metrics = {
  accepted: () => {},
  fileUnread: () => {},
  reviewed: () => {},
  modelCalled: () => {},
  resting: () => {},
  nudged: () => {},
  nudgeUsed: () => {},
}
