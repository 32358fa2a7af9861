import type { ReplyTo } from '../../../coaching/evidence/part-store.ts'
import type { WorkStore } from '../../../coaching/packet/work-store.ts'
import type { Thread } from '../../../domain/evidence/evidence.ts'
import type { WorkSession } from '../../../domain/packet/work-session/session.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { OF_PERSON } from '../evidence-writes.ts'
import { instantOf, storableJson } from '../rows.ts'

type Body = Pick<WorkSession, 'ladder' | 'target' | 'turns' | 'ended' | 'endTs'> & {
  readonly lease: string | null
}

type Row = {
  id: string
  channel: string | null
  ts: string | null
  answer: string | null
  body: Body
  at: string
}

const COLUMNS = `id, channel_id as channel, thread_ts as ts, answer, body, to_json(at)#>>'{}' as at`

const sessionOf = ({ id, channel, ts, answer, body, at }: Row): WorkSession => ({
  ...body,
  id,
  thread: channel !== null && ts !== null ? { channel, ts } : null,
  answer,
  lease: body.lease === null ? null : Temporal.Instant.from(body.lease),
  at: instantOf(at),
})

/** The values of a session's own columns. */
const valuesOf = ({ id, thread, answer, at, lease, ...session }: WorkSession): unknown[] => {
  const { ladder, target, turns, ended, endTs } = session
  const body: Body = { ladder, target, turns, ended, endTs, lease: lease?.toString() ?? null }
  return [
    id,
    thread?.channel ?? null,
    thread?.ts ?? null,
    ended === null,
    answer,
    storableJson(body),
    at.toString(),
  ]
}

/** The present question of an open session in a thread, if it is posted and no entry answers it yet. */
const ASKED = `select w.id, exists (select 1 from evidence a where a.id = w.answer and a.state = 'unsure') as unsure,
    w.body->>'ladder' as ladder, w.body->'turns'->-1->'competency'->>'id' as competency,
    w.body->'turns'->-1->>'question' as question
  from work w where w.team_id = $1 and w.user_id = $2 and w.channel_id = $3 and w.thread_ts = $4 and w.open
    and w.body->'turns'->-1->>'ts' is not null
    and not exists (select 1 from evidence a where a.id = w.answer and a.state not in ('answered', 'unsure'))`

/**
 * Which piece of a thread a reply is to. In that of a question about a packet, several answers come one after another.
 * What follows one adds to it. While a question waits, a reply is to none, except to the message of which its writer
 * was asked whether to save it.
 */
export async function pieceMeant(
  query: Query,
  { team, user }: Owner,
  { channel, ts }: Thread,
  to: ReplyTo,
): Promise<'none' | 'newest' | 'oldest'> {
  if ('piece' in to) return 'oldest'
  const values = [team, user, channel, ts]
  const [asked] = await query<{ unsure: boolean }>(ASKED, values)
  if (asked) return asked.unsure && to.settles ? 'newest' : 'none'
  const all = await query(
    `select 1 from work where ${OF_PERSON} and channel_id = $3 and thread_ts = $4`,
    values,
  )
  return all.length > 0 ? 'newest' : 'oldest'
}

/** Makes a new piece the answer to the present question of its thread, if that has none yet. */
export async function claimAnswer(
  query: Query,
  { team, user }: Owner,
  { channel, ts }: Thread,
  evidenceId: string,
): Promise<void> {
  const [asked] = await query<{ id: string; ladder: string; competency: string; question: string }>(
    `${ASKED} for update of w`,
    [team, user, channel, ts],
  )
  if (!asked) return
  const { id, ladder, competency, question } = asked
  const about = { ladder, competency, question }
  await query('update work set answer = $2 where id = $1', [id, evidenceId])
  await query('update evidence set about = $2::jsonb where id = $1', [evidenceId, storableJson(about)])
}

/** Stores what people are asked to fill their packets. */
export function makeWorkStore(database: Database): WorkStore {
  return {
    work: async ({ team, user }) => {
      const [row] = await database.query<Row>(
        `select ${COLUMNS} from work where ${OF_PERSON} order by open desc, at desc limit 1`,
        [team, user],
      )
      return row ? sessionOf(row) : null
    },

    beginWork: ({ team, user }, session) =>
      database.tx(async (query) => {
        await query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [
          team,
          user,
        ])
        const begun = await query(
          `insert into work (team_id, user_id, id, channel_id, thread_ts, open, answer, body, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9) on conflict do nothing returning 1`,
          [team, user, ...valuesOf(session)],
        )
        return begun.length > 0
      }),

    changeWork: ({ team, user }, id, change) =>
      database.tx(async (query) => {
        const [row] = await query<Row>(
          `select ${COLUMNS} from work where ${OF_PERSON} and id = $3 for update`,
          [team, user, id],
        )
        const changed = row ? change(sessionOf(row)) : null
        if (changed === null) return null
        await query(
          `update work set channel_id = $4, thread_ts = $5, open = $6, answer = $7, body = $8::jsonb, at = $9
           where ${OF_PERSON} and id = $3`,
          [team, user, ...valuesOf(changed)],
        )
        return changed
      }),

    workThreads: ({ team, user }) =>
      database
        .query<{ id: string; channel: string; ts: string }>(
          `select id, channel_id as channel, thread_ts as ts from work where ${OF_PERSON} and thread_ts is not null`,
          [team, user],
        )
        .then((rows) => rows.map(({ id, channel, ts }) => ({ id, thread: { channel, ts } }))),
  }
}
