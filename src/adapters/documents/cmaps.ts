import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { partsOf, unpackZipPart, type ZipPart } from './zip-parts.ts'

/**
 * Adobe's character maps in pdf.js's form, as pdfjs-dist 6.1.200 has them in `cmaps/`: 1 MB, where the package brings
 * 36 MB. Fonts of Japanese, Chinese and Korean PDFs name them instead of saying which letter a number is.
 */
const FILE = join(import.meta.dirname, 'cmaps', 'cmaps.zip')

let opened: { readonly zip: Buffer; readonly parts: ReadonlyMap<string, ZipPart> } | undefined

const open = () => {
  const zip = readFileSync(FILE)
  return { zip, parts: new Map((partsOf(zip) ?? []).map((part) => [part.name, part])) }
}

/** Gives pdf.js the maps it asks for by name. It asks for nothing else, because fonts are not drawn. */
export class CMaps {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    opened ??= open()
    const part = opened.parts.get(filename)
    if (!part) throw new Error('no such map')
    return new Uint8Array(unpackZipPart(opened.zip, part))
  }
}
