import { CoachError } from '../../domain/coach-error.ts'
import {
  type Evidence,
  type EvidenceFile,
  type Part,
  UNNAMED_FILE,
  type Unreadable,
} from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { Edit, PartStore } from '../evidence/part-store.ts'
import { makeTurnsByKey } from '../limits.ts'
import type { Documents, DocumentText, Files, Log, Metrics, SecretRules } from '../ports.ts'
import { keepable } from '../without-secrets.ts'

/**
 * How long one file may take to download with all tries, and all files of a piece, in milliseconds. After that the
 * words that came with them are read without them, so that the person gets an answer within a minute.
 */
export const FILE_LIMITS = { oneMs: 20_000, allMs: 45_000 }

type Deps = {
  readonly store: Pick<PartStore, 'saveFile'>
  readonly files: Files
  readonly documents: Documents
  readonly secrets: SecretRules
  readonly limits: typeof FILE_LIMITS
  readonly metrics: Pick<Metrics, 'fileUnread'>
  readonly log: Log
}

export type ReadFiles = ReturnType<typeof makeReadFiles>

/** How many files of a piece are downloaded at once, so that a slow one does not hold up the others. */
const AT_ONCE = 3

/** What an admin may have to fix if a file could not be downloaded, by the state of the file. */
const REMEDIES: Readonly<Record<string, string>> = {
  gone: 'If this happens with every file, give the app the scope files:read and install it again.',
  'sign-in': 'If this happens with every file, give the app the scope files:read and install it again.',
  moved: 'If this happens with every file, check the redirects of SLACK_API_URL or of a proxy.',
  'not-fetched': 'If this happens with every file, let this machine reach files.slack.com.',
}

const NONE: Edit = { raw: '', reading: '', leftOut: [] }

/**
 * Reads the files of a piece that were not read yet, and stores their text, without secrets, as parts of the piece. A
 * file that cannot be downloaded or read gets a state that says why. It throws only if Slack says nothing about a file,
 * so that the job is tried again.
 */
export function makeReadFiles({ store, files, documents, secrets, limits, metrics, log }: Deps) {
  const turns = makeTurnsByKey()
  /** A person's files are taken apart one at a time, which leaves room for those of others. */
  const oneByOne = ({ team, user }: Owner, work: () => Promise<DocumentText>): Promise<DocumentText> =>
    turns(`${team} ${user}`, work)
  /** A text that could not be searched for secrets is not stored. */
  const kept = async (of: Owner, text: string): Promise<{ words: Edit; why: Unreadable | null }> => {
    try {
      return { words: await keepable(secrets, of, text, 'plain'), why: null }
    } catch (error) {
      if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
      return { words: NONE, why: 'too-slow' }
    }
  }
  /** `left` is how long the files of this lane may still spend downloading. The time to read them does not count. */
  const read = async (
    evidence: Evidence,
    part: Part,
    file: EvidenceFile,
    left: { ms: number },
  ): Promise<Part> => {
    const { owner } = evidence
    const from = performance.now()
    const got = await files.fetch(file.id, AbortSignal.timeout(Math.max(0, Math.min(left.ms, limits.oneMs))))
    left.ms -= performance.now() - from
    // If another workspace shares the file, the message itself holds no name.
    const name =
      file.name === UNNAMED_FILE && got.name !== null ? (await secrets.take(got.name, owner)).text : file.name
    const text = got.ok ? await oneByOne(owner, () => documents.textOf(got.bytes, name)) : got
    const { words, why } = text.ok ? await kept(owner, text.text) : { words: NONE, why: text.why }
    const read: EvidenceFile = { ...file, name, state: why ?? 'read' }
    await store.saveFile(evidence.owner, evidence.id, part.position, read, words)
    if (why) metrics.fileUnread(why)
    const fact = { evidenceId: evidence.id, file: read.state, characters: words.reading.length }
    const remedy = REMEDIES[read.state]
    if (remedy) log.warn({ ...fact, code: `file-${read.state}`, todo: remedy }, 'could not fetch a file')
    else log.info(fact, 'file read')
    return { ...part, ...words, file: read }
  }
  return async (evidence: Evidence): Promise<Evidence> => {
    const parts = [...evidence.parts]
    const pending = parts.flatMap((part, at) => (part.file?.state === 'pending' ? [{ part, at }] : []))
    if (pending.length === 0) return evidence
    const lane = async (): Promise<void> => {
      const left = { ms: limits.allMs }
      for (let next = pending.shift(); next; next = pending.shift())
        parts[next.at] = await read(evidence, next.part, next.part.file!, left)
    }
    const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane))
    const failed = lanes.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    return { ...evidence, parts }
  }
}
