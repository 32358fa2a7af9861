import { randomUUID } from 'node:crypto'
import type { DraftJob, DraftStore } from '../../../coaching/packet/draft-store.ts'
import type { PacketOf } from '../../../coaching/packet/showing-store.ts'
import type { DraftedParagraph, Drafting } from '../../../domain/packet/draft/drafts.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { OF_PERSON } from '../evidence-writes.ts'
import { instantOf, storable, storableJson } from '../rows.ts'

/** Writes a job inside the transaction that `query` belongs to. */
export type EnqueueDraft = (query: Query, job: DraftJob) => Promise<void>

const OF_PACKET = `${OF_PERSON} and ladder_id = $3 and target = $4`

const keyOf = ({ team, user }: Owner, { ladder, target }: PacketOf): string[] => [team, user, ladder, target]

/** The sentences whose pieces are all there, with the words that they had. Their pieces are locked. */
const standing = async (
  query: Query,
  { team, user }: Owner,
  sentences: DraftedParagraph['sentences'],
): Promise<DraftedParagraph['sentences']> => {
  const ids = [...new Set(sentences.flatMap(({ from }) => from.map(({ evidenceId }) => evidenceId)))]
  const rows = await query<{ id: string; revision: number }>(
    `select id, revision from evidence where ${OF_PERSON} and id = any($3) order by id for share`,
    [team, user, ids],
  )
  const now = new Map(rows.map(({ id, revision }) => [id, revision]))
  return sentences.filter(({ from }) =>
    from.every(({ evidenceId, revision }) => now.get(evidenceId) === revision),
  )
}

/** Stores what AI drafted for packets. */
export function makeDraftStore(database: Database, enqueue: EnqueueDraft): DraftStore {
  return {
    draft: async (owner, of) => {
      const key = keyOf(owner, of)
      const [[asked], paragraphs] = await Promise.all([
        database.query<{ state: Drafting; askedAt: string }>(
          `select state, to_json(asked_at)#>>'{}' as "askedAt" from packet_draft where ${OF_PACKET}`,
          key,
        ),
        database.query<DraftedParagraph>(
          `select competency, sentences, basis, prompt, model, accepted from packet_paragraph where ${OF_PACKET}`,
          key,
        ),
      ])
      return {
        drafting: asked?.state ?? 'none',
        askedAt: asked ? instantOf(asked.askedAt) : null,
        paragraphs,
      }
    },

    askDraft: (owner, of, at) =>
      database.tx(async (query) => {
        const key = keyOf(owner, of)
        await query(
          'insert into person (team_id, user_id) values ($1, $2) on conflict do nothing',
          key.slice(0, 2),
        )
        const [row] = await query<{ id: string }>(
          `insert into packet_draft (team_id, user_id, ladder_id, target, id, state, asked_at)
           values ($1, $2, $3, $4, $5, 'writing', $6)
           on conflict (team_id, user_id, ladder_id, target)
             do update set state = 'writing', asked_at = excluded.asked_at returning id`,
          [...key, randomUUID(), at.toString()],
        )
        await enqueue(query, { draft: row!.id })
      }),

    draftAsked: async (id) => {
      const [row] = await database.query<Owner & PacketOf & { at: string }>(
        `select team_id as team, user_id as "user", ladder_id as ladder, target, to_json(asked_at)#>>'{}' as at
         from packet_draft where id = $1 and state = 'writing'`,
        [id],
      )
      if (!row) return null
      const { team, user, ladder, target, at } = row
      return { owner: { team, user }, of: { ladder, target }, at: instantOf(at) }
    },

    saveDraft: (owner, of, { competency, sentences, basis, prompt, model }) =>
      database.tx(async (query) => {
        const key = keyOf(owner, of)
        const [person] = await query(`select 1 from person where ${OF_PERSON} for share`, key.slice(0, 2))
        const held = await standing(query, owner, sentences)
        if (!person || held.length === 0) return
        await query(
          `insert into packet_paragraph
             (team_id, user_id, ladder_id, target, competency, sentences, basis, prompt, model)
           values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)
           on conflict (team_id, user_id, ladder_id, target, competency)
             do update set sentences = excluded.sentences, basis = excluded.basis, prompt = excluded.prompt,
               model = excluded.model
             where not packet_paragraph.accepted`,
          [...key, competency, storableJson(held), basis, prompt, storable(model)],
        )
      }),

    endDraft: async (id, as) => {
      const ended = await database.query(
        `update packet_draft set state = $2 where id = $1 and state = 'writing' returning 1`,
        [id, as],
      )
      return ended.length > 0
    },

    acceptDraft: (owner, of, seen) =>
      database.tx(async (query) => {
        for (const [competency, texts] of Object.entries(seen))
          await query(
            `update packet_paragraph set accepted = true, sentences = (
               select coalesce(jsonb_agg(one order by at), '[]')
               from jsonb_array_elements(sentences) with ordinality as all_of(one, at)
               where one->>'text' = any($6))
             where ${OF_PACKET} and competency = $5 and not accepted`,
            [...keyOf(owner, of), competency, texts],
          )
        await query(`delete from packet_paragraph where ${OF_PACKET} and sentences = '[]'`, keyOf(owner, of))
      }),

    removeDraft: async (owner, of, competency) => {
      await database.query(`delete from packet_paragraph where ${OF_PACKET} and competency = $5`, [
        ...keyOf(owner, of),
        competency,
      ])
    },
  }
}
