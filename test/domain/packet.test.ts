import { describe, expect, it } from 'vitest'
import { choosingFor } from '../../src/domain/packet/build-packet.ts'
import { NO_CHOICES, type PacketChoices, withEdit } from '../../src/domain/packet/choices.ts'
import { storiesToRead } from '../../src/domain/packet/choose-stories.ts'
import { documentOf, quoteOf } from '../../src/domain/packet/document-of.ts'
import { formMeant, packetAskOf, placeSaid } from '../../src/domain/packet/packet-command.ts'
import { withReferences } from '../../src/domain/packet/paragraph/cited.ts'
import { storiesOf } from '../../src/domain/packet/stories.ts'
import { goal } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'
import { type Note, packetInputOf, packetOf, showingsOf } from './packet-fixture.ts'

const FAILOVER: Note = {
  id: 'e1',
  day: '2026-10-07',
  text: 'Oskar led the failover. I did the dns part and called go/no-go on mine. We were read-only for 50 seconds.',
  found: [{ sentences: [2] }],
}
const ONCALL: Note = {
  id: 'e2',
  day: '2026-07-13',
  text: 'I lined up the pages with the release log and got the cache size pinned. No pages from that since Thursday.',
  found: [{ sentences: [1, 2] }, { sentences: [1], competency: 'ownership' }],
}
const ref = (evidenceId: string, span = 's1') => ({ evidenceId, revision: 1, span })
const chosen = (...edits: Parameters<typeof withEdit>[1][]): PacketChoices =>
  edits.reduce(withEdit, NO_CHOICES)
const words = (packet: ReturnType<typeof packetOf>): string => JSON.stringify([packet, documentOf(packet)])

