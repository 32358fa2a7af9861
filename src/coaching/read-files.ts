import type { Evidence, EvidenceFile, Part } from '../domain/evidence.ts'
import { keepable } from './keepable.ts'
import type { Documents, Files, Log, Metrics, SecretRules } from './ports.ts'
import type { Store } from './store-port.ts'

type Deps = {
  readonly store: Pick<Store, 'saveFile'>
  readonly files: Files
  readonly documents: Documents
  readonly secrets: SecretRules
  readonly metrics: Pick<Metrics, 'fileUnread'>
  readonly log: Log
}

export type ReadFiles = ReturnType<typeof makeReadFiles>

/**
 * Takes the text out of the files of a piece that were not read yet, and keeps it, without secrets, as a part
 * of the piece. A file that cannot be read says why; only Slack being away is thrown, for another try.
 */
export const makeReadFiles = ({ store, files, documents, secrets, metrics, log }: Deps) => {
  const read = async (evidence: Evidence, part: Part, file: EvidenceFile): Promise<Part> => {
    const got = await files.fetch(file.id)
    const text = got.ok ? await documents.textOf(got.bytes, file.name) : got
    const words = text.ok
      ? await keepable(secrets, text.text, 'plain')
      : { raw: '', reading: '', leftOut: [] }
    const read: EvidenceFile = { ...file, state: text.ok ? 'read' : text.why }
    await store.saveFile(evidence.owner, evidence.id, part.position, read, words)
    if (!text.ok) metrics.fileUnread(text.why)
    log.info({ evidenceId: evidence.id, file: read.state, characters: words.reading.length }, 'file read')
    return { ...part, ...words, file: read }
  }
  return async (evidence: Evidence): Promise<Evidence> => {
    const parts: Part[] = []
    for (const part of evidence.parts)
      parts.push(part.file?.state === 'pending' ? await read(evidence, part, part.file) : part)
    return { ...evidence, parts }
  }
}
