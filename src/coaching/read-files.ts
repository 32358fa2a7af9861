import { type Evidence, type EvidenceFile, type Part, UNNAMED_FILE } from '../domain/evidence.ts'
import { keepable } from './keepable.ts'
import type { Documents, Files, Log, Metrics, SecretRules } from './ports.ts'
import type { Store } from './store-port.ts'

/**
 * How long one file may take on its way here with all tries, and all files of a piece, in milliseconds: then the words
 * that came with them are read without them, so that the person hears within a minute.
 */
export const FILE_LIMITS = { oneMs: 20_000, allMs: 45_000 }

type Deps = {
  readonly store: Pick<Store, 'saveFile'>
  readonly files: Files
  readonly documents: Documents
  readonly secrets: SecretRules
  readonly limits: typeof FILE_LIMITS
  readonly metrics: Pick<Metrics, 'fileUnread'>
  readonly log: Log
}

export type ReadFiles = ReturnType<typeof makeReadFiles>

/** How many files of a piece are on their way at once: one that is slow keeps the others waiting no longer. */
const AT_ONCE = 3

/** What an admin may have to mend where a file did not come, by its state. */
const REMEDIES: Readonly<Record<string, string>> = {
  gone: 'if it happens to every file, give the app the scope files:read and install it again',
  'sign-in': 'if it happens to every file, give the app the scope files:read and install it again',
  moved: 'if it happens to every file, look at the redirects of SLACK_API_URL or of the proxy in between',
  'not-fetched': 'if it happens to every file, let this machine reach files.slack.com',
}

/**
 * Takes the text out of the files of a piece that were not read yet, and keeps it, without secrets, as a part
 * of the piece. A file that cannot be had or read says why; only that Slack says nothing about one is thrown, for
 * another try.
 */
export const makeReadFiles = ({ store, files, documents, secrets, limits, metrics, log }: Deps) => {
  const read = async (
    evidence: Evidence,
    part: Part,
    file: EvidenceFile,
    end: AbortSignal,
  ): Promise<Part> => {
    const got = await files.fetch(file.id, AbortSignal.any([end, AbortSignal.timeout(limits.oneMs)]))
    // Of a file that another workspace shares, the message itself holds no name.
    const name =
      file.name === UNNAMED_FILE && got.name !== null ? (await secrets.take(got.name)).text : file.name
    const text = got.ok ? await documents.textOf(got.bytes, name) : got
    const words = text.ok
      ? await keepable(secrets, text.text, 'plain')
      : { raw: '', reading: '', leftOut: [] }
    const read: EvidenceFile = { ...file, name, state: text.ok ? 'read' : text.why }
    await store.saveFile(evidence.owner, evidence.id, part.position, read, words)
    if (!text.ok) metrics.fileUnread(text.why)
    const fact = { evidenceId: evidence.id, file: read.state, characters: words.reading.length }
    const remedy = REMEDIES[read.state]
    if (remedy) log.warn({ ...fact, code: `file-${read.state}`, todo: remedy }, 'a file could not be fetched')
    else log.info(fact, 'file read')
    return { ...part, ...words, file: read }
  }
  return async (evidence: Evidence): Promise<Evidence> => {
    const parts = [...evidence.parts]
    const pending = parts.flatMap((part, at) => (part.file?.state === 'pending' ? [{ part, at }] : []))
    if (pending.length === 0) return evidence
    const end = AbortSignal.timeout(limits.allMs)
    const lane = async (): Promise<void> => {
      for (let next = pending.shift(); next; next = pending.shift())
        parts[next.at] = await read(evidence, next.part, next.part.file!, end)
    }
    const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane))
    const failed = lanes.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    return { ...evidence, parts }
  }
}
