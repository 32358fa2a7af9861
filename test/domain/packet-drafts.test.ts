import { describe, expect, it } from 'vitest'
import { documentOf } from '../../src/domain/packet/document-of.ts'
import { draftablesOf, draftRequest } from '../../src/domain/packet/draft/draft-request.ts'
import {
  basisOf,
  type DraftedParagraph,
  draftedFrom,
  draftingAt,
  draftSign,
  draftTexts,
  sectionsToDraft,
  withDrafts,
} from '../../src/domain/packet/draft/drafts.ts'
import type { Packet, Section } from '../../src/domain/packet/packet.ts'
import { signOf } from '../../src/domain/text/sign-of.ts'
import { smallLadder } from './ladder-fixture.ts'
import { type Note, packetInputOf, packetOf } from './packet-fixture.ts'

const notes: readonly Note[] = [
  { id: 'e1', text: 'I planned the failover drill.', day: '2026-03-02', found: [{ competency: 'mastery' }] },
  {
    id: 'e2',
    text: 'I cut recovery from 40 minutes to 12.',
    day: '2026-06-02',
    found: [{ competency: 'mastery' }],
  },
  { id: 'e3', text: 'I wrote the runbook for all shifts.', found: [{ competency: 'ownership' }] },
]
const sectionIn = (packet: Packet, id: string): Section =>
  packet.sections.find(({ competency }) => competency.id === id)!

/** A draft of one competency: a sentence for each of these pieces, or for several. */
const draftOf = (
  packet: Packet,
  id: string,
  sentences: Readonly<Record<string, string[]>>,
): DraftedParagraph => ({
  competency: id,
  sentences: Object.entries(sentences).map(([text, ids]) => ({
    text,
    from: ids.map((one) => draftedFrom(packet.receipts.find(({ ref }) => ref.evidenceId === one)!)),
  })),
  basis: basisOf(packet, sectionIn(packet, id)),
  prompt: 'p1',
  model: 'm1',
  accepted: false,
})
const both = { 'I planned the drill.': ['e1'], 'I planned it and recovery took 12 minutes.': ['e1', 'e2'] }

describe('a packet with drafts', () => {
  const packet = packetOf(notes)
  const draft = draftOf(packet, 'mastery', both)
  const numberOf = (id: string): number => packet.receipts.find(({ ref }) => ref.evidenceId === id)!.number

  it('has each sentence with the numbers of its quotes, as a draft', () => {
    const { claim } = sectionIn(withDrafts(packet, [draft]), 'mastery')
    const [one, two] = [numberOf('e1'), numberOf('e2')]
    expect(claim).toEqual({
      text: 'I planned the drill. I planned it and recovery took 12 minutes.',
      by: 'model',
      accepted: false,
      receipts: [one, two],
      drafted: {
        sentences: [
          { text: 'I planned the drill.', receipts: [one] },
          { text: 'I planned it and recovery took 12 minutes.', receipts: [one, two] },
        ],
        leftOut: 0,
      },
    })
    expect(sectionIn(withDrafts(packet, [draft]), 'ownership').claim).toBeNull()
  })

  it('leaves out a sentence if one of its quotes is not in the packet, or has other words', () => {
    const without = packetOf(notes.filter(({ id }) => id !== 'e2'))
    const { claim } = sectionIn(withDrafts(without, [draft]), 'mastery')
    expect(claim?.drafted).toMatchObject({ sentences: [{ text: 'I planned the drill.' }], leftOut: 1 })
    const edited = packetOf([{ ...notes[0]!, text: 'I planned two failover drills.' }])
    expect(sectionIn(withDrafts(edited, [draft]), 'mastery').claim).toBeNull()
  })

  it('keeps a sentence whose piece has a new revision with the same words', () => {
    const input = packetInputOf(notes)
    const again = packetOf(notes, {
      stories: input.stories.map((one) => ({ ...one, ref: { ...one.ref, revision: 2 } })),
      pieces: input.pieces.map((one) => ({ ...one, evidence: { ...one.evidence, revision: 2 } })),
    })
    expect(sectionIn(withDrafts(again, [draft]), 'mastery').claim?.drafted?.leftOut).toBe(0)
  })

  it('shows what its owner wrote instead', () => {
    const own = packetOf(notes, {
      choices: { ...packetInputOf(notes).choices, claims: { mastery: 'I know drills.' } },
    })
    expect(sectionIn(withDrafts(own, [draft]), 'mastery').claim).toMatchObject({ by: 'owner' })
    expect(sectionsToDraft(own, []).map(({ competency }) => competency.id)).toEqual(['ownership'])
  })

  it('asks for a draft only where there are quotes, and not again until they change', () => {
    const open = (of: Packet, drafts: readonly DraftedParagraph[]): string[] =>
      sectionsToDraft(withDrafts(of, drafts), drafts).map(({ competency }) => competency.id)
    expect(open(packet, [])).toEqual(['mastery', 'ownership'])
    expect(open(packet, [draft])).toEqual(['ownership'])
    const more = packetOf([
      ...notes,
      { id: 'e4', text: 'I tested the backup of the ledger twice.', day: '2026-01-02', found: [{}] },
    ])
    expect(open(more, [draft])).toEqual(['mastery', 'ownership'])
    expect(open(more, [{ ...draft, accepted: true }])).toEqual(['ownership'])
  })

  it('is accepted as it was seen: its sentences by competency, and a sign of them', () => {
    const seen = withDrafts(packet, [draft, draftOf(packet, 'ownership', { 'I wrote the runbook.': ['e3'] })])
    expect(draftTexts(seen, null)).toEqual({
      mastery: Object.keys(both),
      ownership: ['I wrote the runbook.'],
    })
    expect(draftTexts(seen, 'ownership')).toEqual({ ownership: ['I wrote the runbook.'] })
    expect(draftTexts(withDrafts(packet, [{ ...draft, accepted: true }]), null)).toEqual({})
    const less = withDrafts(packet, [draft])
    expect(draftSign(less, null)).not.toBe(draftSign(seen, null))
    expect(draftSign(less, 'mastery')).toBe(draftSign(seen, 'mastery'))
  })

  it('marks drafts in its document, and says who wrote and who accepted', () => {
    const wordsIn = (of: Packet): string => JSON.stringify(documentOf(of).parts)
    const open = documentOf(withDrafts(packet, [draft]))
    const paragraph = open.parts.find((one) => one.kind === 'paragraph' && one.draft)
    expect(paragraph).toMatchObject({
      runs: [{ text: 'I planned the drill.' }, {}, { receipt: numberOf('e1') }, {}, {}, {}, {}, {}],
    })
    expect(JSON.stringify(open.parts)).toContain('are not accepted yet')
    expect(JSON.stringify(open.parts)).not.toContain('the author accepted them')
    const accepted = wordsIn(withDrafts(packet, [{ ...draft, accepted: true }]))
    expect(accepted).toContain('the author accepted them')
    expect(accepted).not.toContain('"draft"')
    expect(wordsIn(packet)).not.toContain('AI')
  })
})

