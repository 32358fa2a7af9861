import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'

/** All text of a Word file, by paragraph. */
export async function wordText(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
}

/** The text of a PDF, by page, without the head and the foot of each page. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return (await pdfPages(bytes)).join('\n')
}

/** The same, a text a page. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }))
  return text.map((page) =>
    page
      .split('\n')
      .filter((line) => !isFrame(line))
      .join('\n'),
  )
}

const isFrame = (line: string): boolean =>
  /^Page \d+ of \d+$/.test(line.trim()) || line.trim() === 'Jorun, L2 to L3, 27 November 2026'

/** Letters without spaces and line breaks, because a PDF has its own. */
export function letters(text: string): string {
  return text.replace(/\s+/g, '')
}
