import type { Grid } from './grid-cells.ts'

/** A page as its parts in their order. Bold paragraphs and bold beginnings of items are heads of what follows. */
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
