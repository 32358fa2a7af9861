import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { filledForm, formProblems } from '../../../src/adapters/packet-files/form.ts'
import { readForm } from '../../../src/adapters/packet-files/form-folder.ts'
import { sampleForm } from '../../../src/adapters/packet-files/sample-form.ts'
import { legible } from '../../../src/domain/packet/legible.ts'
import type { Packet, Receipt } from '../../../src/domain/packet/packet.ts'
import { NASTY } from './nasty.ts'
import { wordText } from './read-back.ts'

const day = Temporal.PlainDate.from('2026-11-04')
const trust = { id: 'trust', name: 'Trust & <care>', subtitle: null, about: null }
const asks = [{ id: 'x/1', text: 'Work needn’t be reviewed.', bullet: 1 }]

const packetOf = (quotes: readonly string[]): Packet => ({
  author: 'Jorun',
  ladder: { id: 'sre', name: 'SRE', version: '3f2a' },
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
  titles: { current: 'SRE', target: 'Senior SRE' },
  made: Temporal.PlainDate.from('2026-11-27'),
  span: { from: day, to: day },
  brief: [{ kind: 'thinnest', competencies: [trust] }],
  sections: [
    {
      ...{ competency: trust, asks, added: asks, claim: null, seeAlso: [], depth: 'once', pieces: 1 },
      ...{ receipts: quotes.map((_, nth) => nth + 1), open: asks, context: null, more: [], moreLeft: 0 },
    },
  ],
  receipts: quotes.map(
    (text, nth): Receipt => ({
      ...{ number: nth + 1, ref: { evidenceId: 'e1', revision: 1, span: 's1' }, lead: text, saidBy: null },
      ...{ sentences: [{ text, joined: null }], days: { from: day, to: day }, answers: [], against: false },
      ...{ asked: null, links: ['https://wiki.example.org/a'], chosenFor: [] },
    }),
  ),
  coverage: {
    quarters: [{ year: 2026, quarter: 4 }],
    lines: [{ competency: trust, quarters: ['partly'] }],
  } as unknown as Packet['coverage'],
  ...{ notPlaced: [], vouchers: [], questions: [], hidden: [], withheld: [] },
})

const formOf = async (...lines: string[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toArrayBuffer(
      new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
    ),
  )

const NEEDED = ['{author} {target} {date}', '{#competencies}', '{name}', '{/competencies}']

describe('a company’s own form', () => {
  it('is filled with the packet', async () => {
    const text = await wordText(filledForm(await sampleForm(), packetOf(['I fixed it.'])))
    expect(text).toContain('Candidate: Jorun')
    expect(text).toContain('From SRE (L2) to Senior SRE (L3), on the ladder SRE')
    expect(text).toContain('[1] “I fixed it.” (my own words, 4 November 2026) https://wiki.example.org/a')
    expect(text).toContain('Trust & <care>: Q4 2026: ◐ partly shown')
    expect(text).toContain('Least evidence. Trust & <care>.')
    expect(text).not.toMatch(/[{}]/)
  })

  it('shows words that try to be something else as words', async () => {
    const text = await wordText(filledForm(await sampleForm(), packetOf(Object.values(NASTY))))
    // What reads the file back has no sign for a line break.
    for (const quote of Object.values(NASTY))
      expect(text).toContain(`“${legible(quote).replaceAll('\n', '')}”`)
  })

  it('accepts the project’s sample, which is the one that the command writes', async () => {
    const ours = await readForm('rubric')
    expect(formProblems(ours!)).toEqual([])
    expect(await wordText(ours!)).toBe(await wordText(await sampleForm()))
  })

  it.each([
    [['{salary}'], 'unknown placeholder {salary}; use one of {author}, {current}'],
    [['{#receipts}', '{name}', '{/receipts}'], 'unknown placeholder {name}; use one of {number}, {quote}'],
    [['{receipts}'], '{receipts} is a list; use {#receipts} and {/receipts}'],
    [['{#author}', 'x', '{/author}'], '{#author} is not a list; use {author}'],
    [['{@author}'], '{@author} would put people’s words into the file as markup'],
    [['{constructor}'], 'unknown placeholder {constructor}'],
    [['{#receipts}'], 'receipts'],
  ])('reports what is wrong with %s', async (lines, problem) => {
    const form = await formOf(...NEEDED, ...lines)
    expect(formProblems(form).join('\n').replaceAll("'", '’')).toContain(problem)
    expect(() => filledForm(form, packetOf(['x']))).toThrow()
  })

  it('reports what is missing, and that another file is not a form', async () => {
    expect(formProblems(await formOf('{author}'))).toEqual([
      'the placeholder {target} is missing; add it',
      'the placeholder {date} is missing; add it',
      'the list {#competencies} is missing; add it, and {/competencies} at its end',
    ])
    expect(formProblems(new TextEncoder().encode('hello'))).toEqual([
      'this is not a Word file; save your form as .docx',
    ])
  })
})