describe('the drafting of a packet', () => {
  const at = Temporal.Instant.from('2026-11-27T10:00:00Z')

  it('is over if it has been under way for a quarter of an hour', () => {
    expect(draftingAt('writing', at, at.add({ minutes: 14 }))).toBe('writing')
    expect(draftingAt('writing', at, at.add({ minutes: 15 }))).toBe('unavailable')
    expect(draftingAt('done', at, at.add({ hours: 30 }))).toBe('done')
    expect(draftingAt('none', null, at)).toBe('none')
  })
})

describe('what a model gets', () => {
  it('are the sentences of both levels, and quotes that are not too long, in whole sentences', () => {
    const sentence = 'I moved one more service to the new path and measured it. '
    const packet = packetOf([
      {
        id: 'e1',
        text: sentence.repeat(60).trim(),
        found: [{ sentences: Array.from({ length: 60 }, (_, nth) => nth + 1) }],
      },
    ])
    const section = sectionIn(packet, 'mastery')
    const [quote] = draftablesOf(packet, section)
    expect(quote!.id).toBe('r1')
    expect(quote!.text.length).toBeGreaterThan(1_000)
    expect(quote!.text.length).toBeLessThanOrEqual(1_500)
    expect(quote!.text.endsWith('measured it.')).toBe(true)
    const { target, current, quotes } = draftRequest(
      smallLadder,
      packet,
      section,
      [{ ...quote!, text: 'masked', saidBy: null }],
      null,
    )
    expect(target.sentences).toEqual(section.asks.map(({ text }) => text))
    expect(current.sentences.length).toBeGreaterThan(0)
    expect(quotes).toEqual([{ id: 'r1', text: 'masked', saidBy: null, when: '13 July 2026' }])
  })
})

describe('the sign of a text', () => {
  it('is the same for the same text, and another for another', () => {
    expect(signOf('I planned it.')).toBe(signOf('I planned it.'))
    const signs = Array.from({ length: 10_000 }, (_, nth) => signOf(`I planned ${nth}.`))
    expect(new Set(signs).size).toBe(10_000)
    expect(signOf('')).toMatch(/^[0-9a-z]+$/)
  })
})
