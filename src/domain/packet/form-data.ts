import { dateInWords } from '../text/in-words.ts'
import { coverageTable } from './coverage-table.ts'
import { briefWords, daysInWords, gapWords, quoteOf } from './document-of.ts'
import { legible } from './legible.ts'
import type { Packet, Receipt, Section } from './packet.ts'

/** The value of a placeholder: text, or a loop over items that have their own placeholders. */
export type FormFields = { readonly [name: string]: 'text' | FormFields }

const QUOTE: FormFields = {
  number: 'text',
  quote: 'text',
  date: 'text',
  who: 'text',
  asked: 'text',
  links: 'text',
}

/** All placeholders of a company's form. */
export const FORM_FIELDS: FormFields = {
  author: 'text',
  current: 'text',
  target: 'text',
  ladder: 'text',
  date: 'text',
  brief: { point: 'text' },
  competencies: {
    name: 'text',
    asks: 'text',
    claim: 'text',
    quotes: QUOTE,
    gap: 'text',
    open: { gap: 'text' },
  },
  coverage: { name: 'text', quarters: 'text' },
  receipts: QUOTE,
}

/** Those without which a form can't be a packet. */
export const FORM_NEEDS = ['author', 'target', 'date', 'competencies'] as const

type FormValue = { readonly [name: string]: string | readonly FormValue[] }

const quoteValue = (receipt: Receipt): FormValue => ({
  number: String(receipt.number),
  quote: legible(quoteOf(receipt)),
  date: daysInWords(receipt),
  who: legible(receipt.saidBy ?? 'my own words'),
  asked: legible(receipt.asked ?? ''),
  links: receipt.links.map(legible).join(', '),
})

const sectionValue = (section: Section, packet: Packet): FormValue => {
  const receipts = new Map(packet.receipts.map((receipt) => [receipt.number, receipt]))
  const { claim, competency, asks } = section
  const open = gapWords(section, packet.goal.target)
  const gap = open === null ? null : legible(open)
  return {
    name: legible(competency.name),
    asks: legible(asks.map(({ text }) => text).join('\n')),
    claim:
      claim === null
        ? ''
        : legible(claim.accepted ? claim.text : `Draft by AI, not accepted yet: ${claim.text}`),
    quotes: section.receipts.map((number) => quoteValue(receipts.get(number)!)),
    gap: gap ?? 'Nothing.',
    open: gap === null ? [] : [{ gap }],
  }
}

const coverageValues = ({ coverage }: Packet): FormValue[] => {
  const table = coverageTable(coverage)
  if (table.kind !== 'table') return []
  const [, ...quarters] = table.head
  return table.rows.map(([, ...cells], nth) => ({
    name: legible(coverage.lines[nth]!.competency.name),
    quarters:
      cells
        .map(({ runs }, of) => ({ quarter: quarters[of], words: runs.map(({ text }) => text).join('') }))
        .flatMap(({ quarter, words }) => (words === '' ? [] : [`${quarter}: ${words}`]))
        .join('; ') || 'none',
  }))
}

/** The values of a form, by the names of FORM_FIELDS. All are text, and never markup. */
export function formData(packet: Packet): FormValue {
  const { goal, titles } = packet
  const level = (id: string, title: string): string => legible(id === title ? id : `${title} (${id})`)
  return {
    author: legible(packet.author ?? ''),
    current: level(goal.current, titles.current),
    target: level(goal.target, titles.target),
    ladder: legible(packet.ladder.name),
    date: dateInWords(packet.made.toString()),
    brief: briefWords(packet).map((point) => ({ point: legible(point) })),
    competencies: packet.sections.map((section) => sectionValue(section, packet)),
    coverage: coverageValues(packet),
    receipts: packet.receipts.map(quoteValue),
  }
}
