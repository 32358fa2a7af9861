import type { PacketStore } from '../../coaching/review/packet-store.ts'
import type { Days } from '../../domain/dates/days.ts'
import { STATUSES, type Status } from '../../domain/review/review.ts'
import type { Database } from '../database/database.ts'
import { OF_PERSON, UTC_DAY } from './evidence-writes.ts'
import { SPAN_DAYS, UNDATED } from './review-writes.ts'
import { instantOf } from './rows.ts'

/** How many of the newest pieces are searched for earlier findings. */
const MOST_EARLIER = 200

const daysBetween = (from: string, to: string): Days => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
})

/** Stores what all pieces of a person show together. */
export function makePacketStore(database: Database): PacketStore {
  return {
    packet: async ({ team, user }, ladderId) => {
      const rows = await database.query<{ competency: string; pieces: number; from: string; to: string }>(
        `select competency, count(*) as pieces, min(from_day)::text as from, max(to_day)::text as to
       from evidence_competency where ${OF_PERSON} and ladder_id = $3 group by competency`,
        [team, user, ladderId],
      )
      const [last] = await database.query<{ at: string | null }>(
        `select max(created_at) as at from review where ${OF_PERSON} and ladder_id = $3`,
        [team, user, ladderId],
      )
      return {
        competencies: new Map(
          rows.map(({ competency, pieces, from, to }) => [
            competency,
            { pieces, days: daysBetween(from, to) },
          ]),
        ),
        lastReviewed: last?.at ? instantOf(last.at) : null,
      }
    },

    daysOf: async ({ team, user }, ladderId, competencies, without = '') => {
      // Reads only the first and last entry of an index, so that it takes the same time however much a person has.
      const rows = await database.query<{ competency: string; from: string | null; to: string | null }>(
        `select c.competency,
         (select min(from_day) from evidence_competency e where ${OF_PERSON} and ladder_id = $3
           and e.competency = c.competency and evidence_id <> $5)::text as from,
         (select max(to_day) from evidence_competency e where ${OF_PERSON} and ladder_id = $3
           and e.competency = c.competency and evidence_id <> $5)::text as to
       from unnest($4::text[]) as c(competency)`,
        [team, user, ladderId, competencies, without],
      )
      return new Map(
        rows.flatMap(({ competency, from, to }) =>
          from && to ? [[competency, { days: daysBetween(from, to) }] as const] : [],
        ),
      )
    },

    earlier: async ({ team, user }, evidenceId, { ladder, target }) => {
      const rows = await database.query<{ competency: string; statuses: Status[]; month: string }>(
        `select f->>'competency' as competency, jsonb_agg(f->'status') as statuses,
         to_char(coalesce(e.happened_to, max(t.to_day), ${UNDATED.to}, ${UTC_DAY('e.received_at')}), 'YYYY-MM')
         as month
       from (select * from evidence where ${OF_PERSON} and id <> $3
         order by received_at desc limit ${MOST_EARLIER}) e
       join lateral (select ladder_id, body from review where evidence_id = e.id
         order by revision desc limit 1) r on r.ladder_id = $4 and r.body->'goal'->>'target' = $5,
       jsonb_array_elements(r.body->'findings') f
       left join lateral (select max((${SPAN_DAYS}->>'to')::date) as to_day
         from jsonb_array_elements_text(f->'spans') s) t on true
       where f->>'status' is not null and coalesce(f->'correction'->>'kind', 'more') = 'more'
       group by e.id, e.received_at, e.happened_to, e.told_to, f->>'competency'
       order by e.received_at desc, competency`,
        [team, user, evidenceId, ladder, target],
      )
      return rows.map(({ competency, statuses, month }) => ({
        competency,
        status: STATUSES.find((one) => statuses.includes(one))!,
        month: Temporal.PlainYearMonth.from(month),
      }))
    },
  }
}
