import type { NewEvidence, NewPart } from '../../coaching/evidence/evidence-store.ts'
import type { Hash } from '../database/asker.ts'
import type { Query } from '../database/driver.ts'
import { type Enqueue, messageHash } from './evidence-writes.ts'
import { APART, FROM } from './place-in-line.ts'
import { storable, storableJson } from './rows.ts'

/** A part as a row of JSON. Unknown values are omitted, which makes them null in SQL. */
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

const ACCEPT = `select place from accept_piece(
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as place`

/** Stores a piece and its job. `known` means that Slack sent it before. */
export async function acceptPiece(
  query: Query,
  hash: Hash,
  enqueue: Enqueue,
  piece: NewEvidence,
): Promise<'accepted' | 'known'> {
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
    FROM,
    APART,
  ])
  if (!accepted) return 'known'
  await enqueue(query, 'review-evidence', { evidenceId: id, owner }, accepted.place)
  return 'accepted'
}
