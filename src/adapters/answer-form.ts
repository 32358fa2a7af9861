import { z } from 'zod'
import { SPANS_PER_BATCH } from '../domain/batches.ts'
import { competenciesOf, type Ladder } from '../domain/ladder.ts'
import { type Answer, STATUSES } from '../domain/review.ts'

/**
 * OpenAI's limits for a strict schema: 1,000 enum values in all, and 15,000 characters in one enum of over
 * 250 values (platform.openai.com, "Structured Outputs"). A larger ladder's ids go as plain strings; the
 * check refuses what does not exist either way.
 */
const MOST_EXPECTATIONS = 250

/** A closed list where the provider allows one. */
const oneOf = (ids: readonly string[]): z.ZodType<string> =>
  ids.length > 0 && ids.length <= MOST_EXPECTATIONS ? z.enum(ids as [string, ...string[]]) : z.string()

/**
 * The form of a model's answer for one ladder. Providers cache it as part of the prompt's prefix, so it
 * depends on the ladder alone: span ids are a fixed list from s1, expectation ids all of the ladder's.
 */
export const answerForm = (ladder: Ladder) => {
  const span = z.enum(
    Array.from({ length: SPANS_PER_BATCH }, (_, index) => `s${index + 1}`) as [string, ...string[]],
  )
  const expectation = oneOf(
    Object.values(ladder.rows).flatMap((rows) =>
      Object.values(rows).flatMap((row) => row.map(({ id }) => id)),
    ),
  )
  const competency = oneOf(competenciesOf(ladder).map(({ id }) => id))
  const tied = z.object({ expectation, text: z.string() })
  return z.object({
    headline: z.string(),
    findings: z.array(
      z.object({
        competency,
        spans: z.array(span),
        expectation,
        current: expectation.nullable(),
        status: z.enum(STATUSES),
        why: z.string(),
        question: z.string().nullable(),
        missing: z.array(tied),
      }),
    ),
    questions: z.array(z.string()),
    next_steps: z.array(tied),
  })
}

export type AnswerForm = z.infer<ReturnType<typeof answerForm>>

/** White space folded: a model's line breaks would break the layout of a review. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A filled form in the domain's words. */
export const toAnswer = (form: AnswerForm): Answer => ({
  headline: tidy(form.headline) || null,
  findings: form.findings.map((finding) => ({
    ...finding,
    clauses: [],
    asks: null,
    cap: null,
    why: tidy(finding.why) || null,
    question: tidy(finding.question ?? '') || null,
    correction: null,
    missing: finding.missing.map(({ expectation, text }) => ({ expectation, text: tidy(text) })),
    quality: null,
  })),
  others: [],
  panel: [],
  draft: null,
  stories: [],
  choices: [],
  questions: form.questions.map((text) => ({ kind: 'written', text: tidy(text) })),
  nextSteps: form.next_steps.map(({ expectation, text }) => ({
    kind: 'written',
    expectation,
    text: tidy(text),
    also: [],
    urgent: false,
    span: null,
  })),
  partlyChecked: false,
})

/** Fields that a server which ignores schemas may leave out, where leaving out says the same as null. */
const completed = (value: unknown): unknown => {
  const given = value as { findings?: unknown; questions?: unknown; next_steps?: unknown } | null
  if (typeof given !== 'object' || given === null || !Array.isArray(given.findings)) return value
  return {
    questions: [],
    next_steps: [],
    ...given,
    findings: given.findings.map((finding: unknown) =>
      typeof finding === 'object' && finding !== null
        ? { current: null, question: null, missing: [], ...finding }
        : finding,
    ),
  }
}

/**
 * The JSON object of an answer, alone or with prose or a code fence around it; undefined where there is none.
 * Whatever it holds is checked afterwards.
 */
export const jsonIn = (text: string): unknown => {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from === -1 || to < from) return undefined
  try {
    return completed(JSON.parse(text.slice(from, to + 1)))
  } catch {
    return undefined
  }
}
