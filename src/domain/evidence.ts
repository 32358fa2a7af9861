import type { Owner } from './person.ts'

/**
 * Where a piece of evidence stands. `waiting` needs a goal first; `answered` was small talk, a file alone
 * or anything else that gets a reply but no review.
 */
export type EvidenceState = 'queued' | 'waiting' | 'reviewed' | 'answered'

/** What a person wrote, kept as they wrote it, with its reading text. */
export type Evidence = {
  readonly id: string
  readonly owner: Owner
  /** The DM it came in, Slack's ts of the message, and the thread its answers go to. */
  readonly channel: string
  readonly messageTs: string
  readonly threadTs: string
  /** Slack's text, untouched. */
  readonly raw: string
  /** `raw` with Slack's entities undone; spans and quotes are cut from it. */
  readonly reading: string
  /** How many files came with it (they are not read yet). */
  readonly files: number
  readonly state: EvidenceState
  readonly receivedAt: Temporal.Instant
}

/** One sentence of a reading text: UTF-16 offsets, end exclusive, and the text between them. */
export type Span = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
}
