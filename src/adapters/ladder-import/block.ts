import type { Grid } from './tables/grid-cells.ts'

/** A part of a page. Bold paragraphs, and bold words at the start of items, are headings for what follows. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly line: number; readonly text: string }
  | { readonly kind: 'text'; readonly line: number; readonly lead: string | null; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly BlockItem[] }
  | { readonly kind: 'table'; readonly grid: Grid }
  | { readonly kind: 'note'; readonly line: number; readonly text: string; readonly why: string }

export type BlockItem = {
  readonly line: number
  readonly lead: string | null
  readonly text: string
  readonly items: readonly BlockItem[]
}

/** Why a list of links is left. */
export const LINKS = 'a list of links to other pages'
