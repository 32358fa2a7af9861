import type { Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Query } from '../database/driver.ts'
import { OF_PERSON, UTC_DAY } from './evidence-writes.ts'
import { homeChanged } from './home-tab/home-store.ts'
import type { ReviewBody } from './rows.ts'

/** Everything in a review that has no column of its own. */
export function bodyOf({
  id: _id,
  evidenceId: _piece,
  revision: _revision,
  owner: _owner,
  ladderVersion: _version,
  createdAt: _at,
  ...body
}: Review): ReviewBody {
  return body
}

/** The days of a span `s` of a review `r`. */
export const SPAN_DAYS = "(r.body->'days'->s)"

/** All sentences of a finding `f`, also those that its review had no room to quote. */
export const SPANS_OF = "((f->'spans') || coalesce(f->'also', '[]'))"

/** The first or last day of the sentences of reviews `r` of a piece `e` that name none. */
export const UNDATED = {
  from: "coalesce(min((r.body->'undated'->>'from')::date), e.told_from)",
  to: "coalesce(max((r.body->'undated'->>'to')::date), e.told_to)",
}

/** Whether a span `s` of a review `r` of a piece `e` counts: it doesn't look confidential, or its owner wants it in. */
export const MAY_COUNT = "(e.included or not coalesce(r.body->'confidential' ? s, false))"

/** The reviews of a piece. */
export const NEWEST = `select * from review where ${OF_PERSON} and evidence_id = $3`

/**
 * Stores what the newest review of a piece found and its owner did not call wrong, and when its words happened: which
 * competencies it is about, what of them it shows in which quarter, and whether it is about none.
 */
export async function keepFound(query: Query, owner: Owner, evidenceId: string): Promise<void> {
  await keepCompetencies(query, owner, evidenceId)
  await keepShown(query, owner, evidenceId)
  await homeChanged(query, owner)
}

const keepCompetencies = async (query: Query, { team, user }: Owner, evidenceId: string): Promise<void> => {
  await query(`delete from evidence_competency where ${OF_PERSON} and evidence_id = $3`, [
    team,
    user,
    evidenceId,
  ])
  await query(
    `insert into evidence_competency (team_id, user_id, evidence_id, ladder_id, competency, from_day, to_day)
     select e.team_id, e.user_id, e.id, r.ladder_id, f->>'competency',
       coalesce(e.happened_from, min((${SPAN_DAYS}->>'from')::date), ${UNDATED.from}, ${UTC_DAY('e.received_at')}),
       coalesce(e.happened_to, max((${SPAN_DAYS}->>'to')::date), ${UNDATED.to}, ${UTC_DAY('e.received_at')})
     from evidence e join lateral (select ladder_id, body from review where evidence_id = e.id
       order by revision desc limit 1) r on true, jsonb_array_elements(r.body->'findings') f,
       jsonb_array_elements_text(${SPANS_OF}) s
     where e.team_id = $1 and e.user_id = $2 and e.id = $3
       and f->'correction'->>'kind' is distinct from 'other'
     group by e.team_id, e.user_id, e.id, e.happened_from, e.happened_to, e.told_from, e.told_to, e.received_at,
       r.ladder_id, f->>'competency'`,
    [team, user, evidenceId],
  )
}

/** The first or last day of a span `s`: what a form said comes first. */
const dayOf = (end: 'from' | 'to'): string =>
  `coalesce(e.happened_${end}, (${SPAN_DAYS}->>'${end}')::date, (r.body->'undated'->>'${end}')::date, e.told_${end},
    ${UTC_DAY('e.received_at')})`

/** What the words of a span `s` say about its days, unless a form says when it was. */
const TOLD = `(case when e.happened_from is null then coalesce(${SPAN_DAYS}, r.body->'undated') end)`

/** Whether a span `s` says that something took all of its days. Then it counts in all their quarters. */
const LASTS = `(e.happened_from is null and ${SPAN_DAYS} ? 'whole') is true`

/** The last day of a span `s`. What is so since a day, and is no work that goes on, came about on that day. */
const LAST_DAY = `case when ${TOLD} ? 'since' and not ${TOLD} ? 'whole'
  then coalesce((${TOLD}->>'named')::date, (${TOLD}->>'from')::date) else ${dayOf('to')} end`

/** A longer time says only that something was over by its end. No quarter has more days. */
const QUARTER = 92

/** The migration 0012-shown.sql writes the same for the reviews of its time. */
const keepShown = async (query: Query, { team, user }: Owner, evidenceId: string): Promise<void> => {
  const values = [team, user, evidenceId]
  await query(`delete from shown where ${OF_PERSON} and evidence_id = $3`, values)
  await query(
    `insert into shown (team_id, user_id, evidence_id, ladder_id, target, competency, quarter, first_day, last_day,
       strength, counts)
     select team_id, user_id, evidence_id, ladder_id, target, competency, quarter, min(first_day), max(last_day),
       max(strength), row_number() over (partition by competency order by quarter desc) = 1
     from (
       select e.team_id, e.user_id, e.id as evidence_id, r.ladder_id, r.body->'goal'->>'target' as target,
         f->>'competency' as competency, q.quarter::date as quarter,
         case when d.lasts then greatest(d.first_day, q.quarter::date)
           when d.last_day - d.first_day > ${QUARTER} then d.last_day else d.first_day end as first_day,
         case when d.lasts then least(d.last_day, (q.quarter + interval '3 months - 1 day')::date)
           else d.last_day end as last_day,
         greatest(1, case f->>'status' when 'evidenced' then 3 when 'partly' then 2 else 1 end
           - case when f->'correction'->>'kind' = 'less' then 1 else 0 end) as strength
       from evidence e join lateral (${NEWEST} order by revision desc limit 1) r on true,
         jsonb_array_elements(r.body->'findings') f, jsonb_array_elements_text(${SPANS_OF}) s,
         lateral (select ${dayOf('from')} as first_day, ${LAST_DAY} as last_day, ${LASTS} as lasts) d,
         generate_series(date_trunc('quarter', case when d.lasts then d.first_day else d.last_day end::timestamp),
           date_trunc('quarter', d.last_day::timestamp), interval '3 months') as q(quarter)
       where e.team_id = $1 and e.user_id = $2 and e.id = $3
         and f->'correction'->>'kind' is distinct from 'other' and (f->>'against')::boolean is not true
         and (f->>'status' is null or f->>'status' in ('evidenced', 'partly')) and ${MAY_COUNT}
     ) found
     group by team_id, user_id, evidence_id, ladder_id, target, competency, quarter`,
    values,
  )
  await query(
    `update evidence e set unplaced = not exists (
       select 1 from (${NEWEST} order by revision desc limit 1) r left join jsonb_array_elements(r.body->'findings') f
         on true
       where f->'correction'->>'kind' is distinct from 'other' and f is not null
         or not e.included and jsonb_array_length(coalesce(r.body->'confidential', '[]')) > 0)
     where ${OF_PERSON} and id = $3`,
    values,
  )
}
