import type { Evidence, EvidenceState } from '../domain/evidence.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Answer, ReadBy, Review } from '../domain/review.ts'

/** A timestamptz as PostgreSQL writes it, `2026-11-23 21:04:00.123456+00`. */
export const instantOf = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'))

/** PostgreSQL's text holds no NUL and no half of a surrogate pair: the replacement character stands for them. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD')

export type EvidenceRow = {
  id: string
  team_id: string
  user_id: string
  channel_id: string
  message_ts: string
  thread_ts: string
  raw: string
  reading: string
  files: number
  state: EvidenceState
  received_at: string
}

export const evidenceOf = (row: EvidenceRow): Evidence => ({
  id: row.id,
  owner: { team: row.team_id, user: row.user_id },
  channel: row.channel_id,
  messageTs: row.message_ts,
  threadTs: row.thread_ts,
  raw: row.raw,
  reading: row.reading,
  files: row.files,
  state: row.state,
  receivedAt: instantOf(row.received_at),
})

export type ReviewBody = Answer & { readonly goal: Goal; readonly readBy: ReadBy }

export type ReviewRow = {
  id: string
  evidence_id: string
  body: ReviewBody
  ladder_version: string
  created_at: string
}

export const reviewOf = (owner: Owner, row: ReviewRow): Review => ({
  ...row.body,
  // Reviews from before goals had a date.
  goal: { ...row.body.goal, by: row.body.goal.by ?? null },
  id: row.id,
  evidenceId: row.evidence_id,
  owner,
  ladderVersion: row.ladder_version,
  createdAt: instantOf(row.created_at),
})
