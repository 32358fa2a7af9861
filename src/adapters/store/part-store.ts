import type { PartStore } from '../../coaching/evidence/part-store.ts'
import { hashIn } from '../database/asker.ts'
import type { Database } from '../database/database.ts'
import {
  addPart,
  confirmAsked,
  type Enqueue,
  isNew,
  lockPiece,
  messageHash,
  OF_PERSON,
  pieceChanged,
} from './evidence-writes.ts'
import { forgetDrafted } from './packet/forget-drafted.ts'
import { pieceMeant } from './packet/work-store.ts'
import { EVIDENCE_COLUMNS, type EvidenceRow, evidenceOf, storable, storableJson } from './rows.ts'

/** Stores the parts of pieces: replies, edits, files and joined pieces. */
export function makePartStore(database: Database, enqueue: Enqueue): PartStore {
  const changed = pieceChanged(enqueue)
  return {
    acceptReply: async (owner, thread, message, parts, to = { settles: false }) => {
      const seen = messageHash(await hashIn(database), owner, message)
      return database.tx(async (query) => {
        const only = 'piece' in to ? to.piece : null
        const which = await pieceMeant(query, owner, thread, to)
        if (which === 'none') return 'no-piece'
        const [piece] = await query<{ id: string }>(
          `select e.id from evidence e where e.team_id = $1 and e.user_id = $2 and e.channel_id = $3
             and (e.thread_ts = $4 or exists (select 1 from evidence_part p where p.evidence_id = e.id
               and p.channel_id = $3 and p.message_ts = $4))
             and ($5::text is null or e.id = $5)
           order by e.received_at ${which === 'newest' ? 'desc' : ''} limit 1 for update`,
          [owner.team, owner.user, thread.channel, thread.ts, only],
        )
        if (!piece) return 'no-piece'
        if (!(await isNew(query, seen))) return 'known'
        const job = { evidenceId: piece.id, owner }
        for (const part of parts) {
          const position = await addPart(query, owner, piece.id, part, thread.channel)
          if (part.kind === 'reply') await enqueue(query, 'answer-reply', { ...job, part: position })
        }
        if (parts.some(({ kind }) => kind !== 'reply')) {
          await confirmAsked(query, owner, piece.id)
          await changed(query, owner, piece.id)
        }
        return 'accepted'
      })
    },

    partAt: async (owner, { channel, ts }) => {
      const [row] = await database.query<EvidenceRow>(
        `select ${EVIDENCE_COLUMNS} from evidence e where e.id = (select evidence_id from evidence_part
           where ${OF_PERSON} and channel_id = $3 and message_ts = $4 order by position limit 1)`,
        [owner.team, owner.user, channel, ts],
      )
      const evidence = row ? evidenceOf(row) : null
      const part = evidence?.parts.find(({ messageTs }) => messageTs === ts)
      return evidence && part ? { evidence, part } : null
    },

    editPart: (owner, evidenceId, position, edit, editedTs) =>
      database.tx(async (query) => {
        if (!(await lockPiece(query, owner, evidenceId))) return false
        const { raw, reading, leftOut, held = [] } = edit
        const values = [storable(raw), storable(reading), leftOut, editedTs, storableJson(held)]
        const edited = await query<{ kind: string }>(
          // With other words, the message may be evidence after all, so its owner is asked again, or not at all.
          `update evidence_part set raw = $5, reading = $6, left_out = $7, edited_ts = $8,
             held = nullif($9::jsonb, '[]'), asked_at = case when kind = 'reply' then asked_at end
           where ${OF_PERSON} and evidence_id = $3 and position = $4 and raw <> $5
             and (edited_ts is null or edited_ts::numeric < $8::numeric) returning kind`,
          [owner.team, owner.user, evidenceId, position, ...values],
        )
        if (edited[0]?.kind === 'reply' || edited.length === 0) return edited.length > 0
        await forgetDrafted(query, owner, evidenceId)
        await changed(query, owner, evidenceId)
        return true
      }),

    removePart: (owner, evidenceId, position) =>
      database.tx(async (query) => {
        if (!(await lockPiece(query, owner, evidenceId))) return
        const [removed] = await query<{ kind: string }>(
          `delete from evidence_part where ${OF_PERSON} and evidence_id = $3 and position = $4 returning kind`,
          [owner.team, owner.user, evidenceId, position],
        )
        if (!removed || removed.kind === 'reply') return
        await forgetDrafted(query, owner, evidenceId)
        await changed(query, owner, evidenceId)
      }),

    settleReply: (owner, evidenceId, position, as, about) =>
      database.tx(async (query) => {
        const values = [owner.team, owner.user, evidenceId, position]
        const where = `${OF_PERSON} and evidence_id = $3 and position = $4 and kind = 'reply'`
        if (as === 'forgotten') {
          await query(`delete from evidence_part where ${where}`, values)
          return
        }
        const settled = await query(
          `update evidence_part set kind = 'answer', about = $5::jsonb where ${where} returning 1`,
          [...values, about && storableJson(about)],
        )
        if (settled.length === 0) return
        await confirmAsked(query, owner, evidenceId)
        await changed(query, owner, evidenceId)
      }),

    saveFile: async ({ team, user }, evidenceId, position, file, { raw, reading, leftOut }) => {
      await database.query(
        `update evidence_part set file = $5::jsonb, raw = $6, reading = $7, left_out = $8
         where ${OF_PERSON} and evidence_id = $3 and position = $4`,
        [team, user, evidenceId, position, storableJson(file), storable(raw), storable(reading), leftOut],
      )
    },

    joinEvidence: (owner, evidenceId, into) =>
      database.tx(async (query) => {
        // Always locked in id order, so that two joins at once cannot deadlock.
        const [first, second] = [evidenceId, into].sort()
        const found = [await lockPiece(query, owner, first!), await lockPiece(query, owner, second!)]
        if (evidenceId === into || found.includes(false)) return 'gone'
        const values = [owner.team, owner.user, evidenceId, into]
        const moved = await query<{ position: number; kind: string }>(
          `with before as (select parts from evidence where id = $4)
           update evidence_part set evidence_id = $4, position = position + (select parts from before),
             kind = case when kind = 'message' then 'joined' else kind end,
             about = about || jsonb_build_object('part', (about->>'part')::integer + (select parts from before))
           where ${OF_PERSON} and evidence_id = $3 returning position, kind`,
          values,
        )
        await query(
          `update evidence set parts = parts + (select parts from evidence where id = $3)
           where ${OF_PERSON} and id = $4 and exists (select 1 from evidence where id = $3)`,
          values,
        )
        // Remarks on its reviews stay, but positions and findings have changed.
        await query(
          `update label set evidence_id = $4, remark = null, source = 'joined:' || id
           where ${OF_PERSON} and evidence_id = $3`,
          values,
        )
        await query(
          `update post set evidence_id = $4, kind = case when kind = 'welcome' then kind else 'emptied:' || kind end
           where ${OF_PERSON} and evidence_id = $3`,
          values,
        )
        await query(`update plan set evidence_id = $4 where ${OF_PERSON} and evidence_id = $3`, values)
        await query(
          `update person set welcome_evidence_id = $4 where ${OF_PERSON} and welcome_evidence_id = $3`,
          values,
        )
        await forgetDrafted(query, owner, evidenceId)
        await query(`delete from evidence where ${OF_PERSON} and id = $3`, values.slice(0, 3))
        // A person who joins two messages wants both of them saved.
        await query(
          `update evidence_part set asked_at = null where ${OF_PERSON} and evidence_id = $3 and kind <> 'reply'`,
          [owner.team, owner.user, into],
        )
        for (const { position, kind } of moved)
          if (kind === 'reply')
            await enqueue(query, 'answer-reply', { evidenceId: into, owner, part: Number(position) })
        await changed(query, owner, into)
        return 'joined'
      }),
  }
}
