import type { DocumentCell } from '../../domain/packet/document.ts'

/** Colours of a packet, as RRGGBB. Text has a contrast of at least 4.5 to 1 with its background (WCAG 2.2, AA). */
export const COLOUR = {
  text: '1F2A2E',
  heading: '14493E',
  /** Links and numbers of receipts. */
  accent: '1C6E5C',
  /** Small print. */
  quiet: '5B676B',
  rule: 'C9D6D2',
  /** The background of a sentence of the ladder. */
  tint: 'F1F6F4',
  /** A draft that is not accepted yet. */
  draft: '8A5A00',
} as const

type CellLook = { readonly fill: string; readonly text: string }

/** How a cell of the coverage looks: one colour that grows, no red. The words in the cell say the same. */
const CELLS: Readonly<Record<NonNullable<DocumentCell['sign']>, CellLook>> = {
  nothing: { fill: 'FFFFFF', text: COLOUR.quiet },
  possible: { fill: 'E9F1EE', text: COLOUR.text },
  partly: { fill: 'BFDCD3', text: COLOUR.text },
  shown: { fill: COLOUR.accent, text: 'FFFFFF' },
}

const PLAIN: CellLook = { fill: 'FFFFFF', text: COLOUR.text }

/** The colours of a cell. */
export function cellLook({ sign }: DocumentCell): CellLook {
  return sign === undefined ? PLAIN : CELLS[sign]
}

/** Shares of a table's width: the first column is for names, the others share the rest. They add up to 1. */
export function columnShares(columns: number): number[] {
  const first = columns < 2 ? 1 : Math.max(0.22, 1 / columns)
  return Array.from({ length: columns }, (_, nth) => (nth === 0 ? first : (1 - first) / (columns - 1)))
}
