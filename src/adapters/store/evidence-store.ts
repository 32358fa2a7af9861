import type { EvidenceStore } from '../../coaching/evidence/evidence-store.ts'
import type { Post } from '../../coaching/ports.ts'
import { hashIn } from '../database/asker.ts'
import type { Database } from '../database/database.ts'
import { acceptPiece } from './accept-piece.ts'
import { type Enqueue, isNew, lockPiece, messageHash, OF_PERSON, pieceChanged } from './evidence-writes.ts'
import { homeChanged } from './home-tab/home-store.ts'
import { makeListStore } from './list-store.ts'
import { forgetDrafted } from './packet/forget-drafted.ts'
import { claimAnswer } from './packet/work-store.ts'
import { EVIDENCE_COLUMNS, type EvidenceRow, evidenceOf } from './rows.ts'

/** Pieces whose newest review was read against another goal than this one. */
const OTHERWISE = `select e.id from evidence e join lateral (select body from review r where r.evidence_id = e.id
    order by r.revision desc limit 1) r on true
  where e.team_id = $1 and e.user_id = $2 and e.state = 'reviewed'
    and (r.body->'goal'->>'ladder' <> $3 or r.body->'goal'->>'target' <> $4 or r.body->'goal'->>'current' <> $5)
  order by e.received_at`

/** Stores whole pieces of evidence. */
export function makeEvidenceStore(database: Database, enqueue: Enqueue): EvidenceStore {
  const changed = pieceChanged(enqueue)
  return {
    evidence: async ({ team, user }, id) => {
      const [row] = await database.query<EvidenceRow>(
        `select ${EVIDENCE_COLUMNS} from evidence e where e.team_id = $1 and e.user_id = $2 and e.id = $3`,
        [team, user, id],
      )
      return row ? evidenceOf(row) : null
    },

    acceptEvidence: async (piece) => {
      const hash = await hashIn(database)
      const { id, owner, message, thread } = piece
      return database.tx(async (query) => {
        const accepted = await acceptPiece(query, hash, enqueue, piece)
        const isReply = message !== null && thread !== null && message.ts !== thread.ts
        if (accepted === 'accepted' && isReply) await claimAnswer(query, owner, thread, id)
        return accepted
      })
    },

    saveThread: async ({ team, user }, evidenceId, { channel, ts }) => {
      await database.query(
        `with dm as (update person set dm_channel_id = $4 where ${OF_PERSON})
         update evidence set channel_id = $4, thread_ts = $5 where ${OF_PERSON} and id = $3`,
        [team, user, evidenceId, channel, ts],
      )
    },

    saveTold: async ({ team, user }, evidenceId, told) => {
      await database.query(
        `update evidence set told_from = $4, told_to = $5 where ${OF_PERSON} and id = $3`,
        [team, user, evidenceId, told?.from.toString() ?? null, told?.to.toString() ?? null],
      )
    },

    markSeen: async (owner, message) => {
      const seen = messageHash(await hashIn(database), owner, message)
      return (await isNew(database.query, seen)) ? 'new' : 'known'
    },

    askToSay: (owner, evidenceId, competency) =>
      database.tx(async (query) => {
        if (!(await lockPiece(query, owner, evidenceId))) return false
        await enqueue(query, 'say-evidence', { evidenceId, owner, competency })
        return true
      }),

    pieceBefore: async ({ team, user }, evidenceId, minutes) => {
      const [row] = await database.query<{ id: string }>(
        // Sorted as in the index, because a person may have thousands of pieces.
        `select before.id from evidence e, lateral (
           select b.id from evidence b where b.team_id = $1 and b.user_id = $2 and b.id <> $3
             and b.channel_id = e.channel_id and b.state not in ('answered', 'unsure')
             and b.received_at <= e.received_at and b.received_at >= e.received_at - make_interval(mins => $4)
           order by b.received_at desc, b.id limit 1) before
         where e.team_id = $1 and e.user_id = $2 and e.id = $3`,
        [team, user, evidenceId, minutes],
      )
      return row?.id ?? null
    },

    readAgain: (owner, which) =>
      database.tx(async (query) => {
        const rows =
          'evidenceId' in which
            ? [{ id: which.evidenceId }]
            : await query<{ id: string }>(OTHERWISE, [
                owner.team,
                owner.user,
                which.otherThan.ladder,
                which.otherThan.target,
                which.otherThan.current,
              ])
        for (const { id } of rows) await changed(query, owner, id)
        return rows.length
      }),

    readOtherwise: async (owner, goal) =>
      (await database.query(OTHERWISE, [owner.team, owner.user, goal.ladder, goal.target, goal.current]))
        .length,

    ...makeListStore(database),

    evidenceIds: async ({ team, user }) =>
      (await database.query<{ id: string }>(`select id from evidence where ${OF_PERSON}`, [team, user])).map(
        ({ id }) => id,
      ),

    forgetWords: (owner, evidenceId, revision) =>
      database.tx(async (query) => {
        const { team, user } = owner
        const answered = await query(
          `update evidence set state = 'answered' where ${OF_PERSON} and id = $3 and revision = $4 returning 1`,
          [team, user, evidenceId, revision],
        )
        if (answered.length === 0) return
        await forgetDrafted(query, owner, evidenceId)
        await homeChanged(query, owner)
        // A reply that arrived meanwhile has not been answered.
        await query(
          `update evidence_part set raw = '', reading = '', file = null, said_by = null, asked_at = null
           where ${OF_PERSON} and evidence_id = $3 and kind <> 'reply'`,
          [team, user, evidenceId],
        )
      }),

    deleteEvidence: (owner, evidenceId) =>
      database.tx(async (query) => {
        const { team, user } = owner
        const values = [team, user, evidenceId]
        const held = await query(`select 1 from evidence where ${OF_PERSON} and id = $3 for update`, values)
        if (held.length === 0) return null
        const posts = await query<Post>(
          `delete from post where ${OF_PERSON} and evidence_id = $3
           returning channel_id as channel, ts, kind, revision`,
          values,
        )
        await forgetDrafted(query, owner, evidenceId)
        await query(`delete from evidence where ${OF_PERSON} and id = $3`, values)
        await homeChanged(query, owner)
        return posts
      }),
  }
}
