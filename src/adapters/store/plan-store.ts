import type { Plan, PlanStore } from '../../coaching/evidence/plan-store.ts'
import type { Owner } from '../../domain/person.ts'
import type { Database } from '../database/database.ts'
import { lockPiece, OF_PERSON } from './evidence-writes.ts'
import { instantOf, storable } from './rows.ts'
import { dropAsked, WAITS } from './unsure-store.ts'

type PlanRow = {
  readonly id: string
  readonly user: string
  readonly evidence_id: string
  readonly kind: Plan['kind']
  readonly words: string
  readonly asked: number
  readonly due_at: string | null
}

const COLUMNS = 'id, user_id as user, evidence_id, kind, words, asked, due_at'

const planOf = (team: string, row: PlanRow): Plan => ({
  id: row.id,
  owner: { team, user: row.user },
  evidenceId: row.evidence_id,
  kind: row.kind,
  words: row.words,
  asked: Number(row.asked),
  dueAt: row.due_at === null ? null : instantOf(row.due_at),
})

/** Stores plans, and questions that were put off. */
export function makePlanStore(database: Database): PlanStore {
  const mine = async ({ team, user }: Owner, where: string, ...values: string[]): Promise<Plan[]> => {
    const rows = await database.query<PlanRow>(`select ${COLUMNS} from plan where ${OF_PERSON} ${where}`, [
      team,
      user,
      ...values,
    ])
    return rows.map((row) => planOf(team, row))
  }
  return {
    planAsked: (owner, { id, evidenceId, part, at, dueAt }) =>
      database.tx(async (query) => {
        if (!(await lockPiece(query, owner, evidenceId))) return false
        const planned = await query(
          `insert into plan (id, team_id, user_id, evidence_id, kind, words, message_ts, planned_at, due_at)
           select $5, team_id, user_id, evidence_id, 'plan', reading, message_ts, $6::timestamptz, $7::timestamptz
           from evidence_part p where ${OF_PERSON} and evidence_id = $3 and position = $4 and ${WAITS}
           returning 1`,
          [owner.team, owner.user, evidenceId, part, id, at.toString(), dueAt.toString()],
        )
        return planned.length > 0 && (await dropAsked(query, owner, evidenceId, part))
      }),

    putOff: async ({ team, user }, { id, evidenceId, words, at, dueAt }) => {
      await database.query(
        `insert into plan (id, team_id, user_id, evidence_id, kind, words, planned_at, due_at)
         select $4, team_id, user_id, id, 'question', $5, $6::timestamptz, $7::timestamptz
         from evidence where ${OF_PERSON} and id = $3 on conflict (id) do nothing`,
        [team, user, evidenceId, id, storable(words), at.toString(), dueAt.toString()],
      )
    },

    plan: async (owner, id) => (await mine(owner, 'and id = $3', id))[0] ?? null,

    plans: (owner) => mine(owner, 'order by planned_at, id'),

    askedPlan: async (owner, evidenceId) =>
      (
        await mine(
          owner,
          'and evidence_id = $3 and due_at is null and asked > 0 order by asked_at desc limit 1',
          evidenceId,
        )
      )[0] ?? null,

    postponePlan: async ({ team, user }, id, dueAt, asked) =>
      (
        await database.query(
          `update plan set due_at = $4, asked = greatest(asked, $5) where ${OF_PERSON} and id = $3 returning 1`,
          [team, user, id, dueAt.toString(), asked],
        )
      ).length > 0,

    dropPlan: async ({ team, user }, id) =>
      (await database.query(`delete from plan where ${OF_PERSON} and id = $3 returning 1`, [team, user, id]))
        .length > 0,

    changePlan: async ({ team, user }, { channel, ts }, words) => {
      const where = `p.team_id = $1 and p.user_id = $2 and p.message_ts = $4
        and exists (select 1 from evidence e where e.id = p.evidence_id and e.channel_id = $3)`
      const values = [team, user, channel, ts]
      const changed =
        words === null
          ? await database.query(`delete from plan p where ${where} returning 1`, values)
          : await database.query(`update plan p set words = $5 where ${where} returning 1`, [
              ...values,
              storable(words),
            ])
      return changed.length > 0
    },

    movePlan: async ({ team, user }, id, from, to) =>
      (
        await database.query(
          `update plan set due_at = $5 where ${OF_PERSON} and id = $3 and due_at = $4 returning 1`,
          [team, user, id, from.toString(), to.toString()],
        )
      ).length > 0,

    planWasAsked: async ({ team, user }, id, { at, asked, due }) => {
      await database.query(
        `update plan set asked_at = $4::timestamptz, asked = greatest(asked, $5),
           due_at = case when due_at <> $6 then due_at end
         where ${OF_PERSON} and id = $3`,
        [team, user, id, at.toString(), asked, due.toString()],
      )
    },

    duePlans: async (team, at, limit) =>
      (
        await database.query<PlanRow>(
          `select ${COLUMNS} from plan where team_id = $1 and due_at <= $2 order by due_at, id limit $3`,
          [team, at.toString(), limit],
        )
      ).map((row) => planOf(team, row)),

    dropUnansweredPlans: async (team, askedBefore) =>
      (
        await database.query(
          'delete from plan where team_id = $1 and due_at is null and asked_at < $2 returning 1',
          [team, askedBefore.toString()],
        )
      ).length,
  }
}
