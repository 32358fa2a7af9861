import { describe, expect, it } from 'vitest'
import { NO_CHOICES, withEdit } from '../../src/domain/packet/choices.ts'
import { briefWords } from '../../src/domain/packet/document-of.ts'
import { objectionsOf } from '../../src/domain/packet/objections/objections.ts'
import { packetOf } from './packet-fixture.ts'

const possible = (competency: string, ...sentences: number[]) => ({
  competency,
  status: null,
  ...(sentences.length > 0 ? { sentences } : {}),
})

describe('a quote of a packet', () => {
  it('has what was done and what came of it next to the sentence that says most', () => {
    const text =
      'In May I introduced canary releases for the payment service. I rolled back once because the metrics were ' +
      'wrong for twenty minutes and nobody knew whether the new version or the old dashboards were to blame. ' +
      'The second release went out with no errors.'
    const { receipts } = packetOf([{ id: 'e1', text, found: [possible('mastery', 2)] }])
    expect(receipts[0]!.lead).toBe(text)
  })

  it('of a long note says in its first words what the note is about', () => {
    const text = [
      'I moved the VPC peering to one hub.',
      ...Array.from({ length: 8 }, (_, nth) => `The office had wish number ${nth} about it.`),
      'I told all 9 teams a week before, and none of them was surprised.',
    ].join(' ')
    const { receipts } = packetOf([{ id: 'e1', text, found: [possible('mastery', 10)] }])
    expect(receipts[0]!.lead).toBe(
      'I moved the VPC peering to one hub. […] I told all 9 teams a week before, and none of them was surprised.',
    )
  })

  it.each([
    ['2026-09-08 I switched the rate limits on.', 'I switched the rate limits on.'],
    ['8 September: I switched the rate limits on.', 'I switched the rate limits on.'],
    ['Sept 8: I switched the rate limits on.', 'I switched the rate limits on.'],
    ['2026-09-07 I switched the rate limits on.', '2026-09-07 I switched the rate limits on.'],
    ['8 services: I switched the rate limits on.', '8 services: I switched the rate limits on.'],
  ])('does not repeat the date that is printed next to it: %s', (text, lead) => {
    const { receipts } = packetOf([{ id: 'e1', day: '2026-09-08', text, found: [possible('mastery')] }])
    expect(receipts[0]!.lead).toBe(lead)
    expect(receipts[0]!.sentences.map((one) => one.text).join(' ')).toBe(text)
  })

  it('is told once if two notes of a file tell the same', () => {
    const text = [
      '- 2026-09-08 Reviewed the VPC design of the data team and found 2 overlapping ranges.',
      '- Wrote the guide for the mail hosts.',
      '- Ran the restore drill with the new colleagues.',
      ...Array.from({ length: 6 }, (_, nth) => `- Closed ticket OPS-${nth}17 of the mail team.`),
      '- 2026-09-09 VPC design review for the data team: found overlapping ranges.',
    ].join('\n')
    const found = [possible('mastery', 1), possible('mastery', 10), possible('scope', 10)]
    const { receipts, sections } = packetOf([{ id: 'e1', isFile: true, text, found }])
    expect(receipts).toHaveLength(1)
    expect(sections.flatMap(({ more }) => more.map(({ sameAs }) => sameAs))).toContain(1)
  })

  it('has every link that makes it one that others can open', () => {
    const text = [
      'I wrote the failover guide for the mail hosts.',
      ...Array.from({ length: 8 }, (_, nth) => `Team ${nth} asked about it.`),
      'It is at https://wiki.example.org/failover for everyone.',
    ].join(' ')
    const { receipts } = packetOf([{ id: 'e1', text, found: [possible('mastery')] }])
    expect([receipts[0]!.links, receipts[0]!.chosenFor.includes('opens')]).toEqual([
      ['https://wiki.example.org/failover'],
      true,
    ])
  })

  it.each([
    ['In May the team picked ArgoCD although I had argued for Flux.', ['own-part']],
    ['2026-09-08 Rate limits live for 10% of tenants.', ['number']],
    ['In 2026 I led the reviews of the design guild.', ['own-part']],
  ])('is chosen for nothing that it does not have: %s', (text, reasons) => {
    const { receipts } = packetOf([{ id: 'e1', text, found: [possible('mastery')] }])
    expect(receipts[0]!.chosenFor.filter((one) => one !== 'only')).toEqual(reasons)
  })
})

describe('the brief', () => {
  const NOTES = [
    { id: 'e1', text: '3 pages, all handled without escalation.', found: [possible('ownership')] },
    { id: 'e2', text: 'It was a long night.', found: [possible('mastery')] },
    {
      id: 'e3',
      text: 'I mentored Jonas through his first shifts, and he runs the drill himself now.',
      found: [possible('scope')],
    },
  ]

  it('opens with what its author did and what came of it, not with a bare count', () => {
    expect(briefWords(packetOf(NOTES))[0]).toMatch(/^Scope\. “I mentored Jonas/)
  })

  it('opens with what its owner put first', () => {
    const choices = withEdit(NO_CHOICES, {
      kind: 'first',
      ref: { evidenceId: 'e1', revision: 1, span: 's1' },
    })
    expect(briefWords(packetOf(NOTES, { choices }))[0]).toMatch(/^Ownership\. “3 pages/)
  })
})

describe('what is asked about a quote', () => {
  it.each([
    'I automated the renewal of the certificates. Since August none expired (there were two outages in spring).',
    'I taught Jonas how our network is built, and he split it into two peerings himself.',
    'I moved the queue to the new broker. Messages wait 6 seconds, before it was 40.',
    'I led the move of the VMs.\n\nResult: the VMs are off since 30 June.',
  ])('is nothing that its note says: %s', (text) => {
    const spans = text.split(/(?<=\.)\s+/).map((_, nth) => nth + 1)
    const packet = packetOf([{ id: 'e1', text, found: [possible('mastery', ...spans)] }])
    expect(packet.questions).toEqual([])
    expect(objectionsOf(packet).map(({ kind }) => kind)).not.toContain('effort')
  })

  it('is nothing that another quote of the same entry says', () => {
    const text = [
      'In spring I led the move of the VMs.',
      ...Array.from({ length: 8 }, (_, nth) => `Office ${nth} was told.`),
      'The VMs are off since 30 June.',
    ].join('\n\n')
    const found = [possible('mastery', 1), possible('scope', 10)]
    expect(packetOf([{ id: 'e1', text, found }]).questions).toEqual([])
    // A file tells of many things, so one of its notes answers nothing about another.
    expect(packetOf([{ id: 'e1', text, found, isFile: true }]).questions).toMatchObject([
      { ask: 'own-part' },
      { ask: 'result' },
    ])
  })

  it('is not how it ended, if the rest of the entry says so', () => {
    const end = (text: string): boolean =>
      objectionsOf(packetOf([{ id: 'e1', text, found: [possible('mastery', 1, 2)] }])).some(
        ({ kind }) => kind === 'unfinished',
      )
    expect(end('I moved the first half of the hosts in May. The rest went in June.')).toBe(false)
    expect(end('I wrote the first draft of the guide. It was finished in June.')).toBe(false)
    expect(end('I wrote the first draft of the guide. It is not finished yet.')).toBe(true)
    expect(end('I moved the first half of the hosts in May. People liked it.')).toBe(true)
  })
})
