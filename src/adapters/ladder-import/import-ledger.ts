import { sentencesIn } from '../../domain/text/sentences.ts'

/** One piece of text in the source: a heading, a cell, a list item or a value. `file` is one of several files. */
export type Leaf = { readonly line: number; readonly text: string; readonly file?: string }

/** What happened to one sentence of the source: taken (as what) or left (why). */
export type Accounted = { readonly line: number; readonly text: string; readonly file?: string } & (
  | { readonly taken: string }
  | { readonly left: string }
)

/** Text on one line, as a reader of the source sees it. */
export function tidied(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(/\s+/g, ' ').trim()
}

/** Keeps account of every piece of text, so that none gets lost unnoticed. */
export function makeImportLedger() {
  const fates = new Map<Leaf, { taken: string } | { left: string } | null>()
  const files: string[] = []
  return {
    /** Everything that is added from here on is in this file. */
    inFile: (file: string): void => void files.push(file),
    /** Adds a piece of the source, with its line (from 1). */
    leaf: (line: number, text: string): Leaf => {
      const file = files.at(-1)
      const leaf = { line, text: tidied(text), ...(file === undefined ? {} : { file }) }
      fates.set(leaf, null)
      return leaf
    },
    /** Tries a way of reading. If it finds nothing, its pieces are forgotten. */
    trial: <T>(read: () => T | null): T | null => {
      const before = new Map(fates)
      const found = read()
      if (found === null) {
        fates.clear()
        for (const [leaf, fate] of before) fates.set(leaf, fate)
      }
      return found
    },
    /** Finds a piece with this line and text that nothing has used yet. */
    find: (line: number, text: string): Leaf | null =>
      [...fates].find(
        ([leaf, fate]) => leaf.line === line && leaf.text === tidied(text) && fate === null,
      )?.[0] ?? null,
    /** Names that the import made up are in no line of the source, so they are not accounted for. */
    take: (leaf: Leaf, as: string): void => void (fates.has(leaf) && fates.set(leaf, { taken: as })),
    leave: (leaf: Leaf, why: string): void => {
      if (fates.get(leaf) === null) fates.set(leaf, { left: why })
    },
    /** Every sentence in the order of the source. Unused ones are left for the given reason. */
    account: (otherwise: string): Accounted[] =>
      [...fates]
        .filter(([{ text }]) => text !== '')
        .sort(([a], [b]) => files.indexOf(a.file ?? '') - files.indexOf(b.file ?? '') || a.line - b.line)
        .flatMap(([{ line, text, file }, fate]) =>
          sentencesIn(text).map((sentence) => ({
            ...(file === undefined ? {} : { file }),
            line,
            text: sentence,
            ...(fate ?? { left: otherwise }),
          })),
        ),
  }
}

export type ImportLedger = ReturnType<typeof makeImportLedger>
