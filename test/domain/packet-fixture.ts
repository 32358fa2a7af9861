import { buildPacket, type PacketInput } from '../../src/domain/packet/build-packet.ts'
import { NO_CHOICES } from '../../src/domain/packet/choices.ts'
import { coverageOf } from '../../src/domain/packet/coverage.ts'
import type { Packet, Showing } from '../../src/domain/packet/packet.ts'
import { storiesOf } from '../../src/domain/packet/stories.ts'
import type { PacketPiece } from '../../src/domain/packet/tell-stories.ts'
import { evidenceOf, goal, partOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

/** A note of an invented person, and what its review found: sentences by their numbers. */
export type Note = {
  readonly id: string
  readonly text: string
  readonly day?: string
  readonly saidBy?: string
  readonly found?: readonly Partial<Showing & { readonly sentences: readonly number[] }>[]
  readonly disputed?: boolean
  /** Its owner wants what looks confidential in it. */
  readonly included?: boolean
  /** It came as a file. */
  readonly isFile?: boolean
  /** The question of the coach that it answers. */
  readonly asked?: string
  readonly choices?: PacketPiece['choices']
  readonly spanDays?: PacketPiece['spanDays']
}

const today = Temporal.PlainDate.from('2026-11-27')

/** What the reviews of these notes show. */
export function showingsOf(notes: readonly Note[]): Showing[] {
  return notes.flatMap(({ id, day = '2026-07-13', found = [] }) =>
    found.map(({ sentences = [1], ...more }) => ({
      evidenceId: id,
      revision: 1,
      competency: 'mastery',
      expectation: `sre/L3/${more.competency ?? 'mastery'}/1`,
      target: 'L3',
      status: 'evidenced' as const,
      quality: null,
      spans: sentences.map((nth) => ({ id: `s${nth}`, from: day, to: day })),
      against: false,
      confirmed: false,
      ...more,
    })),
  )
}

/** The input for a packet of these notes. */
export function packetInputOf(notes: readonly Note[], more: Partial<PacketInput> = {}): PacketInput {
  return {
    author: 'Jorun',
    ladder: smallLadder,
    goal,
    today,
    stories: storiesOf(showingsOf(notes), more.choices?.hidden),
    choices: NO_CHOICES,
    coverage: coverageOf(smallLadder, goal, [], today),
    pieces: notes.map(
      ({
        id,
        text,
        day = '2026-07-13',
        saidBy = null,
        found = [],
        isFile,
        asked,
        disputed,
        included,
        choices,
        spanDays,
      }) => {
        const file = isFile ? { id: 'F1', name: 'notes.md', state: 'read' as const } : null
        const { parts } = evidenceOf('', { parts: [partOf(text, { saidBy, file })] })
        const date = Temporal.PlainDate.from(day)
        return {
          evidence: {
            ...{ id, parts, revision: 1 },
            about: asked === undefined ? null : { ladder: 'sre', competency: 'trust', question: asked },
          },
          cut: null,
          included: included ?? false,
          days: { from: date, to: date },
          spanDays: spanDays ?? {},
          inPart:
            disputed ?? found.some(({ competency = 'mastery' }) => more.choices?.hidden.includes(competency)),
          unplaced: found.length === 0,
          choices: choices ?? [],
        }
      },
    ),
    ...more,
  }
}

/** The packet of these notes. */
export function packetOf(notes: readonly Note[], more: Partial<PacketInput> = {}): Packet {
  return buildPacket(packetInputOf(notes, more))
}