describe('a packet', () => {
  it('quotes a short note as a whole, so that a stranger can follow it', () => {
    const [receipt] = packetOf([FAILOVER]).receipts
    expect(quoteOf(receipt!)).toBe(FAILOVER.text)
    expect(receipt).toMatchObject({
      number: 1,
      saidBy: null,
      answers: [{ competency: 'mastery', status: 'evidenced' }],
    })
  })

  it('says what the coach had asked, if that is what a quote answers', () => {
    const answer: Note = { id: 'e3', text: 'It took nine hours. Now it takes 20 minutes.', found: [{}] }
    const asked = 'What did you automate this week?'
    const packet = packetOf([FAILOVER, { ...answer, asked }])
    expect(packet.receipts.map((receipt) => receipt.asked)).toEqual([null, asked])
    expect(JSON.stringify(documentOf(packet)).match(/The coach had asked: /g)).toHaveLength(1)
  })

  it('quotes whole notes of a long file too, each paragraph and each item of a list as one', () => {
    const packet = packetOf([
      {
        id: 'e1',
        isFile: true,
        text: [
          '## July',
          'Jonas is new on call. I mentor him, one hour every Thursday. He ran his first shift alone.',
          '## August',
          '- I wrote the runbook of the mail hosts.\n  Support uses it every week.\n- I moved the queue.\n- I cut alerts.',
          'I planned the move. I ran it alone. It took a day.',
        ].join('\n\n'),
        found: [{ sentences: [3] }, { sentences: [6], competency: 'scope' }, { sentences: [9] }],
      },
    ])
    expect(packet.receipts.map(quoteOf).sort()).toEqual([
      'I cut alerts.',
      'I wrote the runbook of the mail hosts. Support uses it every week.',
      'Jonas is new on call. I mentor him, one hour every Thursday. He ran his first shift alone.',
    ])
  })

  it('quotes two notes of a short file apart', () => {
    const text = '## 10 December\n\nI triaged 11 pages.\n\n## 24 December\n\nI replaced 9 certificates.'
    const found = [10, 24].map((day, nth) => ({
      spans: [{ id: `s${2 * nth + 2}`, from: `2025-12-${day}`, to: `2025-12-${day}` }],
    }))
    const packet = packetOf([{ id: 'e1', isFile: true, text, found }])
    expect(packet.receipts.map(quoteOf).sort()).toEqual(['I replaced 9 certificates.', 'I triaged 11 pages.'])
  })

  it('leaves out of a note what happened at another time than what it quotes it for', () => {
    const day = Temporal.PlainDate.from('2024-03-01')
    const { receipts } = packetOf([{ ...FAILOVER, spanDays: { s3: { from: day, to: day } } }])
    expect(quoteOf(receipts[0]!)).toBe(
      'Oskar led the failover. I did the dns part and called go/no-go on mine.',
    )
  })

  it('names each sentence of the ladder once for a quote, with the better of two verdicts', () => {
    const found = [{ sentences: [1], status: 'partly' as const }, { sentences: [2] }]
    expect(packetOf([{ ...FAILOVER, found }]).receipts[0]!.answers).toEqual([
      { competency: 'mastery', expectation: 'sre/L3/mastery/1', status: 'evidenced' },
    ])
  })

  it('quotes only what was found of a note in which something was called wrong', () => {
    const packet = packetOf([{ ...FAILOVER, disputed: true }])
    expect(quoteOf(packet.receipts[0]!)).toBe('I did the dns part and called go/no-go on mine.')
    expect(words(packet)).not.toContain('Oskar led')
  })

  it('tells each story once, in the competency with the least evidence, and refers to it elsewhere', () => {
    const packet = packetOf([FAILOVER, ONCALL])
    const [mastery, , ownership] = packet.sections
    expect(packet.receipts).toHaveLength(2)
    expect(ownership!.receipts).toHaveLength(1)
    expect(mastery!.receipts).toHaveLength(1)
    expect(mastery!.seeAlso).toEqual(ownership!.receipts)
  })

  it('says how well each competency is shown', () => {
    const often = [1, 2, 3].map((nth) => ({ ...FAILOVER, id: `o${nth}`, day: `2026-0${nth * 2}-07` }))
    const depth = (notes: readonly Note[]) => packetOf(notes).sections[0]!.depth
    expect(depth([])).toBe('nothing')
    expect(depth([{ ...FAILOVER, found: [{ status: null }] }])).toBe('possible')
    expect(depth([{ ...FAILOVER, found: [{ status: 'partly' }] }])).toBe('partly')
    expect(depth([FAILOVER])).toBe('once')
    expect(depth([FAILOVER, { ...ONCALL, day: '2026-09-13' }])).toBe('months')
    expect(depth([...often, FAILOVER])).toBe('sustained')
    // A verdict on another level is not a verdict on this one.
    expect(depth([{ ...FAILOVER, found: [{ target: 'L2' }] }])).toBe('possible')
  })

  it('shows nothing of what a review did not find shown', () => {
    for (const status of ['not yet', "can't tell"] as const)
      expect(packetOf([{ ...FAILOVER, found: [{ status }] }]).receipts).toEqual([])
  })

  it('has at most five quotes a competency, spread over quarters', () => {
    const notes = Array.from({ length: 30 }, (_, nth) => ({
      ...FAILOVER,
      id: `n${nth}`,
      text: `I moved service number ${nth} of the ${'abcdefghijklmnopqrstuvwxyz0123'[nth]}${nth} cluster to ${nth}x faster disks.`,
      day: nth < 26 ? `2026-11-0${(nth % 9) + 1}` : `2026-0${(nth - 25) * 2}-03`,
      found: [{}],
    }))
    const { receipts } = packetOf(notes)
    expect(receipts).toHaveLength(5)
    expect(new Set(receipts.map(({ days }) => `${days.to.year} ${Math.ceil(days.to.month / 3)}`)).size).toBe(
      4,
    )
    expect(packetOf(notes)).toEqual(packetOf(notes))
    expect(
      storiesToRead(storiesOf(showingsOf(notes)), choosingFor(smallLadder, goal, NO_CHOICES)),
    ).toHaveLength(25)
  })

  it('leaves out what its owner took out, and keeps what they brought in', () => {
    const many = Array.from({ length: 9 }, (_, nth) => ({
      ...FAILOVER,
      id: `n${nth}`,
      text: `I rebuilt the ${'abcdefghi'[nth]}${nth} pipeline and cut its run from ${nth + 40} to ${nth + 2} minutes.`,
      found: [{ status: nth === 0 ? ('partly' as const) : ('evidenced' as const) }],
    }))
    const ids = (choices: PacketChoices): string[] =>
      packetOf(many, { choices }).receipts.map(({ ref: { evidenceId } }) => evidenceId)
    const before = ids(NO_CHOICES)
    expect(before).not.toContain('n0')
    const after = ids(
      chosen(
        { kind: 'take-out', ref: ref(before[0]!) },
        { kind: 'bring-in', ref: ref('n0'), competency: 'mastery' },
        { kind: 'first', ref: ref(before[3]!) },
      ),
    )
    expect(after).toContain('n0')
    expect(after).not.toContain(before[0])
    expect(after[0]).toBe(before[3])
    expect(after).toHaveLength(5)
  })

  it('says nothing of a competency that its owner hid', () => {
    const packet = packetOf([FAILOVER, ONCALL], { choices: chosen({ kind: 'hide', competency: 'mastery' }) })
    expect(words(packet)).not.toContain('dns part')
    expect(packet.sections.map(({ competency }) => competency.id)).toEqual(['scope', 'ownership'])
  })

  it('offers a colleague’s words, and quotes them only when they were brought in', () => {
    const praise: Note = {
      id: 'p1',
      saidBy: 'Wen',
      text: 'Jorun held the whole move in her head and I never wondered what was next.',
      found: [{}],
    }
    const packet = packetOf([praise])
    expect(packet.receipts).toEqual([])
    expect(JSON.stringify(documentOf(packet))).not.toContain('whole move')
    expect(packet.sections[0]!.more).toMatchObject([{ saidBy: 'Wen', ref: ref('p1') }])
    const with_ = packetOf([praise], {
      choices: chosen({ kind: 'bring-in', ref: ref('p1'), competency: 'mastery' }),
    })
    expect(with_.receipts).toMatchObject([
      { saidBy: 'Wen', chosenFor: ['you', 'colleague', 'own-part', 'only'] },
    ])
    expect(with_.vouchers).toEqual(['Wen'])
  })

  it('chooses no quote for an own part that its words do not say', () => {
    const whyOf = (text: string) => packetOf([{ ...FAILOVER, text }]).receipts[0]!.chosenFor
    expect(whyOf('We moved the build runners to the new cluster. Took about 6 days.')).not.toContain(
      'own-part',
    )
    expect(whyOf('Moved the build runners to the new cluster. Took about 6 days.')).toContain('own-part')
    expect(whyOf('We moved the build runners. Took the night shift for it.')).toContain('own-part')
  })

  it('keeps what looks confidential out of everything, until its owner says so', () => {
    const secret: Note = {
      ...ONCALL,
      text: 'This one is between us. I spent two days pulling access logs with legal and fixed a hole in what we keep.',
    }
    const packet = packetOf([FAILOVER, secret])
    expect(words({ ...packet, withheld: [] })).not.toMatch(/access logs|between us/)
    expect(packet.withheld).toEqual([{ evidenceId: 'e2', text: 'This one is between us.' }])
    expect(packet.sections.map(({ pieces }) => pieces)).toEqual([1, 0, 0])
    const shared = packetOf([FAILOVER, { ...secret, included: true }])
    expect(words(shared)).toContain('access logs')
    expect(shared.withheld).toEqual([])
  })

  it('keeps only the confidential section of a file out', () => {
    const lines = [
      ['# March', 'I moved the label printers to the new queue.'],
      ['# April', 'Between us: a customer had a break-in.', 'I pulled the access logs for their lawyers.'],
      ['# May', 'I wrote the on-call guide.'],
    ]
    const found = [{ sentences: [2, 4, 5, 7] }]
    const file = (text: string): Note => ({ id: 'f1', isFile: true, text, found })
    const packet = packetOf([file(lines.map((all) => all.join('\n\n')).join('\n\n'))])
    const said = words({ ...packet, withheld: [] })
    expect(said).toContain('label printers')
    expect(said).toContain('on-call guide')
    expect(said).not.toMatch(/break-in|access logs/)
    // Without headings it is the paragraph.
    const plain = lines.map(([, ...all]) => all.join(' ')).join('\n\n')
    const other = words({
      ...packetOf([{ ...file(plain), found: [{ sentences: [1, 2, 3, 4] }] }]),
      withheld: [],
    })
    expect(other).toContain('on-call guide')
    expect(other).not.toMatch(/break-in|access logs/)
  })

  it('says a number that was corrected only as it is right', () => {
    const packet = packetOf([
      {
        id: 'c1',
        day: '2026-04-16',
        text: 'I broke DNS with a missing dot. Checkout and login were down for 30 minutes. I reverted it on the graph.',
        found: [{ sentences: [3] }],
      },
      {
        id: 'c2',
        day: '2026-04-21',
        text: 'About the dns thing: it was 40 minutes, not 30. Login had a tail.',
      },
      { id: 'c3', text: 'I wrote the runbook for the office printers in 30 minutes.', found: [{}] },
    ])
    expect(JSON.stringify(documentOf(packet))).not.toContain('down for 30')
    expect(JSON.stringify(documentOf(packet))).toContain('printers in 30 minutes')
  })

  it('quotes no plan, and quotes a repeated story once', () => {
    const packet = packetOf([
      {
        id: 'd1',
        text: 'I cut log storage by 2,900 euros a month with shorter debug retention.',
        found: [{}],
      },
      {
        id: 'd2',
        text: 'Cut log storage by 2,900 euros a month, with shorter debug retention.',
        found: [{}],
      },
      { id: 'd3', text: 'Next week I will rewrite the zone runbook.', found: [{}] },
    ])
    expect(packet.receipts).toHaveLength(1)
    expect(words(packet)).not.toContain('zone runbook')
  })

  it('leaves out a piece whose words changed after its review', () => {
    const input = packetInputOf([FAILOVER])
    const pieces = input.pieces.map((piece) => ({ ...piece, evidence: { ...piece.evidence, revision: 2 } }))
    expect(packetOf([FAILOVER], { pieces }).receipts).toEqual([])
  })

  it('shows what no competency has, with the competencies to choose from', () => {
    const packet = packetOf([
      {
        id: 'u1',
        text: 'I took the office plants home.',
        choices: [{ span: 's1', between: ['scope', 'ownership'] }],
      },
      { id: 'u2', text: 'I rebuilt the label printer queue, and nobody waits for labels any more.' },
      { id: 'u3', text: 'I read a lot of docs.' },
    ])
    expect(packet.notPlaced.map(({ ref: { evidenceId }, between }) => [evidenceId, between])).toEqual([
      ['u3', []],
      ['u2', []],
      ['u1', ['scope', 'ownership']],
    ])
  })

  it('asks about what looks confidential by its words, not by the heading over them', () => {
    const { withheld } = packetOf([
      {
        id: 'e1',
        text: '## 2026-07-23\n\nPlease keep this between us: I led the audit.',
        isFile: true,
        found: [{}],
      },
    ])
    expect(withheld.map(({ text }) => text)).toEqual(['Please keep this between us: I led the audit.'])
  })

  it('has in its file only what a committee can judge, and nothing that its owner is asked', () => {
    const packet = packetOf([
      { id: 'u1', text: 'I took the office plants home.', choices: [{ span: 's1', between: ['scope'] }] },
      { id: 'u2', text: 'I rebuilt the label printer queue, and nobody waits for labels any more.' },
      { id: 'u3', text: 'I read a lot of docs.' },
      { id: 'e1', text: 'We moved the queue.', found: [{ competency: 'mastery', status: null }] },
    ])
    expect(packet.questions).toMatchObject([{ ask: 'own-part' }])
    const { parts } = documentOf(packet)
    const file = JSON.stringify(parts)
    expect(file).toContain('label printer queue')
    expect(file).not.toMatch(/office plants|lot of docs|Which part|What is open|Not placed/)
    expect(parts).toContainEqual({ kind: 'heading', level: 2, text: 'Other work' })
    // What a possible match is, is said once, before the first quote.
    expect(file.split('a possible match is for people to judge')).toHaveLength(2)
    expect(file.indexOf('for people to judge')).toBeLessThan(file.indexOf('We moved the queue.'))
    expect(JSON.stringify(documentOf(packetOf([FAILOVER])))).not.toContain('possible match')
  })

  it('asks once about a note that no competency has, and not about what it quotes', () => {
    const ask = (nth: number) => ({ span: `s${nth}`, between: ['scope'] })
    const own = 'I only counted one rotation. I told support at once. I rewrote the plan with both rotations.'
    const { notPlaced } = packetOf([
      { ...FAILOVER, choices: [ask(3)] },
      { id: 'u1', text: own, choices: [ask(2), ask(3)] },
    ])
    expect(notPlaced.map(({ text }) => text)).toEqual([own])
  })

  it('dates what no competency has by its own sentence, not by all of a long file', () => {
    const day = Temporal.PlainDate.from('2026-02-03')
    const { notPlaced } = packetOf([
      { id: 'u1', text: 'I rebuilt the label printer queue.', spanDays: { s1: { from: day, to: day } } },
    ])
    expect(notPlaced[0]!.days).toEqual({ from: day, to: day })
  })

  it('puts the person’s own paragraph before the quotes, with the quote numbers after it', () => {
    const packet = packetOf([FAILOVER], {
      choices: chosen({
        kind: 'claim',
        competency: 'mastery',
        words: 'I carried the failover’s network part.',
      }),
    })
    const paragraphs = documentOf(packet).parts.filter(({ kind }) => kind === 'paragraph')
    expect(paragraphs).toContainEqual({
      kind: 'paragraph',
      runs: [{ text: 'I carried the failover’s network part.' }, { text: ' ' }, { text: '[1]', receipt: 1 }],
    })
    expect(JSON.stringify(documentOf(packet))).not.toContain('draft')
  })

  it('refers from the person’s words to quotes, whatever their numbers become', () => {
    const notes = [FAILOVER, ONCALL]
    const before = packetOf(notes)
    const typed = 'First the release log [2]. The network too [1, 2], as [99] says [1].'
    const numbered = before.receipts.map(({ number, ref: of }) => ({ number, ref: of }))
    expect(before.receipts.map((one) => one.ref.evidenceId)).toEqual(['e1', 'e2'])
    const choices = chosen({
      kind: 'claim',
      competency: 'mastery',
      words: withReferences(typed, numbered),
    })
    const shown = (packet: typeof before): string | undefined => packet.sections[0]!.claim?.text
    expect(shown(packetOf(notes, { choices }))).toBe(
      'First the release log [2]. The network too [1] [2], as [99] says [1].',
    )
    // The quote that was number 1 goes: nothing points to another in its place.
    const packet = packetOf(notes, {
      choices: withEdit(choices, { kind: 'take-out', ref: before.receipts[0]!.ref }),
    })
    expect(packet.receipts.map((one) => one.ref.evidenceId)).toEqual(['e2'])
    expect(shown(packet)).toBe('First the release log [1]. The network too [1], as [99] says.')
    const runs = documentOf(packet).parts.flatMap((part) => (part.kind === 'paragraph' ? [part.runs] : []))
    const own = runs.find(([first]) => first?.text.startsWith('First'))!
    expect(own.flatMap(({ receipt }) => receipt ?? [])).toEqual([1, 1])
    expect(own.map(({ text }) => text).join('')).toBe(shown(packet))
    // Changed once more, it is stored the same.
    expect(withReferences(shown(packet)!, [{ number: 1, ref: before.receipts[1]!.ref }])).toBe(
      withReferences(typed, numbered).replace(/ \[\^e1[^\]]*\]/g, ''),
    )
  })

  it('names points for and against and the least evidence, and judges nobody', () => {
    const packet = packetOf([
      FAILOVER,
      { id: 'x1', text: 'I caused an outage of checkout with a wrong record.', found: [{ against: true }] },
    ])
    expect(packet.brief.map(({ kind }) => kind)).toEqual(['for', 'against', 'thinnest'])
    expect(packet.sections[0]!.receipts).toEqual([1])
    expect(JSON.stringify(documentOf(packet))).not.toMatch(/\bready\b|\bscore|percent|%|deserve/i)
  })
})

