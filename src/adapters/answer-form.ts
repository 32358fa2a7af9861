import { z } from 'zod'
import { competenciesOf, type Ladder } from '../domain/ladder.ts'
import { type Answer, STATUSES } from '../domain/review.ts'
import { SPANS_PER_PART } from '../domain/spans.ts'

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
 * depends on the ladder alone: span ids are the fixed list s1 to s100, expectation ids all of the ladder's.
 */
export const answerForm = (ladder: Ladder) => {
  const span = z.enum(
    Array.from({ length: SPANS_PER_PART }, (_, index) => `s${index + 1}`) as [string, ...string[]],
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
        status: z.enum(STATUSES),
        why: z.string(),
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
    why: tidy(finding.why) || null,
    missing: finding.missing.map(({ expectation, text }) => ({ expectation, text: tidy(text) })),
    quality: null,
  })),
  questions: form.questions.map((text) => ({ kind: 'written', text: tidy(text) })),
  nextSteps: form.next_steps.map(({ expectation, text }) => ({
    kind: 'written',
    expectation,
    text: tidy(text),
  })),
})
