import type { UnsureStore } from '../../coaching/evidence/unsure-store.ts'
import type { Owner } from '../../domain/person.ts'
import type { Database } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import { confirmAsked, type Enqueue, lockPiece, OF_PERSON, pieceChanged } from './evidence-writes.ts'
import { instantOf, storableJson } from './rows.ts'

/** Parts `p` that wait for an answer. A message does not while its piece is read again. */
export const WAITS = `p.asked_at is not null and (p.kind = 'reply' or p.kind = 'message' and exists (
  select 1 from evidence e where e.id = p.evidence_id and e.state = 'unsure'))`

/** Deletes the words of a part that waits for an answer since before an instant. False if it does not. */
export async function dropAsked(
  query: Query,
  owner: Owner,
  evidenceId: string,
  part: number,
  askedBefore?: Temporal.Instant,
): Promise<boolean> {
  if (!(await lockPiece(query, owner, evidenceId))) return false
  const piece = [owner.team, owner.user, evidenceId]
  const [asked] = await query<{ kind: 'reply' | 'message' }>(
    `select kind from evidence_part p where ${OF_PERSON} and evidence_id = $3 and position = $4 and ${WAITS}
       and ($5::timestamptz is null or asked_at < $5)`,
    [...piece, part, askedBefore?.toString() ?? null],
  )
  const where = `${OF_PERSON} and evidence_id = $3 and position = $4`
  if (asked?.kind === 'reply') await query(`delete from evidence_part where ${where}`, [...piece, part])
  if (asked?.kind === 'message') {
    await query(`update evidence set state = 'answered' where ${OF_PERSON} and id = $3`, piece)
    await query(`update evidence_part set asked_at = null, raw = '', reading = '' where ${where}`, [
      ...piece,
      part,
    ])
  }
  return asked !== undefined
}

/** Locks a piece until the transaction ends. False if it was changed since that revision, or is gone. */
const lockRevision = async (query: Query, piece: readonly string[], revision: number): Promise<boolean> => {
  const locked = await query(
    `select 1 from evidence where ${OF_PERSON} and id = $3 and revision = $4 for update`,
    [...piece, revision],
  )
  return locked.length > 0
}

/** Stores what people are asked about, until they say whether to save it. */
export function makeUnsureStore(database: Database, enqueue: Enqueue): UnsureStore {
  const changed = pieceChanged(enqueue)
  return {
    askToKeep: (owner, { evidenceId, part, revision, about, at }) =>
      database.tx(async (query) => {
        const piece = [owner.team, owner.user, evidenceId]
        if (!(await lockRevision(query, piece, revision))) return false
        const [asked] = await query<{ kind: string }>(
          `update evidence_part set asked_at = $5, about = coalesce($6::jsonb, about)
           where ${OF_PERSON} and evidence_id = $3 and position = $4 and kind in ('message', 'reply')
           returning kind`,
          [...piece, part, at.toString(), about && storableJson(about)],
        )
        if (asked?.kind === 'message')
          await query(`update evidence set state = 'unsure' where ${OF_PERSON} and id = $3`, piece)
        return asked !== undefined
      }),

    keepMessage: (owner, evidenceId, revision) =>
      database.tx(async (query) => {
        const piece = [owner.team, owner.user, evidenceId]
        if (!(await lockRevision(query, piece, revision))) return false
        await query(
          `update evidence_part set kind = 'confirmed', asked_at = null
           where ${OF_PERSON} and evidence_id = $3 and kind = 'message'`,
          piece,
        )
        return true
      }),

    keepAsked: (owner, evidenceId, part) =>
      database.tx(async (query) => {
        if (!(await lockPiece(query, owner, evidenceId))) return false
        const kept = await query(
          `update evidence_part set asked_at = null,
             kind = case kind when 'reply' then 'answer' when 'message' then 'confirmed' else kind end
           where ${OF_PERSON} and evidence_id = $3 and position = $4 and asked_at is not null returning 1`,
          [owner.team, owner.user, evidenceId, part],
        )
        if (kept.length === 0) return false
        await confirmAsked(query, owner, evidenceId)
        await changed(query, owner, evidenceId)
        return true
      }),

    dropAsked: (owner, evidenceId, part, askedBefore) =>
      database.tx((query) => dropAsked(query, owner, evidenceId, part, askedBefore)),

    isAsked: async ({ team, user }, evidenceId, part, before) =>
      (
        await database.query(
          `select 1 from evidence_part p where ${OF_PERSON} and evidence_id = $3 and position = $4
             and asked_at < $5 and ${WAITS}`,
          [team, user, evidenceId, part, before.toString()],
        )
      ).length > 0,

    askedBefore: async (team, before, limit) => {
      const rows = await database.query<{ user: string; id: string; position: number; asked_at: string }>(
        `select user_id as user, evidence_id as id, position, asked_at from evidence_part p
         where team_id = $1 and asked_at < $2 and ${WAITS} order by asked_at limit $3`,
        [team, before.toString(), limit],
      )
      return rows.map(({ user, id, position, asked_at }) => ({
        owner: { team, user },
        evidenceId: id,
        part: Number(position),
        askedAt: instantOf(asked_at),
      }))
    },
  }
}