describe('the choices of a packet', () => {
  it('also apply to another revision of the piece, to be safe', () => {
    const out = chosen({ kind: 'take-out', ref: { ...ref('e1', 's4'), revision: 7 } })
    expect(packetOf([FAILOVER], { choices: out }).receipts).toEqual([])
  })

  it('are undone by their opposite', () => {
    const back = chosen(
      { kind: 'take-out', ref: ref('e1') },
      { kind: 'bring-in', ref: ref('e1'), competency: 'mastery' },
      { kind: 'hide', competency: 'scope' },
      { kind: 'show', competency: 'scope' },
      { kind: 'claim', competency: 'scope', words: 'Mine.' },
      { kind: 'claim', competency: 'scope', words: ' ' },
    )
    expect(back).toEqual({ ...NO_CHOICES, in: [{ ...ref('e1'), competency: 'mastery' }] })
  })
})

describe('what follows /ladder packet', () => {
  it.each([
    ['', { kind: 'show', level: '' }],
    ['L4', { kind: 'show', level: 'L4' }],
    ['for senior sre', { kind: 'show', level: 'senior sre' }],
    ['docx', { kind: 'file', form: 'docx', level: '' }],
    ['as word', { kind: 'file', form: 'docx', level: '' }],
    ['L4 pdf', { kind: 'file', form: 'pdf', level: 'L4' }],
    ['.md', { kind: 'file', form: 'md', level: '' }],
  ])('“%s” is understood', (text, asked) => {
    expect(packetAskOf(text)).toEqual(asked)
  })

  it('names a level, a competency or both, and nothing else', () => {
    const named = (text: string) => {
      const place = placeSaid(smallLadder, text)
      return place && [place.level?.id ?? null, place.competency?.id ?? null]
    }
    expect(['L3', 'senior sre', 'l2', 'mastery', 'L3 mastery', 'L2 L3', 'banana'].map(named)).toEqual([
      ['L3', null],
      ['L3', null],
      ['L2', null],
      [null, 'mastery'],
      ['L3', 'mastery'],
      null,
      null,
    ])
  })

  it('is a near miss of a format', () => {
    expect(['dox', 'DOCX', 'pfd', 'markdwon', 'jsn', 'wrod', 'banana', 'L9', ''].map(formMeant)).toEqual([
      'docx',
      'docx',
      'pdf',
      'md',
      'json',
      'docx',
      null,
      null,
      null,
    ])
  })
})
