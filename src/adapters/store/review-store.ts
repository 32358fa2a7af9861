import type { KeptLabel, Label, Store } from '../../coaching/store-port.ts'
import type { Owner } from '../../domain/person.ts'
import type { Remark } from '../../domain/review/remarks.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Database } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import { type Enqueue, OF_PERSON, UTC_DAY } from './evidence-writes.ts'
import { keepLadder } from './goal-store.ts'
import { type ReviewBody, type ReviewRow, reviewOf, storable, storableJson } from './rows.ts'

type ReviewStore = Pick<
  Store,
  | 'review'
  | 'reviewBefore'
  | 'saveReview'
  | 'correctReview'
  | 'remarks'
  | 'labels'
  | 'savePost'
  | 'posts'
  | 'forgetPost'
>

/** All of a review but what has a column of its own. */
const bodyOf = ({
  id: _id,
  evidenceId: _piece,
  revision: _revision,
  owner: _owner,
  ladderVersion: _version,
  createdAt: _at,
  ...body
}: Review): ReviewBody => body

const NEWEST = `select * from review where ${OF_PERSON} and evidence_id = $3`

/** Writes down which competencies the newest review of a piece found, and when the piece happened. */
const keepCompetencies = async (query: Query, { team, user }: Owner, evidenceId: string): Promise<void> => {
  await query(`delete from evidence_competency where ${OF_PERSON} and evidence_id = $3`, [
    team,
    user,
    evidenceId,
  ])
  await query(
    `insert into evidence_competency (team_id, user_id, evidence_id, ladder_id, competency, from_day, to_day)
     select distinct e.team_id, e.user_id, e.id, r.ladder_id, f->>'competency',
       coalesce(e.happened_from, e.told_from, ${UTC_DAY('e.received_at')}),
       coalesce(e.happened_to, e.told_to, ${UTC_DAY('e.received_at')})
     from evidence e join lateral (select ladder_id, body from review where evidence_id = e.id
       order by revision desc limit 1) r on true, jsonb_array_elements(r.body->'findings') f
     where e.team_id = $1 and e.user_id = $2 and e.id = $3`,
    [team, user, evidenceId],
  )
}

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

/** Reviews, what people say of them, and our posts. */
export const makeReviewStore = (database: Database, enqueue: Enqueue): ReviewStore => ({
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
         where exists (select 1 from evidence where team_id = $2 and user_id = $3 and id = $4 and revision = $5 for update)
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
      if (saved.length > 0) await keepCompetencies(query, owner, evidenceId)
      const [row] = await query<ReviewRow>(`${NEWEST} and revision = $4`, [
        owner.team,
        owner.user,
        evidenceId,
        revision,
      ])
      return row ? reviewOf(owner, row) : null
    })
  },

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
      const { findings, choices, labels } = change
      for (const label of labels) await keepLabel(query, owner, review, source, label, at)
      if (!fresh || (findings === review.findings && choices === review.choices)) return 'kept'
      await query(`update review set body = $5::jsonb where ${OF_PERSON} and evidence_id = $3 and id = $4`, [
        ...values,
        review.id,
        storableJson({ ...bodyOf(review), findings, choices }),
      ])
      await keepCompetencies(query, owner, evidenceId)
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

  labels: () =>
    database.query<KeptLabel>(
      `select kind, ladder_id as ladder, ladder_version as "ladderVersion", level_id as level, reader,
         competency_said as "competencySaid", competency_meant as "competencyMeant",
         status_said as "statusSaid", sentence
       from label order by id`,
    ),

  savePost: ({ team, user }, evidenceId, { channel, ts, kind, revision }) =>
    database.tx(async (query) => {
      // Held, so that a deletion either has this post on record or comes first.
      const held = await query(`select 1 from evidence where ${OF_PERSON} and id = $3 for update`, [
        team,
        user,
        evidenceId,
      ])
      if (held.length === 0) return false
      await query(
        `insert into post (team_id, user_id, evidence_id, channel_id, ts, kind, revision)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (team_id, channel_id, ts) do update set revision = excluded.revision`,
        [team, user, evidenceId, channel, ts, kind, revision],
      )
      if (kind === 'review')
        await query(
          `update evidence set state = 'reviewed' where ${OF_PERSON} and id = $3 and revision = $4`,
          [team, user, evidenceId, revision],
        )
      return true
    }),

  posts: ({ team, user }, evidenceId) =>
    database.query(
      `select channel_id as channel, ts, kind, revision from post where ${OF_PERSON} and evidence_id = $3 order by ts`,
      [team, user, evidenceId],
    ),

  forgetPost: async ({ team, user }, evidenceId, { channel, ts }) => {
    await database.query(
      `delete from post where ${OF_PERSON} and evidence_id = $3 and channel_id = $4 and ts = $5`,
      [team, user, evidenceId, channel, ts],
    )
  },
})
