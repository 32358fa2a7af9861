import type { QuietStore } from '../../coaching/review/quiet-store.ts'
import type { Database } from '../database/database.ts'
import { type Enqueue, OF_PERSON } from './evidence-writes.ts'

/** Stores who wants no more questions. */
export function makeQuietStore(database: Database, enqueue: Enqueue): QuietStore {
  return {
    quietPiece: (owner, evidenceId) =>
      database.tx(async (query) => {
        const piece = [owner.team, owner.user, evidenceId]
        await query(`update evidence set quiet = true where ${OF_PERSON} and id = $3`, piece)
        const silenced = await query(
          `update review set body = body || '{"questions": []}' where ${OF_PERSON} and evidence_id = $3
             and revision = (select revision from evidence where id = $3) and body->'questions' <> '[]' returning 1`,
          piece,
        )
        if (silenced.length > 0) await enqueue(query, 'review-evidence', { evidenceId, owner })
      }),

    quietUntil: async ({ team, user }, until) => {
      await database.query(
        // Nothing is stored about somebody who deleted everything meanwhile.
        `update person set quiet_until = $3 where ${OF_PERSON}`,
        [team, user, until.toString()],
      )
    },

    isQuiet: async ({ team, user }, evidenceId, now) => {
      const quiet = await database.query(
        `select 1 from evidence where ${OF_PERSON} and id = $3 and quiet
         union all select 1 from person where ${OF_PERSON} and quiet_until > $4`,
        [team, user, evidenceId, now.toString()],
      )
      return quiet.length > 0
    },
  }
}
