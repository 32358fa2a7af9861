import { describe, expect, it } from 'vitest'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { buildPacket } from '../../src/domain/packet/build-packet.ts'
import { isSameStory, NO_CHOICES, type PacketChoices, withEdit } from '../../src/domain/packet/choices.ts'
import { MOST_OFFERED } from '../../src/domain/packet/choose-stories.ts'
import type { Packet } from '../../src/domain/packet/packet.ts'
import { isQuotable, type ToldStory, tellStories } from '../../src/domain/packet/tell-stories.ts'
import { sequence } from '../fakes/nudge-script.ts'
import { ALL_ROUNDS } from '../fakes/rounds.ts'
import { type Note, packetInputOf, packetOf } from './packet-fixture.ts'

const CASES = ALL_ROUNDS ? 300 : 60

const COMPETENCIES = ['mastery', 'scope', 'ownership'] as const
const SENTENCES = [
  'I moved the billing queue in three nights.',
  'Priya reviewed it.',
  '4 min of read-only, no errors.',
  'The old cluster is off.',
  'I will write a guide next week.',
  'Could you look at it?',
  'Please keep this between us.',
  'I wrote the rollback plan and tested it twice.',
  'Failed jobs fell from 40 a day to 2.',
  'Rollout notes',
]

/** The sentences that a section of a packet quotes or offers, each with its piece. */
const wordsFor = (packet: Packet, competency: string, told: readonly ToldStory[]): Set<string> => {
  const section = packet.sections.find((one) => one.competency.id === competency)!
  const quoted = packet.receipts.filter(({ number }) => section.receipts.includes(number))
  const offered = section.more.map(({ ref }) => told.find((one) => isSameStory(one.ref, ref))!)
  return new Set([
    ...quoted.flatMap(({ ref, sentences }) => sentences.map(({ text }) => `${ref.evidenceId} ${text}`)),
    ...offered.flatMap((story) => story.quoted.map(({ text }) => `${story.ref.evidenceId} ${text}`)),
  ])
}

