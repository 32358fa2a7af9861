import { describe, expect, it } from 'vitest'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import { buildPacket } from '../../src/domain/packet/build-packet.ts'
import { NO_CHOICES, type PacketChoices, withEdit } from '../../src/domain/packet/choices.ts'
import { MOST_QUOTES } from '../../src/domain/packet/choose-stories.ts'
import { documentOf } from '../../src/domain/packet/document-of.ts'
import { sequence } from '../fakes/nudge-script.ts'
import { ALL_ROUNDS } from '../fakes/rounds.ts'
import { goal } from './evidence-fixture.ts'
import { type Note, packetInputOf } from './packet-fixture.ts'

const CASES = ALL_ROUNDS ? 100 : 25

/** A ladder with so many competencies, of which every third asks nothing new. */
const ladderOf = (count: number): Ladder => {
  const competencies = Array.from({ length: count }, (_, nth) => ({
    id: `c${nth}`,
    name: `Competency ${nth}`,
    subtitle: null,
    about: null,
  }))
  const rows = (level: string) =>
    Object.fromEntries(
      competencies.map(({ id }, nth) => [
        id,
        [1, 2].map((at) => ({
          id: `sre/${level}/${id}/${at}`,
          text:
            nth % 3 === 0
              ? `Keeps part ${at} of area ${nth} in order.`
              : `Leads part ${at} of area ${nth} at ${level}.`,
          bullet: at,
        })),
      ]),
    )
  return {
    id: 'sre',
    name: 'SRE',
    version: 'b'.repeat(40),
    about: null,
    synonyms: {},
    sustainedMonths: 6,
    themes: {},
    levels: [
      { id: 'L2', rank: 2, title: 'SRE', about: null },
      { id: 'L3', rank: 3, title: 'Senior SRE', about: null },
    ],
    areas: [{ id: 'a', name: null, competencies }],
    rows: { L2: rows('L2'), L3: rows('L3') },
  }
}

const DEEDS = ['rebuilt', 'moved', 'repaired', 'wrote', 'tested', 'documented']
const THINGS = [
  'the label printer',
  'the billing queue',
  'the backup job',
  'the on-call guide',
  'the build farm',
]

describe('packets of invented people', () => {
  it('show nothing that is hidden, taken out, confidential or a colleague’s, and everything else once', {
    timeout: 60_000,
  }, () => {
    for (let seed = 1; seed <= CASES; seed += 1) {
      const random = sequence(seed)
      const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
      const ladder = ladderOf(1 + Math.floor(random() * 40))
      const ids = ladder.areas[0]!.competencies.map(({ id }) => id)
      const hidden = ids.filter(() => random() < 0.1)
      let choices: PacketChoices = hidden.reduce(
        (all, competency) => withEdit(all, { kind: 'hide', competency }),
        NO_CHOICES,
      )
      const gone: string[] = []
      const notes = Array.from({ length: Math.floor(random() ** 3 * 150) }, (_, nth): Note => {
        const id = `e${nth}`
        const competency = pick(ids)
        const isOut = random() < 0.1
        const isSecret = random() < 0.1
        const saidBy = random() < 0.1 ? 'Wen' : undefined
        const isShown = random() < 0.8
        // A word that no other note has.
        const word = `mark${seed}x${nth}z`
        if (isOut || isSecret || saidBy || hidden.includes(competency)) gone.push(word)
        if (isOut)
          choices = withEdit(choices, { kind: 'take-out', ref: { evidenceId: id, revision: 1, span: 's1' } })
        return {
          id,
          day: `202${Math.floor(random() * 7)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-10`,
          text: `I ${pick(DEEDS)} ${pick(THINGS)} ${word}.${isSecret ? ' Please keep this between us.' : ''}`,
          ...(saidBy ? { saidBy } : {}),
          found: isShown
            ? [
                {
                  competency,
                  expectation: `sre/L3/${competency}/${1 + Math.floor(random() * 2)}`,
                  status: pick(['evidenced', 'partly', null] as const),
                  against: random() < 0.05,
                },
              ]
            : [{ competency, status: 'not yet' }],
        }
      })
      const input = packetInputOf(notes, { ladder, choices })
      const packet = buildPacket(input)
      const document = documentOf(packet)
      const said = JSON.stringify([
        { ...packet, withheld: [], sections: packet.sections.map(({ more: _, ...one }) => one) },
        document,
      ])
      for (const word of gone) expect(said, `seed ${seed}`).not.toContain(word)
      const numbers = packet.sections.flatMap(({ receipts }) => receipts)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(packet.receipts.map(({ number }) => number)).toEqual(packet.receipts.map((_, nth) => nth + 1))
      for (const { receipts } of packet.sections) expect(receipts.length).toBeLessThanOrEqual(MOST_QUOTES)
      // Every quote is in a note, word for word.
      const texts = new Map(notes.map(({ id, text }) => [id, text]))
      for (const { ref, sentences, lead } of packet.receipts)
        for (const one of [...sentences.map(({ text }) => text), lead])
          expect(texts.get(ref.evidenceId)).toContain(one)
      expect(documentOf(buildPacket(structuredInput(input)))).toEqual(document)
      const asked = document.parts.filter(({ kind }) => kind === 'receipt')
      expect(asked).toHaveLength(packet.receipts.length)
      expect(packet.goal).toBe(goal)
    }
  })
})

/** The same input, of other objects. */
const structuredInput = (input: ReturnType<typeof packetInputOf>) => ({
  ...input,
  stories: structuredClone(input.stories),
  choices: structuredClone(input.choices),
  pieces: input.pieces.map((piece) => ({
    ...piece,
    evidence: { ...piece.evidence, parts: piece.evidence.parts.map((part) => ({ ...part })) },
  })),
})
