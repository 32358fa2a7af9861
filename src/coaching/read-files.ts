import { CoachError } from '../domain/coach-error.ts'
import type { Evidence, EvidenceFile, Part, Unreadable } from '../domain/evidence.ts'
import type { Owner } from '../domain/person.ts'
import { keepable } from './keepable.ts'
import type { Documents, DocumentText, Files, Log, SecretRules } from './ports.ts'
import type { Edit, Store } from './store-port.ts'
import { makeTurnsByKey } from './turns.ts'

type Deps = {
  readonly store: Pick<Store, 'saveFile'>
  readonly files: Files
  readonly documents: Documents
  readonly secrets: SecretRules
  readonly log: Log
}

export type ReadFiles = ReturnType<typeof makeReadFiles>

const NONE: Edit = { raw: '', reading: '', leftOut: [] }

/**
 * Takes the text out of the files of a piece that were not read yet, and keeps it, without secrets, as a part
 * of the piece. A file that cannot be read says why; only Slack being away is thrown, for another try.
 */
export const makeReadFiles = ({ store, files, documents, secrets, log }: Deps) => {
  const turns = makeTurnsByKey()
  /** A person's files are taken apart one after another: those of others have room beside them. */
  const oneByOne = ({ team, user }: Owner, work: () => Promise<DocumentText>): Promise<DocumentText> =>
    turns(`${team} ${user}`, work)
  /** Nothing of a text that could not be looked at for secrets is kept. */
  const kept = async (of: Owner, text: string): Promise<{ words: Edit; why: Unreadable | null }> => {
    try {
      return { words: await keepable(secrets, of, text, 'plain'), why: null }
    } catch (error) {
      if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
      return { words: NONE, why: 'too-slow' }
    }
  }
  const read = async (evidence: Evidence, part: Part, file: EvidenceFile): Promise<Part> => {
    const got = await files.fetch(file.id)
    const text = got.ok ? await oneByOne(evidence.owner, () => documents.textOf(got.bytes, file.name)) : got
    const { words, why } = text.ok ? await kept(evidence.owner, text.text) : { words: NONE, why: text.why }
    const read: EvidenceFile = { ...file, state: why ?? 'read' }
    await store.saveFile(evidence.owner, evidence.id, part.position, read, words)
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