describe('evidence of a packet', () => {
  it('is quoted or offered under each competency for which it counts, or left out for a reason that has a name', {
    timeout: 60_000,
  }, () => {
    const reasons = new Map<string, number>()
    for (let seed = 1; seed <= CASES; seed += 1) {
      const random = sequence(seed)
      const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
      let choices: PacketChoices = NO_CHOICES
      const notes = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, nth): Note => {
        const count = 1 + Math.floor(random() * 3)
        const text = Array.from({ length: count }, () => pick(SENTENCES)).join(random() < 0.3 ? '\n\n' : ' ')
        const found = [...new Set([pick(COMPETENCIES), pick(COMPETENCIES)])].map((competency) => ({
          competency,
          sentences: [
            ...new Set([1 + Math.floor(random() * count), 1 + Math.floor(random() * count)]),
          ].toSorted(),
          status: pick(['evidenced', 'partly', null, 'not yet'] as const),
          confirmed: random() < 0.4,
          against: random() < 0.05,
        }))
        return {
          id: `e${nth}`,
          day: `2026-0${1 + Math.floor(random() * 9)}-10`,
          text,
          found,
          isFile: random() < 0.3,
          ...(random() < 0.1 ? { saidBy: 'Wen' } : {}),
        }
      })
      const input = packetInputOf(notes, { choices })
      for (const { ref } of input.stories) {
        if (random() < 0.1) choices = withEdit(choices, { kind: 'take-out', ref })
        if (random() < 0.2)
          choices = withEdit(choices, { kind: 'bring-in', ref, competency: pick(COMPETENCIES) })
      }
      const packet = buildPacket({ ...input, choices })
      const told = tellStories(input.stories, input.pieces, choices)
      const words = new Map(COMPETENCIES.map((id) => [id, wordsFor(packet, id, told)]))
      for (const note of notes) {
        const spans = spansOf(input.pieces.find(({ evidence }) => evidence.id === note.id)!.evidence)
        for (const { competency, sentences = [1], status, against, confirmed } of note.found ?? [])
          for (const nth of sentences) {
            const span = spans.find(({ id }) => id === `s${nth}`)
            if (!span) continue
            const reason = (
              [
                ['counts against', against === true],
                ['not shown yet', status === 'not yet'],
                ['looks confidential', packet.withheld.some(({ evidenceId }) => evidenceId === note.id)],
                ['tells of nothing done', !isQuotable(span) && !confirmed],
              ] as const
            ).find(([, holds]) => holds)?.[0]
            reasons.set(reason ?? 'shown', (reasons.get(reason ?? 'shown') ?? 0) + 1)
            if (reason) continue
            expect(
              words.get(competency as 'scope')!.has(`${note.id} ${span.text}`),
              `seed ${seed}: ${competency} has no “${span.text}” of ${note.id}`,
            ).toBe(true)
          }
      }
    }
    // Each reason was met, and most sentences have none.
    expect([...reasons.keys()].toSorted()).toEqual([
      'counts against',
      'looks confidential',
      'not shown yet',
      'shown',
      'tells of nothing done',
    ])
    expect(reasons.get('shown')).toBeGreaterThan(CASES * 4)
  })

  it('is offered where it counts and is quoted elsewhere, with the number of that quote', () => {
    const { sections } = packetOf([
      {
        id: 'e1',
        text: 'I planned the move and told all teams.',
        found: [{ competency: 'mastery' }, { competency: 'scope' }],
      },
    ])
    const [home, other] = ['mastery', 'scope']
      .map((id) => sections.find(({ competency }) => competency.id === id)!)
      .toSorted((a, b) => b.receipts.length - a.receipts.length)
    expect(home!.more).toEqual([])
    expect(other!.more).toMatchObject([{ quotedAt: 1, text: 'I planned the move and told all teams.' }])
  })

  it('is offered if another quote says the same, and replaces that one if its owner brings it in', () => {
    const found = [{ competency: 'mastery' }]
    const notes = [
      { id: 'e1', text: 'I moved the billing queue to the new cluster in three nights.', found },
      { id: 'e2', text: 'Moved the billing queue to the new cluster, three nights.', found },
    ]
    const mastery = ({ sections }: Packet) => sections.find(({ competency }) => competency.id === 'mastery')!
    const packet = packetOf(notes)
    const [offer] = mastery(packet).more
    expect(mastery(packet).receipts).toHaveLength(1)
    expect(offer).toMatchObject({ sameAs: 1, quotedAt: null })
    const choices = withEdit(NO_CHOICES, { kind: 'bring-in', ref: offer!.ref, competency: 'mastery' })
    const changed = packetOf(notes, { choices })
    expect(changed.receipts.map(({ ref }) => ref.evidenceId)).toEqual([offer!.ref.evidenceId])
    expect(mastery(changed).more).toMatchObject([{ ref: packet.receipts[0]!.ref, sameAs: 1 }])
  })

  it('is counted if there is more of it than a list can have', () => {
    const notes = Array.from({ length: 40 }, (_, nth) => ({
      id: `n${nth}`,
      text: `I moved service ${'abcdefghij'[nth % 10]}${nth} to ${nth + 3} faster disks.`,
      found: [{ competency: 'mastery' }],
    }))
    const { sections } = packetOf(notes)
    const { receipts, more, moreLeft } = sections.find(({ competency }) => competency.id === 'mastery')!
    expect(more).toHaveLength(MOST_OFFERED)
    expect(receipts.length + more.length + moreLeft).toBe(40)
    const input = packetInputOf(notes)
    const few = buildPacket({ ...input, pieces: input.pieces.slice(0, 25) })
    expect(few.sections.find(({ competency }) => competency.id === 'mastery')!.moreLeft).toBe(15)
  })
})
