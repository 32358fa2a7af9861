import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentText } from '../../coaching/ports.ts'
import type { Unreadable } from '../../domain/evidence/evidence.ts'
import { fileKindOf } from './file-kind.ts'
import { MOST_CHARACTERS } from './limits.ts'

/** What the worker of one file is given. */
export type FileWork = { readonly bytes: Uint8Array; readonly name: string }

const unreadable = (why: Unreadable): DocumentText => ({ ok: false, why })

const read = async ({ bytes, name }: FileWork): Promise<DocumentText> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = await fileKindOf(file, name)
  if (found.kind === 'none') return unreadable(found.why)
  if (found.kind === 'text') return { ok: true, text: found.text }
  if (found.kind === 'pdf') return (await import('./pdf-text.ts')).pdfTextOf(file)
  return (await import('./docx-text.ts')).docxTextOf(file, found.parts)
}

/** One file, one worker: whatever a parser does to its memory or its globals ends with it. */
const answer = (given: DocumentText): void => {
  parentPort?.postMessage(given)
  parentPort?.close()
}

process.on('unhandledRejection', () => answer(unreadable('damaged')))
process.on('uncaughtException', () => answer(unreadable('damaged')))

read(workerData as FileWork).then(
  (result) => {
    if (!result.ok) answer(result)
    else if (!/[\p{L}\p{N}]/u.test(result.text)) answer(unreadable('empty'))
    else answer(result.text.length > MOST_CHARACTERS ? unreadable('too-long') : result)
  },
  () => answer(unreadable('damaged')),
)
