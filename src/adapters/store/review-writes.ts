import type { Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Query } from '../database/driver.ts'
import { OF_PERSON, UTC_DAY } from './evidence-writes.ts'
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

/** The reviews of a piece. */
export const NEWEST = `select * from review where ${OF_PERSON} and evidence_id = $3`

/** Stores which competencies the newest review of a piece found, and when the piece happened. */
export async function keepCompetencies(
  query: Query,
  { team, user }: Owner,
  evidenceId: string,
): Promise<void> {
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
