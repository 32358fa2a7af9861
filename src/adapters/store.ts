import type { ReviewJob, Store } from '../coaching/ports.ts'
import type { Database } from './database.ts'
import type { Query } from './driver.ts'
import { keepLadder, makeGoalStore } from './goal-store.ts'
import {
  type EvidenceRow,
  evidenceOf,
  instantOf,
  type ReviewBody,
  type ReviewRow,
  reviewOf,
  storable,
} from './rows.ts'

type Enqueue = (query: Query, job: ReviewJob) => Promise<void>

/** The Store on PGlite or PostgreSQL. `enqueue` writes the job `review-evidence` within a transaction. */
export const makeStore = (database: Database, enqueue: Enqueue): Store => ({
  ...makeGoalStore(database, enqueue),

  acceptEvidence: (evidence) =>
    database.tx(async (query) => {
      const { team, user } = evidence.owner
      const taken = await query(
        `with seen as (
           insert into message_seen (team_id, user_id, channel_id, message_ts) values ($1, $2, $3, $4)
           on conflict do nothing returning 1
         ), forgotten as (
           delete from message_seen where seen_at < now() - interval '7 days'
         ), known_person as (
           insert into person (team_id, user_id) select $1, $2 where exists (select 1 from seen) on conflict do nothing
         )
         insert into evidence (id, team_id, user_id, channel_id, message_ts, thread_ts, raw, reading, files, received_at)
         select $5, $1, $2, $3, $4, $6, $7, $8, $9, $10 where exists (select 1 from seen) returning id`,
        [
          team,
          user,
          evidence.channel,
          evidence.messageTs,
          evidence.id,
          evidence.threadTs,
          storable(evidence.raw),
          storable(evidence.reading),
          evidence.files,
          evidence.receivedAt.toString(),
        ],
      )
      if (taken.length === 0) return 'known'
      await enqueue(query, { evidenceId: evidence.id, owner: evidence.owner })
      return 'accepted'
    }),

  evidence: async ({ team, user }, id) => {
    const [row] = await database.query<EvidenceRow>(
      'select * from evidence where team_id = $1 and user_id = $2 and id = $3',
      [team, user, id],
    )
    return row ? evidenceOf(row) : null
  },

  listEvidence: async (owner, { before, limit }) => {
    const rows = await database.query<EvidenceRow & { review: ReviewRow | null }>(
      `select e.*, case when r.id is null then null else
         jsonb_build_object('id', r.id, 'evidence_id', r.evidence_id, 'body', r.body,
           'ladder_version', r.ladder_version, 'created_at', r.created_at) end as review
       from evidence e left join review r on r.evidence_id = e.id and r.team_id = e.team_id and r.user_id = e.user_id
       where e.team_id = $1 and e.user_id = $2 and e.state <> 'answered' and ($3::timestamptz is null or e.received_at < $3)
       order by e.received_at desc, e.id limit $4`,
      [owner.team, owner.user, before?.toString() ?? null, limit],
    )
    return rows.map((row) => ({
      evidence: evidenceOf(row),
      review: row.review ? reviewOf(owner, row.review) : null,
    }))
  },

  evidenceIds: async ({ team, user }) =>
    (
      await database.query<{ id: string }>('select id from evidence where team_id = $1 and user_id = $2', [
        team,
        user,
      ])
    ).map(({ id }) => id),

  kept: async ({ team, user }) => {
    const [row] = await database.query<{ evidence: number; reviews: number; since: string | null }>(
      `select count(*) as evidence, count(r.id) as reviews, min(e.received_at) as since
       from evidence e left join review r on r.evidence_id = e.id and r.team_id = e.team_id and r.user_id = e.user_id
       where e.team_id = $1 and e.user_id = $2 and e.state <> 'answered'`,
      [team, user],
    )
    return {
      evidence: row?.evidence ?? 0,
      reviews: row?.reviews ?? 0,
      since: row?.since ? instantOf(row.since) : null,
    }
  },

  forgetWords: async ({ team, user }, evidenceId) => {
    await database.query(
      `update evidence set raw = '', reading = '', state = 'answered' where team_id = $1 and user_id = $2 and id = $3`,
      [team, user, evidenceId],
    )
  },

  claimWelcome: async ({ team, user }, evidenceId) => {
    const claimed = await database.query(
      `update person p set welcome_evidence_id = $3
       where team_id = $1 and user_id = $2 and welcomed_at is null
         and (welcome_evidence_id is null or welcome_evidence_id = $3
           or not exists (select 1 from evidence e where e.id = p.welcome_evidence_id))
       returning 1`,
      [team, user, evidenceId],
    )
    return claimed.length > 0
  },

  markWelcomed: async ({ team, user }, at) => {
    await database.query('update person set welcomed_at = $3 where team_id = $1 and user_id = $2', [
      team,
      user,
      at.toString(),
    ])
  },

  review: async (owner, evidenceId) => {
    const [row] = await database.query<ReviewRow>(
      'select * from review where team_id = $1 and user_id = $2 and evidence_id = $3',
      [owner.team, owner.user, evidenceId],
    )
    return row ? reviewOf(owner, row) : null
  },

  saveReview: async (review, ladder) => {
    const { owner, goal, readBy, headline, findings, questions, nextSteps } = review
    const body: ReviewBody = { goal, readBy, headline, findings, questions, nextSteps }
    await keepLadder(database.query, ladder)
    await database.query(
      `insert into review (id, team_id, user_id, evidence_id, body, ladder_id, ladder_version, created_at)
       select $1, $2, $3, $4, $5::jsonb, $6, $7, $8
       where exists (select 1 from evidence where team_id = $2 and user_id = $3 and id = $4 for update)
       on conflict (evidence_id) do nothing`,
      [
        review.id,
        owner.team,
        owner.user,
        review.evidenceId,
        storable(JSON.stringify(body)).replaceAll('\\u0000', '\uFFFD'),
        goal.ladder,
        review.ladderVersion,
        review.createdAt.toString(),
      ],
    )
    const [row] = await database.query<ReviewRow>(
      'select * from review where team_id = $1 and user_id = $2 and evidence_id = $3',
      [owner.team, owner.user, review.evidenceId],
    )
    return row ? reviewOf(owner, row) : null
  },

  saveCorrection: async ({ team, user }, evidenceId, words, at) => {
    const saved = await database.query(
      `insert into correction (team_id, user_id, evidence_id, words, made_at)
       select $1, $2, $3, $4, $5 where exists (select 1 from review where team_id = $1 and user_id = $2 and evidence_id = $3)
       returning 1`,
      [team, user, evidenceId, storable(words), at.toString()],
    )
    return saved.length > 0
  },

  packet: async ({ team, user }, ladderId) => {
    const rows = await database.query<{ competency: string; count: number }>(
      `select finding->>'competency' as competency, count(distinct evidence_id) as count
       from review, jsonb_array_elements(body->'findings') as finding
       where team_id = $1 and user_id = $2 and ladder_id = $3 group by 1`,
      [team, user, ladderId],
    )
    const [last] = await database.query<{ at: string | null }>(
      'select max(created_at) as at from review where team_id = $1 and user_id = $2 and ladder_id = $3',
      [team, user, ladderId],
    )
    return {
      counts: new Map(rows.map(({ competency, count }) => [competency, count])),
      lastReviewed: last?.at ? instantOf(last.at) : null,
    }
  },

  claimMention: async (team, channel, ts) =>
    (
      await database.query(
        `with forgotten as (delete from mention_seen where seen_at < now() - interval '1 day')
         insert into mention_seen (team_id, channel_id, message_ts) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        [team, channel, ts],
      )
    ).length > 0,

  releaseMention: async (team, channel, ts) => {
    await database.query(
      'delete from mention_seen where team_id = $1 and channel_id = $2 and message_ts = $3',
      [team, channel, ts],
    )
  },

  savePost: async ({ team, user }, evidenceId, { channel, ts, kind }) => {
    await database.query(
      `insert into post (team_id, user_id, evidence_id, channel_id, ts, kind)
       select $1, $2, $3, $4, $5, $6 where exists (select 1 from evidence where team_id = $1 and user_id = $2 and id = $3)
       on conflict do nothing`,
      [team, user, evidenceId, channel, ts, kind],
    )
    if (kind !== 'review') return
    await database.query(
      `update evidence set state = 'reviewed' where team_id = $1 and user_id = $2 and id = $3`,
      [team, user, evidenceId],
    )
  },

  posts: ({ team, user }, evidenceId) =>
    database.query(
      'select channel_id as channel, ts, kind from post where team_id = $1 and user_id = $2 and evidence_id = $3 order by ts',
      [team, user, evidenceId],
    ),

  deleteEvidence: async ({ team, user }, evidenceId) =>
    (
      await database.query(
        'delete from evidence where team_id = $1 and user_id = $2 and id = $3 returning 1',
        [team, user, evidenceId],
      )
    ).length > 0,

  deletePerson: ({ team, user }) =>
    database.tx(async (query) => {
      // Everything else of theirs hangs on this row. What Slack may still repeat stays known for an hour.
      await query('delete from person where team_id = $1 and user_id = $2', [team, user])
      await query(
        `delete from message_seen where team_id = $1 and user_id = $2 and seen_at < now() - interval '1 hour'`,
        [team, user],
      )
    }),
})
