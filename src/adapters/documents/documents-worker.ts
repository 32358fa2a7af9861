import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentText } from '../../coaching/ports.ts'
import type { Unreadable } from '../../domain/evidence/evidence.ts'
import { isMarkdown, readMarkdown } from '../../domain/text/read-markdown.ts'
import type { CompiledData } from '../compiled-worker.ts'
import { fileKindOf } from './file-kind.ts'
import { MOST_CHARACTERS } from './limits.ts'

/** The file that a worker is given. */
export type FileWork = { readonly bytes: Uint8Array; readonly name: string }

const unreadable = (why: Unreadable): DocumentText => ({ ok: false, why })

/** A text file as people read it: the rows of a table as statements, Markdown without its notation. */
const writtenText = async (text: string, name: string): Promise<string> => {
  if (/\.[ct]sv$/i.test(name)) return (await import('./csv-text.ts')).csvTextOf(text)
  return isMarkdown(name, text) ? readMarkdown(text) : text
}

const read = async ({ bytes, name }: FileWork): Promise<DocumentText> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = await fileKindOf(file, name)
  if (found.kind === 'none') return unreadable(found.why)
  if (found.kind === 'text') return { ok: true, text: await writtenText(found.text, name) }
  if (found.kind === 'pdf') return (await import('./pdf-text.ts')).pdfTextOf(file)
  return (await import('./docx-text.ts')).docxTextOf(file, found.parts)
}

/** A worker reads one file and ends, and with it whatever a parser does to its memory or globals. */
const answer = (given: DocumentText): void => {
  parentPort?.postMessage(given)
  parentPort?.close()
}

process.on('unhandledRejection', () => answer(unreadable('damaged')))
process.on('uncaughtException', () => answer(unreadable('damaged')))

read((workerData as CompiledData<FileWork>).given).then(
  (result) => {
    if (!result.ok) answer(result)
    else if (!/[\p{L}\p{N}]/u.test(result.text)) answer(unreadable('empty'))
    else answer(result.text.length > MOST_CHARACTERS ? unreadable('too-long') : result)
  },
  () => answer(unreadable('damaged')),
)
