import type { ReviewedPiece, ShowingStore } from '../../coaching/packet/showing-store.ts'
import { NO_CHOICES, type PacketChoices, withEdit } from '../../domain/packet/choices.ts'
import type { Showing } from '../../domain/packet/packet.ts'
import type { Database } from '../database/database.ts'
import { OF_PERSON, UTC_DAY } from './evidence-writes.ts'
import { keepFound, MAY_COUNT, SPANS_OF } from './review-writes.ts'
import {
  EVIDENCE_COLUMNS,
  type EvidenceRow,
  evidenceOf,
  REVIEW_JSON,
  type ReviewRow,
  reviewOf,
  storableJson,
} from './rows.ts'

/** How many pieces are read besides those that are asked for. */
const MOST_CORRECTING = 100
const MOST_NOT_PLACED = 40
const MOST_CONFIDENTIAL = 10

/** "40 minutes, not 30": what may correct a number. What really does is decided by replaced.ts. */
const CORRECTING = String.raw`\mnot (the |just |only |about )?[€$£]?[0-9]`

/**
 * The newest review of a piece `e`. It is found by the piece only, because with the owner PostgreSQL searches all their
 * reviews.
 */
const NEWEST_OF = `lateral (select * from review r where r.evidence_id = e.id order by r.revision desc limit 1)`

/** The first or last day of a span `s` of a review `r` of a piece `e`. */
const dayOf = (end: 'from' | 'to'): string =>
  `coalesce(e.happened_${end}::text, r.body->'days'->s->>'${end}', r.body->'undated'->>'${end}',
    e.told_${end}::text, ${UTC_DAY('e.received_at')}::text)`

/** What the words of a span `s` say about its days, unless a form says when it was. */
const TOLD = `case when e.happened_from is null then coalesce(r.body->'days'->s, r.body->'undated') end`

/** True if nothing says when a span `s` happened, so that its day is the one on which it came. */
const WRITTEN = `case when e.happened_from is null and r.body->'days'->s is null
  and ${dayOf('from')} = ${UTC_DAY('e.received_at')}::text and ${dayOf('to')} = ${UTC_DAY('e.received_at')}::text
  then true end`

const OF_PIECES = `e.team_id = $1 and e.user_id = $2 and e.state not in ('answered', 'unsure')`

/** Stores what a packet is made of. */
export function makeShowingStore(database: Database): ShowingStore {
  return {
    showings: async ({ team, user }, ladderId) =>
      database.query<Showing>(
        `select e.id as "evidenceId", r.revision, f->>'competency' as competency, f->>'expectation' as expectation,
           r.body->'goal'->>'target' as target, f->>'status' as status, nullif(f->'quality', 'null') as quality,
           coalesce((f->>'against')::boolean, false) as against,
           coalesce(f->'correction'->>'kind' = 'other-competency', false) or exists (select 1 from label l
             where l.evidence_id = e.id and l.kind in ('right', 'choice', 'wrong')
               and l.competency_meant = f->>'competency') as confirmed,
           (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', s, 'from', ${dayOf('from')},
             'to', ${dayOf('to')},
             'since', (${TOLD})->'since', 'named', (${TOLD})->'named', 'written', ${WRITTEN})) order by at)
             from jsonb_array_elements_text(${SPANS_OF}) with ordinality as spans(s, at) where ${MAY_COUNT}) as spans
         from evidence e join ${NEWEST_OF} r on r.ladder_id = $3, jsonb_array_elements(r.body->'findings') f
         where ${OF_PIECES} and f->'correction'->>'kind' is distinct from 'other'
           and exists (select 1 from jsonb_array_elements_text(${SPANS_OF}) s where ${MAY_COUNT})
         order by e.received_at, e.id`,
        [team, user, ladderId],
      ),

    packetPieces: async (owner, ids) => {
      const rows = await database.query<
        EvidenceRow & { review: ReviewRow; included: boolean; disputed: boolean }
      >(
        `with correcting as (
           select e.id from evidence e where ${OF_PIECES} and exists (select 1 from evidence_part p
             where p.evidence_id = e.id and p.kind <> 'reply' and p.reading ~* $4)
           order by e.received_at desc limit ${MOST_CORRECTING}),
         unplaced as (
           select e.id from evidence e join ${NEWEST_OF} r on true where ${OF_PIECES}
             and (r.body->'findings' = '[]' or jsonb_array_length(coalesce(r.body->'choices', '[]')) > 0)
           order by e.received_at desc limit ${MOST_NOT_PLACED}),
         confidential as (
           select e.id from evidence e join ${NEWEST_OF} r on true where ${OF_PIECES} and not e.included
             and r.body ? 'confidential' order by e.received_at desc limit ${MOST_CONFIDENTIAL}),
         wanted as (
           select unnest($3::text[]) as id union select id from correcting union select id from unplaced
           union select id from confidential)
         select ${EVIDENCE_COLUMNS}, ${REVIEW_JSON} as review, e.included,
           exists (select 1 from label l where l.evidence_id = e.id and l.kind = 'wrong') as disputed
         from wanted w join evidence e on e.id = w.id join ${NEWEST_OF} r on true
         where ${OF_PIECES}
         order by e.received_at, e.id`,
        [owner.team, owner.user, ids, CORRECTING],
      )
      return rows.map(
        (row): ReviewedPiece => ({
          evidence: evidenceOf(row),
          review: reviewOf(owner, row.review),
          included: row.included,
          disputed: row.disputed,
        }),
      )
    },

    include: (owner, evidenceId) =>
      database.tx(async (query) => {
        await query(`update evidence set included = true where ${OF_PERSON} and id = $3`, [
          owner.team,
          owner.user,
          evidenceId,
        ])
        await keepFound(query, owner, evidenceId)
      }),

    choices: async ({ team, user }, { ladder, target }) => {
      const [row] = await database.query<{ body: PacketChoices }>(
        `select body from packet_choice where ${OF_PERSON} and ladder_id = $3 and target = $4`,
        [team, user, ladder, target],
      )
      return { ...NO_CHOICES, ...row?.body }
    },

    choose: async ({ team, user }, { ladder, target }, edit) =>
      database.tx(async (query) => {
        const key = [team, user, ladder, target]
        await query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [
          team,
          user,
        ])
        await query(
          `insert into packet_choice (team_id, user_id, ladder_id, target, body) values ($1, $2, $3, $4, '{}')
           on conflict do nothing`,
          key,
        )
        const [row] = await query<{ body: PacketChoices }>(
          `select body from packet_choice where ${OF_PERSON} and ladder_id = $3 and target = $4 for update`,
          key,
        )
        const choices = withEdit({ ...NO_CHOICES, ...row?.body }, edit)
        await query(
          `update packet_choice set body = $5::jsonb where ${OF_PERSON} and ladder_id = $3 and target = $4`,
          [...key, storableJson(choices)],
        )
        return choices
      }),
  }
}
