import type { NewEvidence, NewPart } from '../coaching/store-port.ts'
import type { Hash } from './asker.ts'
import type { Query } from './driver.ts'
import { type Enqueue, messageHash } from './evidence-writes.ts'
import { piecePlaceSql } from './place-in-line.ts'
import { storable, storableJson } from './rows.ts'

/** A part as a row of JSON; what is not known is left out, which is null in SQL. */
const partJson = (part: NewPart, position: number) => ({
  position,
  kind: part.kind,
  said_by: part.saidBy === null ? undefined : storable(part.saidBy),
  message_ts: part.messageTs ?? undefined,
  raw: storable(part.raw),
  reading: storable(part.reading),
  left_out: part.leftOut,
  file: part.file ?? undefined,
  written_at: part.writtenAt.toString(),
  edited_ts: part.editedTs ?? undefined,
})

/**
 * A new piece with its person and parts, unless its message came by before ($3) or its origin was saved before: one
 * statement, for Slack waits for it. The person's row is held either way, so that a deletion comes before or after.
 */
const ACCEPT = `with seen as (
    insert into message_seen (message) select $3 where $3::text is not null on conflict do nothing returning 1),
  owner as (
    insert into person (team_id, user_id, dm_channel_id) select $1, $2, $4
    where $3::text is null or exists (select 1 from seen)
    on conflict (team_id, user_id) do update set dm_channel_id = excluded.dm_channel_id
      where excluded.dm_channel_id is not null and person.dm_channel_id is distinct from excluded.dm_channel_id),
  piece as (
    insert into evidence (id, team_id, user_id, channel_id, thread_ts, happened_from, happened_to, received_at,
      origin_channel, origin_ts, about, parts, place)
    select $5, $1, $2, $4, $6, $7::date, $8::date, $9::timestamptz, $10, $11, $12::jsonb, jsonb_array_length($13::jsonb),
      ${piecePlaceSql('$1', '$2')}
    where $3::text is null or exists (select 1 from seen)
    on conflict do nothing returning id, place),
  part as (
    insert into evidence_part (team_id, user_id, evidence_id, position, kind, said_by, channel_id, message_ts,
      raw, reading, left_out, file, written_at, edited_ts)
    select $1, $2, piece.id, p.position, p.kind, p.said_by, $4, p.message_ts, p.raw, p.reading,
      array(select jsonb_array_elements_text(p.left_out)), p.file, p.written_at, p.edited_ts
    from piece, jsonb_to_recordset($13::jsonb) as p (position integer, kind text, said_by text, message_ts text,
      raw text, reading text, left_out jsonb, file jsonb, written_at timestamptz, edited_ts text))
  select place from piece`

/** Keeps a piece and its job. `known`: Slack sent it before. */
export const acceptPiece = async (
  query: Query,
  hash: Hash,
  enqueue: Enqueue,
  piece: NewEvidence,
): Promise<'accepted' | 'known'> => {
  const { id, owner, message, origin, thread, happened } = piece
  const [accepted] = await query<{ place: number }>(ACCEPT, [
    owner.team,
    owner.user,
    message && messageHash(hash, owner, message),
    thread?.channel ?? null,
    id,
    thread?.ts ?? null,
    happened?.from.toString() ?? null,
    happened?.to.toString() ?? null,
    piece.receivedAt.toString(),
    origin?.channel ?? null,
    origin?.ts ?? null,
    piece.about ? storableJson(piece.about) : null,
    JSON.stringify(piece.parts.map(partJson)),
  ])
  if (!accepted) return 'known'
  await enqueue(query, 'review-evidence', { evidenceId: id, owner }, accepted.place)
  return 'accepted'
}
