import type { ObjectionKey } from '../../domain/packet/objections/objection.ts'
import type { LastTalk } from '../../domain/packet/talk.ts'
import type { Owner } from '../../domain/person.ts'
import type { PacketOf } from './showing-store.ts'

/**
 * What was said last about a packet, without any words: which questions a committee could ask, and when a one-to-one
 * was prepared. Every call names the owner and sees nothing of anyone else. Throws CoachError `store-unavailable` when
 * the database cannot be reached.
 */
export interface ReadingStore {
  /** The questions of the last time. Those about a piece that was deleted are gone with it. */
  lastObjections(owner: Owner, of: PacketOf): Promise<readonly ObjectionKey[]>
  /** Replaces them. What is about a piece that was deleted in the meantime is not stored. */
  saveObjections(owner: Owner, of: PacketOf, keys: readonly ObjectionKey[]): Promise<void>
  lastTalk(owner: Owner): Promise<LastTalk | null>
  saveTalk(owner: Owner, talk: LastTalk): Promise<void>
}
