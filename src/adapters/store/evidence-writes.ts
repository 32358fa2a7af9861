import type { NewPart } from '../../coaching/evidence/evidence-store.ts'
import type { Job } from '../../coaching/ports.ts'
import type { Thread } from '../../domain/evidence/evidence.ts'
import type { JobName } from '../../domain/job.ts'
import type { Owner } from '../../domain/person.ts'
import type { Hash } from '../database/asker.ts'
import type { Query } from '../database/driver.ts'
import { storable, storableJson } from './rows.ts'

/** Writes a job inside the transaction that `query` belongs to. `place` is its place in line, if known. */
export type Enqueue = (query: Query, name: JobName, job: Job, place?: number) => Promise<void>

/** Begins every query of a person's rows, whose first values are team and user. */
export const OF_PERSON = 'team_id = $1 and user_id = $2'

/** Appends a part to its piece and returns its position. Positions are never reused. */
export async function addPart(
  query: Query,
  { team, user }: Owner,
  evidenceId: string,
  part: NewPart,
  channel: string | null,
): Promise<number> {
  const [row] = await query<{ position: number }>(
    `with piece as (update evidence set parts = parts + 1 where ${OF_PERSON} and id = $3 returning parts)
     insert into evidence_part (team_id, user_id, evidence_id, position, kind, said_by, channel_id, message_ts,
       raw, reading, left_out, file, written_at, edited_ts)
     select $1, $2, $3, parts - 1, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13 from piece returning position`,
    [
      team,
      user,
      evidenceId,
      part.kind,
      part.saidBy === null ? null : storable(part.saidBy),
      channel,
      part.messageTs,
      storable(part.raw),
      storable(part.reading),
      part.leftOut,
      part.file === null ? null : storableJson(part.file),
      part.writtenAt.toString(),
      part.editedTs ?? null,
    ],
  )
  return Number(row?.position)
}

/** The day of an instant in UTC, like all days here, whatever time zone the database is set to. */
export function UTC_DAY(column: string): string {
  return `(${column} at time zone 'UTC')::date`
}

/** Replaces a Slack message's id, so that a repeat is recognised even after its writer deleted everything. */
export function messageHash(hash: Hash, { team }: Owner, { channel, ts }: Thread): string {
  return hash('message', team, channel, ts)
}

/** Whether a Slack message with this hash arrives for the first time. Hashes are stored for a week. */
export async function isNew(query: Query, message: string): Promise<boolean> {
  return (
    (
      await query('insert into message_seen (message) values ($1) on conflict do nothing returning 1', [
        message,
      ])
    ).length > 0
  )
}

/** Locks the piece until the transaction ends. False if the person has no piece with that id. */
export async function lockPiece(query: Query, { team, user }: Owner, id: string): Promise<boolean> {
  return (
    (await query(`select 1 from evidence where ${OF_PERSON} and id = $3 for update`, [team, user, id]))
      .length > 0
  )
}

/** A person who adds to a message that we asked about has answered that question too. */
export async function confirmAsked(query: Query, { team, user }: Owner, id: string): Promise<void> {
  await query(
    `update evidence_part set kind = 'confirmed', asked_at = null
     where ${OF_PERSON} and evidence_id = $3 and kind = 'message' and asked_at is not null`,
    [team, user, id],
  )
}

/**
 * Marks the words of a piece as changed, so that its reviews belong to an earlier revision. A piece that waits for a
 * goal goes on waiting.
 */
export function pieceChanged(enqueue: Enqueue) {
  return async (query: Query, owner: Owner, id: string): Promise<void> => {
    const [row] = await query<{ state: string }>(
      `update evidence set revision = revision + 1,
         state = case when state = 'waiting' then state else 'queued' end
       where ${OF_PERSON} and id = $3 returning state`,
      [owner.team, owner.user, id],
    )
    if (row?.state === 'queued') await enqueue(query, 'review-evidence', { evidenceId: id, owner })
  }
}
