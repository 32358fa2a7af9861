import type { ReviewStore } from '../../coaching/review/review-store.ts'
import type { Database } from '../database/database.ts'
import { keepLadder } from './ladder-store.ts'
import { bodyOf, keepFound, NEWEST } from './review-writes.ts'
import { type ReviewRow, reviewOf, storableJson } from './rows.ts'

/** Stores reviews of pieces. */
export function makeReviewStore(database: Database): ReviewStore {
  return {
    review: async (owner, evidenceId) => {
      const [row] = await database.query<ReviewRow>(`${NEWEST} order by revision desc limit 1`, [
        owner.team,
        owner.user,
        evidenceId,
      ])
      return row ? reviewOf(owner, row) : null
    },

    reviewBefore: async (owner, evidenceId, revision) => {
      const [row] = await database.query<ReviewRow>(
        `${NEWEST} and revision < $4 order by revision desc limit 1`,
        [owner.team, owner.user, evidenceId, revision],
      )
      return row ? reviewOf(owner, row) : null
    },

    saveReview: async (review, ladder) => {
      const { owner, evidenceId, revision } = review
      return database.tx(async (query) => {
        await keepLadder(query, ladder)
        const saved = await query(
          `insert into review (id, team_id, user_id, evidence_id, revision, body, ladder_id, ladder_version, created_at)
         select $1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9
         where exists (select 1 from evidence
           where team_id = $2 and user_id = $3 and id = $4 and revision = $5 for update)
         on conflict (evidence_id, revision) do nothing returning 1`,
          [
            review.id,
            owner.team,
            owner.user,
            evidenceId,
            revision,
            storableJson(bodyOf(review)),
            review.goal.ladder,
            review.ladderVersion,
            review.createdAt.toString(),
          ],
        )
        if (saved.length > 0) await keepFound(query, owner, evidenceId)
        const [row] = await query<ReviewRow>(`${NEWEST} and revision = $4`, [
          owner.team,
          owner.user,
          evidenceId,
          revision,
        ])
        return row ? reviewOf(owner, row) : null
      })
    },
  }
}
