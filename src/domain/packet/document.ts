/** A stretch of text. `receipt` leads to the receipt of that number. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An address with http or https. */
  readonly link?: string
  readonly receipt?: number
}

/** A cell of a table. `sign` is what its colour says; the words say it too. */
export type DocumentCell = {
  readonly runs: readonly Run[]
  readonly sign?: 'nothing' | 'possible' | 'partly' | 'shown'
}

/** A part of a packet's document. Writers for Markdown, Word and PDF put the same parts into their form. */
export type DocumentPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `draft`: AI wrote it, and its author has not accepted it. */
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly draft?: true }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  /** A receipt: its number, the quote verbatim, and below it who said it, when, and what it answers. */
  | {
      readonly kind: 'receipt'
      readonly number: number
      readonly quote: string
      readonly below: readonly (readonly Run[])[]
    }
  | { readonly kind: 'quote'; readonly text: string; readonly below: readonly Run[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly DocumentCell[])[]
    }
  /** Small print. */
  | { readonly kind: 'note'; readonly runs: readonly Run[] }
  | { readonly kind: 'page-break' }

/** A packet as a document, with all its words. */
export type PacketDocument = {
  readonly title: string
  /** Author, level and date, for the head of each page. */
  readonly header: string
  /** ISO 639-1. */
  readonly language: string
  readonly parts: readonly DocumentPart[]
}
