import type { KeptLabel, Label, LabelStore } from '../../coaching/review/label-store.ts'
import type { Owner } from '../../domain/person.ts'
import type { FindingCorrection } from '../../domain/review/correct-findings.ts'
import type { Remark } from '../../domain/review/remarks.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Database } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import { type Enqueue, OF_PERSON } from './evidence-writes.ts'
import { bodyOf, keepFound, NEWEST } from './review-writes.ts'
import { instantOf, type ReviewRow, reviewOf, storable, storableJson } from './rows.ts'

const keepLabel = async (
  query: Query,
  { team, user }: Owner,
  review: Review,
  source: string,
  label: Label,
  at: Temporal.Instant,
): Promise<void> => {
  await query(
    `insert into label (team_id, user_id, evidence_id, kind, ladder_id, ladder_version, level_id, reader,
       competency_said, competency_meant, status_said, words, sentence, source, remark, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb, $16)`,
    [
      team,
      user,
      review.evidenceId,
      label.kind,
      review.goal.ladder,
      review.ladderVersion,
      review.goal.target,
      review.readBy.reader,
      label.competencySaid,
      label.competencyMeant,
      label.statusSaid,
      label.words === null ? null : storable(label.words),
      label.sentence === null ? null : storable(label.sentence),
      source,
      label.remark === null ? null : storableJson(label.remark),
      at.toString(),
    ],
  )
}

/** Deletes what a person said of a finding, so that no later review applies it. */
const forgetLabel = async (
  query: Query,
  piece: readonly string[],
  { kind, competency, meant }: FindingCorrection,
): Promise<void> => {
  const said = "remark->'correction'"
  await query(
    `delete from label where ${OF_PERSON} and evidence_id = $3 and ${said}->>'kind' = $4
       and ${said}->>'competency' = $5 and ${said}->>'meant' is not distinct from $6 and ${said}->'spots' is null`,
    [...piece, kind, competency, meant],
  )
}

/** Stores what people say about reviews. */
export function makeLabelStore(database: Database, enqueue: Enqueue): LabelStore {
  return {
    correctReview: (owner, evidenceId, source, at, say) =>
      database.tx(async (query) => {
        const { team, user } = owner
        const values = [team, user, evidenceId]
        const [piece] = await query<{ revision: number }>(
          `select revision from evidence where ${OF_PERSON} and id = $3 for update`,
          values,
        )
        const [row] = await query<ReviewRow>(`${NEWEST} order by revision desc limit 1`, values)
        if (!piece || !row) return 'gone'
        const said = await query(
          `select 1 from label where ${OF_PERSON} and evidence_id = $3 and source = $4`,
          [...values, source],
        )
        if (said.length > 0) return 'known'
        const review = reviewOf(owner, row)
        const fresh = review.revision === piece.revision
        const change = say(review, fresh)
        if (change === null) return 'gone'
        const { findings, choices, labels, unsaid } = change
        const { headline, standing, considered, nextSteps } = { ...review, ...change }
        if (unsaid) await forgetLabel(query, values, unsaid)
        for (const label of labels) await keepLabel(query, owner, review, source, label, at)
        if (!fresh || (findings === review.findings && choices === review.choices)) return 'kept'
        await query(
          `update review set body = $5::jsonb where ${OF_PERSON} and evidence_id = $3 and id = $4`,
          [
            ...values,
            review.id,
            storableJson({ ...bodyOf(review), headline, standing, findings, choices, considered, nextSteps }),
          ],
        )
        await keepFound(query, owner, evidenceId)
        await enqueue(query, 'review-evidence', { evidenceId, owner })
        return 'kept'
      }),

    remarks: async ({ team, user }, evidenceId) =>
      (
        await database.query<{ remark: Remark }>(
          `select remark from label where ${OF_PERSON} and evidence_id = $3 and remark is not null order by id`,
          [team, user, evidenceId],
        )
      ).map(({ remark }) => remark),

    lastCorrected: async ({ team, user }) => {
      const [row] = await database.query<{ evidenceId: string; at: string }>(
        `select evidence_id as "evidenceId", made_at::text as at from label
         where ${OF_PERSON} and remark->>'kind' = 'correction' order by id desc limit 1`,
        [team, user],
      )
      return row ? { evidenceId: row.evidenceId, at: instantOf(row.at) } : null
    },

    labels: () =>
      database.query<KeptLabel>(
        `select kind, ladder_id as ladder, ladder_version as "ladderVersion", level_id as level, reader,
         competency_said as "competencySaid", competency_meant as "competencyMeant",
         status_said as "statusSaid", sentence
       from label order by id`,
      ),
  }
}
