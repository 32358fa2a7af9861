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

/** How many workers read: one fewer than there are cores, and few enough to leave memory for other things. */
const READERS = Math.min(4, Math.max(1, availableParallelism() - 1))

/** One more worker only for short texts, so that a few sentences do not wait for somebody's month of work. */
const QUICK_READERS = 1

/**
 * The limits of one reading task. The most that is read of a piece takes a second on one core, so this has room for a
 * slow one.
 */
const READING: WorkLimits = { cpuMs: 3_000, wallMs: 15_000, memoryMb: 400 }

/** The limits for removing secrets from one message. Slack waits three seconds for its ack. */
const INTAKE: WorkLimits = { cpuMs: 2_000, wallMs: 8_000, memoryMb: 300 }

type Run = <K extends keyof Tasks>(
  task: K,
  of: Owner,
  ...given: Parameters<Tasks[K]>
) => Promise<Awaited<ReturnType<Tasks[K]>>>

/** Spans are cut from the readable text, so Slack's raw text is not sent to workers. */
const toRead = <T extends Pick<Evidence, 'parts'>>(evidence: T): T => ({
  ...evidence,
  parts: evidence.parts.map((part) => ({ ...part, raw: '' })),
})

type PoolOptions = {
  readonly script?: URL
  /** Tests set other limits. */
  readonly reading?: WorkLimits
  readonly intake?: WorkLimits
}

type Pool = ReturnType<typeof openPool>

/**
 * Workers that read, and one that removes secrets from messages. An ack waits for that one, so no reading may delay it.
 */
export type TextPools = { readonly readers: Pool; readonly intakes: Pool }

/** Opens the workers. Each starts when it is first needed. */
export function openTextPools({
  script = SCRIPT,
  reading = READING,
  intake = INTAKE,
}: PoolOptions = {}): TextPools {
  return {
    readers: openPool({ script, size: READERS, quick: QUICK_READERS, limits: reading }),
    intakes: openPool({ script, size: 1, limits: intake }),
  }
}

type Options = PoolOptions & {
  readonly log: Pick<Log, 'warn'>
  /** Tests share the workers of several bots. */
  readonly pools?: TextPools | undefined
}

/** All work that grows with a person's text, done in workers. */
export function openTexts({ log, pools, ...more }: Options) {
  const constants = makeConstants()
  const { readers, intakes } = pools ?? openTextPools(more)

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
      log.warn({ task, where }, 'work on a text stopped early')
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
    checkCase: (of, sentences, context) =>
      read('checkCase', of, sentences, { ...context, ladder: constants.keep(context.ladder) }),
    objections: (of, packet) => read('objections', of, packet),
    packet: (of, input) =>
      read('packet', of, {
        ...input,
        ladder: constants.keep(input.ladder),
        pieces: input.pieces.map((piece) => ({ ...piece, evidence: toRead(piece.evidence) })),
      }),
  }
  return {
    texts,
    /** For messages. A message that could not be searched in time is not stored. */
    intake: {
      take: (text, of) =>
        takeIn('takeSecrets', of, text).catch((cause: unknown) => {
          throw new CoachError('rules-failed', 'The rules that remove secrets failed', {
            cause,
          })
        }),
    } satisfies SecretRules,
    /** For files. No ack waits for these. */
    ofFiles: { take: (text, of) => read('takeSecrets', of, text) } satisfies SecretRules,
    /**
     * Loads what workers need, so that the first person does not wait for it. Resolves once messages can be accepted.
     * The worker for short texts loads when it is first needed.
     */
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
