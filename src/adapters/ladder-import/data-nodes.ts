import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml'
import { Unclear } from './draft.ts'
import type { ImportLedger } from './import-ledger.ts'
import type { Grid } from './tables/grid-cells.ts'

/** Splits "webClient" and "web_client" into words. */
export function spaced(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
}

/** The document that is being read. */
export type DataSource = {
  readonly lines: LineCounter
  readonly firstLine: number
  readonly ledger: ImportLedger
}

/** The line of the file that a node begins in. */
export function lineOf(node: unknown, { lines, firstLine }: DataSource): number {
  const range = (node as YamlNode | null)?.range
  return range ? lines.linePos(range[0]).line + firstLine - 1 : firstLine
}

/** The text of a value that is no list and no map. */
export function scalarText(node: unknown): string | null {
  return isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : null
}

export type KeyValue = { key: string; keyNode: unknown; value: unknown }
/** The keys and values of a map. None if it is not one. */
export function pairsOf(node: unknown): KeyValue[] {
  return isMap(node)
    ? node.items.map(({ key, value }) => ({ key: scalarText(key) ?? '', keyNode: key, value }))
    : []
}

/** Parses YAML or JSON. Throws Unclear, with the line, if it is not valid. */
export function readDocument(
  text: string,
  firstLine: number,
  kind: 'YAML' | 'JSON',
  ledger: ImportLedger,
): { top: unknown; reading: DataSource } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
  const [error] = document.errors
  if (error) {
    throw new Unclear({
      line: (error.linePos?.[0].line ?? 1) + firstLine - 1,
      wrong: `this is not valid ${kind} from this line on`,
      right:
        kind === 'JSON'
          ? 'look for a missing comma, quotation mark or bracket'
          : 'check the indentation and the quotation marks',
    })
  }
  return { top: document.contents, reading: { lines, firstLine, ledger } }
}

/** Reads records of one kind (level, competency, text) as a table. Null if they are not that. */
export function gridOfRecords(value: unknown, reading: DataSource): Grid | null {
  if (!isSeq(value) || value.items.length < 2 || !value.items.every(isMap)) return null
  const keys = [...new Set(value.items.flatMap((item) => pairsOf(item).map(({ key }) => key)))]
  const flat = value.items.every((item) => pairsOf(item).every((pair) => !isMap(pair.value)))
  if (!flat || !keys.some((key) => /^(?:level|grade|rank)$/i.test(key)) || keys.length < 3) return null
  const cell = (node: unknown) => {
    const texts = isSeq(node)
      ? node.items.flatMap((one) => scalarText(one) ?? [])
      : [scalarText(node) ?? ''].filter(Boolean)
    return texts.length === 0
      ? { leaf: null, lines: [] }
      : {
          leaf: reading.ledger.leaf(lineOf(node, reading), texts.join(' ')),
          lines: isSeq(node) ? texts.map((text) => `- ${text}`) : texts[0]!.split('\n'),
        }
  }
  const head = keys.map((key) => ({
    leaf: reading.ledger.leaf(reading.firstLine, spaced(key)),
    lines: [spaced(key)],
  }))
  return {
    line: reading.firstLine,
    rows: [
      head,
      ...value.items.map((item) =>
        keys.map((key) => cell(pairsOf(item).find((pair) => pair.key === key)?.value)),
      ),
    ],
  }
}
