import type { EvidenceStore } from '../../coaching/evidence/evidence-store.ts'
import type { Days } from '../../domain/dates/days.ts'
import type { Database } from '../database/database.ts'
import { UTC_DAY } from './evidence-writes.ts'
import {
  type EvidenceRow,
  evidenceOf,
  LISTED_COLUMNS,
  REVIEW_JSON,
  type ReviewRow,
  reviewOf,
} from './rows.ts'

/** Rows of a person's own list. */
const LISTED = `e.team_id = $1 and e.user_id = $2 and e.state not in ('answered', 'unsure')`

/** How much of a text is searched, in characters. */
const SEARCHED = 200_000

type DaysJson = { readonly from: string; readonly to: string }

const daysOf = ({ from, to }: DaysJson): Days => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
})

/** A pattern for a beginning of a word. The database may not know the capitals of letters outside ASCII. */
const patternOf = (beginning: string): string =>
  `%${beginning.replace(/[\\%_]/g, '\\$&').replace(/[^\x20-\x7E]/gu, '_')}%`

/** Stores what a person's own list shows. */
export function makeListStore(
  database: Database,
): Pick<EvidenceStore, 'listedPieces' | 'listEvidence' | 'textsWith'> {
  return {
    listedPieces: async ({ team, user }, competency) => {
      const rows = await database.query<{
        id: string
        from: string
        to: string
        days: DaysJson[] | null
        whole: boolean
      }>(
        `select e.id, coalesce(e.happened_from, c.from_day, e.told_from, ${UTC_DAY('e.received_at')})::text as from,
           coalesce(e.happened_to, c.to_day, e.told_to, ${UTC_DAY('e.received_at')})::text as to,
           e.happened_to is not null or c.to_day is not null as whole,
           case when $3::text is null and e.happened_to is null and e.told_from <> e.told_to then
             (select jsonb_agg(distinct d.value) from (select body from review r where r.evidence_id = e.id
               order by r.revision desc limit 1) r, jsonb_each(r.body->'days') d) end as days
         from evidence e left join evidence_competency c on c.evidence_id = e.id and c.competency = $3
         where ${LISTED} and ($3::text is null or c.competency is not null)
         order by 3 desc, e.received_at desc, e.id`,
        [team, user, competency],
      )
      return rows.map(({ id, from, to, days, whole }) => ({
        id,
        shown: daysOf({ from, to }),
        days: days?.map(daysOf) ?? [daysOf({ from: whole ? from : to, to })],
      }))
    },

    listEvidence: async (owner, which) => {
      const ids = 'ids' in which ? which.ids : null
      const rows = await database.query<EvidenceRow & { review: ReviewRow | null; said: string[] | null }>(
        `select ${LISTED_COLUMNS}, case when r.id is null then null else ${REVIEW_JSON} end as review,
           (select jsonb_agg(l.words order by l.id) from label l where l.evidence_id = e.id
             and l.team_id = e.team_id and l.user_id = e.user_id and l.words is not null) as said
         from evidence e left join lateral (select * from review r where r.evidence_id = e.id
           and r.team_id = e.team_id and r.user_id = e.user_id order by r.revision desc limit 1) r on true
         where ${LISTED} and ($3::text[] is null or e.id = any($3))
         order by array_position($3::text[], e.id), e.received_at desc, e.id limit $4`,
        [owner.team, owner.user, ids, 'latest' in which ? which.latest : which.ids.length],
      )
      return rows.map((row) => ({
        evidence: evidenceOf(row),
        review: row.review ? reviewOf(owner, row.review) : null,
        said: row.said ?? [],
      }))
    },

    textsWith: async ({ team, user }, beginnings) =>
      database.query<{ id: string; reading: string; beside: string }>(
        `select e.id, left(p.reading, ${SEARCHED}) as reading,
           concat_ws(' ', p.said_by, p.file->>'name') as beside
         from evidence e join evidence_part p on p.evidence_id = e.id
         where ${LISTED} and p.kind <> 'reply'
           and concat_ws(' ', p.said_by, p.file->>'name', p.reading) ilike any($3::text[])
         order by e.received_at desc, e.id, p.position`,
        [team, user, beginnings.map(patternOf)],
      ),
  }
}
