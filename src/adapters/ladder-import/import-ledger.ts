import { sentencesIn } from '../../domain/text/sentences.ts'

/** One piece of text of the source: a heading, a cell, a list item, a value. */
export type Leaf = { readonly line: number; readonly text: string }

/** What became of one sentence of the source: taken (as what), or left (why). */
export type Accounted = { readonly line: number; readonly text: string } & (
  | { readonly taken: string }
  | { readonly left: string }
)

/** One line of plain text: what a reader of the source sees. */
export function tidied(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(/\s+/g, ' ').trim()
}

/** Keeps account of every piece of text, so that none disappears unseen. */
export function makeImportLedger() {
  const fates = new Map<Leaf, { taken: string } | { left: string } | null>()
  return {
    /** A piece of the source at a line (from 1). */
    leaf: (line: number, text: string): Leaf => {
      const leaf = { line, text: tidied(text) }
      fates.set(leaf, null)
      return leaf
    },
    /** Runs a reading that may come to nothing: its pieces are forgotten then. */
    trial: <T>(read: () => T | null): T | null => {
      const before = new Map(fates)
      const found = read()
      if (found === null) {
        fates.clear()
        for (const [leaf, fate] of before) fates.set(leaf, fate)
      }
      return found
    },
    /** A piece of this text at a line that nobody took yet. */
    find: (line: number, text: string): Leaf | null =>
      [...fates].find(
        ([leaf, fate]) => leaf.line === line && leaf.text === tidied(text) && fate === null,
      )?.[0] ?? null,
    take: (leaf: Leaf, as: string): void => void fates.set(leaf, { taken: as }),
    leave: (leaf: Leaf, why: string): void => {
      if (fates.get(leaf) === null) fates.set(leaf, { left: why })
    },
    /** Every sentence in the order of the source; what nobody took is left for the reason given. */
    account: (otherwise: string): Accounted[] =>
      [...fates]
        .filter(([{ text }]) => text !== '')
        .sort(([a], [b]) => a.line - b.line)
        .flatMap(([{ line, text }, fate]) =>
          sentencesIn(text).map((sentence) => ({ line, text: sentence, ...(fate ?? { left: otherwise }) })),
        ),
  }
}

export type ImportLedger = ReturnType<typeof makeImportLedger>
