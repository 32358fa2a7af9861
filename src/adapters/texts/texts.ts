import { availableParallelism } from 'node:os'
import type { Log, SecretRules } from '../../coaching/ports.ts'
import type { Texts } from '../../coaching/texts-port.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import { makeConstants, unpack } from './codec.ts'
import { openPool } from './pool.ts'
import type { Tasks } from './tasks.ts'
import type { WorkLimits } from './thread.ts'

const SCRIPT = new URL('./worker.ts', import.meta.url)

/** Workers that read: one fewer than there are cores, and few enough that their memory is not missed elsewhere. */
const READERS = Math.min(4, Math.max(1, availableParallelism() - 1))

/** One more for short texts alone: nobody's few sentences wait for somebody's month. */
const QUICK_READERS = 1

/**
 * What one piece of reading may take. All that is read of a piece takes a second of one core, with room for a slow one.
 */
const READING: WorkLimits = { cpuMs: 3_000, wallMs: 15_000, memoryMb: 400 }

/** What taking secrets out of one message may take: Slack waits three seconds for its ack. */
const INTAKE: WorkLimits = { cpuMs: 2_000, wallMs: 8_000, memoryMb: 300 }

type Run = <K extends keyof Tasks>(
  task: K,
  of: Owner,
  ...given: Parameters<Tasks[K]>
) => Promise<Awaited<ReturnType<Tasks[K]>>>

/** Spans are cut from what people read; what Slack sent stays here. */
const toRead = <T extends Pick<Evidence, 'parts'>>(evidence: T): T => ({
  ...evidence,
  parts: evidence.parts.map((part) => ({ ...part, raw: '' })),
})

type Options = {
  readonly log: Pick<Log, 'warn'>
  readonly script?: URL
  /** Others for tests. */
  readonly reading?: WorkLimits
  readonly intake?: WorkLimits
}

/**
 * Workers for all that grows with a person's text: some that read, and one that takes secrets out of messages, which
 * somebody's ack waits for and no reading may delay.
 */
export function openTexts({ log, script = SCRIPT, reading = READING, intake = INTAKE }: Options) {
  const constants = makeConstants()
  const readers = openPool({ script, size: READERS, quick: QUICK_READERS, limits: reading })
  const intakes = openPool({ script, size: 1, limits: intake })

  const runIn =
    (pool: typeof readers): Run =>
    async (task, of, ...given) => {
      const packed = constants.pack(given)
      const outcome = await pool.run(`${of.team} ${of.user}`, { task, ...packed })
      if (outcome.kind === 'done') {
        const values = new Map(packed.constants.map(({ name, value }) => [name, value]))
        return unpack(outcome.text, (name) => values.get(name)) as never
      }
      const where = outcome.kind === 'broke' ? outcome.where : outcome.kind
      log.warn({ task, where }, 'work on a text ended early')
      if (outcome.kind === 'too-slow')
        throw new CoachError('text-too-slow', `${task} took more time or memory than one text may`)
      throw new CoachError(
        (outcome.kind === 'broke' && outcome.code) || 'text-failed',
        `${task} failed: ${where}`,
      )
    }
  const read = runIn(readers)
  const takeIn = runIn(intakes)

  const texts: Texts = {
    maskWords: (of, { evidence, limit }, { self, members }) =>
      read(
        'maskWords',
        of,
        { evidence: toRead(evidence), limit },
        { self, members: constants.keep(members) },
      ),
    readOffline: (of, { evidence, limit }, { self, members }, ladder, goal) =>
      read(
        'readOffline',
        of,
        { evidence: toRead(evidence), limit },
        { self, members: constants.keep(members) },
        constants.keep(ladder),
        goal,
      ),
    checkAnswer: (of, answer, { ladder, goal, spans }) =>
      read('checkAnswer', of, answer, { ladder: constants.keep(ladder), goal, spans }),
    finishReview: (of, one) =>
      read('finishReview', of, {
        ...one,
        evidence: toRead(one.evidence),
        ladder: constants.keep(one.ladder),
      }),
    quote: (of, evidence, { findings, others, panel, stories, choices, questions, considered, cut }) =>
      read('quote', of, toRead(evidence), {
        findings,
        others,
        panel,
        stories,
        choices,
        questions,
        considered,
        cut,
      }),
    decideReply: (of, state) => {
      for (const ladder of [...state.shelf.all, ...(state.ladder ? [state.ladder] : [])])
        constants.keep(ladder)
      constants.keep(state.shelf)
      return read('decideReply', of, { ...state, evidence: state.evidence && toRead(state.evidence) })
    },
  }
  return {
    texts,
    /** For messages: what cannot be looked at in time is not stored. */
    intake: {
      take: (text, of) =>
        takeIn('takeSecrets', of, text).catch((cause: unknown) => {
          throw new CoachError('rules-failed', 'The rules that keep secrets out of the store broke', {
            cause,
          })
        }),
    } satisfies SecretRules,
    /** For files, which nobody's ack waits for. */
    ofFiles: { take: (text, of) => read('takeSecrets', of, text) } satisfies SecretRules,
    /** Loads what workers need, so that the first person does not wait for it. Resolves when messages can be taken in.
     * The reader for short texts is loaded once it is needed. */
    warm: async (): Promise<void> => {
      const load = (pool: typeof readers, what: string) =>
        pool.run(what, { task: 'load', ...constants.pack([what]) })
      for (let reader = 0; reader < READERS; reader += 1) void load(readers, 'reading')
      await load(intakes, 'secrets')
    },
    close: async (): Promise<void> => {
      await Promise.all([readers.close(), intakes.close()])
    },
  }
}
