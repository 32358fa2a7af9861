import { answeredSince } from '../../domain/packet/objections/answered.ts'
import {
  keysOf,
  MOST_OBJECTIONS,
  type Objection,
  type ObjectionKey,
} from '../../domain/packet/objections/objection.ts'
import type { Packet } from '../../domain/packet/packet.ts'
import { type Talk, talkOf } from '../../domain/packet/talk.ts'
import type { Owner } from '../../domain/person.ts'
import type { Texts } from '../texts-port.ts'
import type { MadePacket, Packets } from './make-packet.ts'
import type { ReadingStore } from './reading-store.ts'

type Deps = {
  readonly store: ReadingStore
  readonly texts: Pick<Texts, 'objections'>
  readonly packets: Pick<Packets, 'packet'>
}

type NoPacket = Exclude<MadePacket, { kind: 'packet' }>

/** What a committee could ask about a packet, and what is answered since the last time. */
export type ColdRead = {
  readonly kind: 'objections'
  readonly packet: Packet
  /** At most seven, weightiest first. */
  readonly objections: readonly Objection[]
  readonly answered: readonly ObjectionKey[]
}

/** Reads a person's packet as others would: a committee, or their manager before a one-to-one. */
export function makeReadPacket({ store, texts, packets }: Deps) {
  return {
    /** The cold read of the packet for the goal, or for another level. Remembers what it asked, without words. */
    objections: async (owner: Owner, level: string): Promise<ColdRead | NoPacket> => {
      const made = await packets.packet(owner, level)
      if (made.kind !== 'packet') return made
      const { packet } = made
      const [all, before] = await Promise.all([
        texts.objections(owner, packet),
        store.lastObjections(owner, packet.goal),
      ])
      const objections = all.slice(0, MOST_OBJECTIONS)
      await store.saveObjections(owner, packet.goal, objections.flatMap(keysOf))
      return { kind: 'objections', packet, objections, answered: answeredSince(before, all, packet) }
    },

    /** What to bring to the next one-to-one. Remembers when it was made. */
    talk: async (
      owner: Owner,
      level: string,
    ): Promise<{ readonly kind: 'talk'; readonly talk: Talk } | NoPacket> => {
      const made = await packets.packet(owner, level)
      if (made.kind !== 'packet') return made
      const talk = talkOf(made.packet, made.ladder, await store.lastTalk(owner))
      await store.saveTalk(owner, { since: talk.since, made: made.packet.made })
      return { kind: 'talk', talk }
    },
  }
}

export type ReadPacket = ReturnType<typeof makeReadPacket>
