import { spansOf } from '../../../src/domain/evidence/evidence.ts'
import { NO_CHOICES, type PacketChoices } from '../../../src/domain/packet/choices.ts'
import type { Packet } from '../../../src/domain/packet/packet.ts'
import type { Status } from '../../../src/domain/review/review.ts'
import { evidenceOf } from '../evidence-fixture.ts'
import { type Note, packetOf } from '../packet-fixture.ts'

/** An entry of an invented packet: its words, and what its review found in all of them. */
export type Noted = {
  readonly id: string
  readonly day: string
  readonly words: string
  /** By competency: the sentence of the ladder, counted from 1 at the level, and how well it is shown. */
  readonly shows?: readonly { readonly competency: string; readonly nth?: number; readonly status?: Status }[]
  readonly saidBy?: string
  readonly against?: boolean
}

const noteOf = ({ id, day, words, saidBy, against = false, shows = [] }: Noted): Note => ({
  id,
  day,
  text: words,
  ...(saidBy === undefined ? {} : { saidBy }),
  found: shows.map(({ competency, nth = 1, status = 'evidenced' }) => ({
    competency,
    expectation: `sre/L3/${competency}/${nth}`,
    status,
    against,
    sentences: spansOf(evidenceOf(words)).map((_, at) => at + 1),
  })),
})

/** The packet of these entries for L3 of the small ladder. */
export function packetFrom(all: readonly Noted[], choices: Partial<PacketChoices> = {}): Packet {
  return packetOf(all.map(noteOf), { choices: { ...NO_CHOICES, ...choices } })
}
