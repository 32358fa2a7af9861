import type { CoverageStore } from '../../../coaching/packet/coverage-store.ts'
import { quarterOf, SHOWN, type ShownRow } from '../../../domain/packet/coverage.ts'
import type { Database } from '../../database/database.ts'
import { OF_PERSON } from '../evidence-writes.ts'

/** How many pieces without a competency are counted. */
const MOST_COUNTED = 100

type Row = {
  competency: string
  quarter: string
  strength: number
  pieces: number
  from: string | null
  to: string | null
}

/** What a row of `shown s` is worth for the level $4. */
const STRENGTH = 'case when s.target = $4 then s.strength else 1 end'

/** Leaves pieces out. Only where some are, because no index has their ids. */
const OTHERS = ' and s.evidence_id <> all($5::text[])'

/** Stores what reviews show of competencies, by quarter. */
export function makeCoverageStore(database: Database): CoverageStore {
  return {
    shownRows: async ({ team, user }, { ladder, target }, without = []) => {
      const rows = await database.query<Row>(
        `select s.competency, s.quarter::text as quarter, max(${STRENGTH}) as strength,
           count(*) filter (where s.counts) as pieces,
           (min(s.first_day) filter (where ${STRENGTH} > 1))::text as from,
           (max(s.last_day) filter (where ${STRENGTH} > 1))::text as to
         from shown s where ${OF_PERSON} and ladder_id = $3${without.length > 0 ? OTHERS : ''}
         group by s.competency, s.quarter order by s.competency, s.quarter`,
        [team, user, ladder, target, ...(without.length > 0 ? [without] : [])],
      )
      return rows.map(
        ({ competency, quarter, strength, pieces, from, to }): ShownRow => ({
          competency,
          quarter: quarterOf(Temporal.PlainDate.from(quarter)),
          shown: SHOWN[strength] as ShownRow['shown'],
          pieces: Number(pieces),
          days: from && to ? { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) } : null,
        }),
      )
    },

    notPlaced: async ({ team, user }, most) => {
      const rows = await database.query<{ id: string }>(
        `select id from evidence where ${OF_PERSON} and unplaced and state = 'reviewed'
         order by received_at desc limit ${MOST_COUNTED}`,
        [team, user],
      )
      return { ids: rows.slice(0, most).map(({ id }) => id), count: rows.length }
    },
  }
}
