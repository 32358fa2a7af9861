import { z } from 'zod'
import { SPANS_PER_BATCH } from '../../domain/evidence/batches.ts'
import { askedOf, competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { type Answer, STATUSES, type Status } from '../../domain/review/review.ts'

/**
 * OpenAI's limits for a strict schema are 1,000 enum values in all, and 15,000 characters in an enum of over 250 values
 * (platform.openai.com, "Structured Outputs"). The ids of a larger ladder are plain strings in the schema. The check
 * refuses ids that do not exist in either case.
 */
const MOST_EXPECTATIONS = 250

/** A closed list of ids if the provider allows one this long, in the schema's definitions. */
const oneOf = (name: string, ids: readonly string[]): z.ZodType<string> =>
  (ids.length > 0 && ids.length <= MOST_EXPECTATIONS
    ? z.enum(ids as [string, ...string[]])
    : z.string()
  ).meta({ id: name })

const idsAt = (ladder: Ladder, level: string): string[] =>
  competenciesOf(ladder).flatMap(({ id }) => askedOf(ladder, level, id).map((expectation) => expectation.id))

/** The lists that a form points into. */
type Lists = Readonly<Record<'span' | 'expectation' | 'current' | 'competency' | 'status', z.ZodType<string>>>

/** The fields of an answer, in the order in which the model fills them in: observations before conclusions. */
const formWith = ({ span, expectation, current, competency, status }: Lists) => {
  return z.object({
    language: z.string().nullable(),
    findings: z.array(
      z.object({
        spans: z.array(span),
        clauses: z.array(z.string()),
        competency,
        expectation,
        asks: z.string().nullable(),
        why: z.string(),
        missing: z.array(z.object({ expectation, text: z.string() })),
        current: current.nullable(),
        status,
        question: z.string().nullable(),
      }),
    ),
    others: z.array(
      z.object({
        competency,
        as: z.enum(['touched', 'silent']),
        expectation: expectation.nullable(),
        span: span.nullable(),
        clause: z.string().nullable(),
        why: z.string().nullable(),
      }),
    ),
    panel: z.array(
      z.object({
        spans: z.array(span),
        clause: z.string().nullable(),
        note: z.string().nullable(),
        text: z.string().nullable(),
      }),
    ),
    draft: z.object({ spans: z.array(span), text: z.string() }).nullable(),
    stories: z.array(z.object({ span, clause: z.string().nullable(), lacks: z.string() })),
    questions: z.array(z.string()),
    next_steps: z.array(
      z.object({
        expectation: expectation.nullable(),
        also: z.array(expectation),
        urgent: z.boolean(),
        span: span.nullable(),
        text: z.string(),
      }),
    ),
    headline: z.string(),
  })
}

/**
 * The form of a model's answer for one ladder and goal. Providers cache it as part of the prompt's prefix, so it may
 * depend on nothing else. That is why the span ids are a fixed list from s1.
 */
export function answerForm(ladder: Ladder, goal: Pick<Goal, 'current' | 'target'>) {
  return formWith({
    span: oneOf(
      'span',
      Array.from({ length: SPANS_PER_BATCH }, (_, index) => `s${index + 1}`),
    ),
    expectation: oneOf('expectation', idsAt(ladder, goal.target)),
    current: oneOf('current', idsAt(ladder, goal.current)),
    competency: oneOf(
      'competency',
      competenciesOf(ladder).map(({ id }) => id),
    ),
    status: z.enum(STATUSES),
  })
}

const anyId = z.string()

/** The same with any ids. If a server accepts no schema, a wrong id then costs one finding, not the whole answer. */
const ANY_FORM = formWith({
  span: anyId,
  expectation: anyId,
  current: anyId,
  competency: anyId,
  status: anyId,
})

/** Reads a model's answer. Null if it does not have the right form. Its ids are checked later. */
export function answerIn(received: unknown): Answer | null {
  const parsed = ANY_FORM.safeParse(received)
  return parsed.success ? toAnswer(parsed.data) : null
}

/** A form as a JSON schema that a strict provider accepts. Each closed list is in its definitions, once. */
export function schemaOf(form: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(form)
  return schema
}

type AnswerForm = z.infer<typeof ANY_FORM>

/** A text without line breaks, because a model's line breaks would break the layout of a review. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
const orNull = (text: string | null): string | null => tidy(text ?? '') || null

/** A filled form in the domain's words. */
const toAnswer = (form: AnswerForm): Answer => ({
  language: /^[a-z]{2}\b/i.exec(form.language ?? '')?.[0].toLowerCase() ?? null,
  headline: orNull(form.headline),
  findings: form.findings.map((finding) => ({
    ...finding,
    // The check drops a finding whose status is none of the four.
    status: finding.status as Status,
    clauses: finding.clauses.map(tidy).filter(Boolean),
    asks: orNull(finding.asks),
    why: orNull(finding.why),
    question: orNull(finding.question),
    missing: finding.missing.map(({ expectation, text }) => ({ expectation, text: tidy(text) })),
    cap: null,
    against: false,
    correction: null,
    quality: null,
  })),
  others: form.others.map((one) => ({ ...one, clause: orNull(one.clause), why: orNull(one.why) })),
  panel: form.panel.map((one) => ({
    ...one,
    clause: orNull(one.clause),
    note: orNull(one.note),
    text: orNull(one.text),
  })),
  draft: form.draft && { spans: form.draft.spans, text: tidy(form.draft.text) },
  stories: form.stories.map((one) => ({ ...one, clause: orNull(one.clause), lacks: tidy(one.lacks) })),
  choices: [],
  questions: form.questions.map((text) => ({ kind: 'written', text: tidy(text) })),
  nextSteps: form.next_steps.map((one) => ({ kind: 'written', ...one, text: tidy(one.text) })),
  partlyChecked: false,
})

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Adds the fields that the items of a list leave out. Undefined if there is no list. */
const each = (list: unknown, left: Fields): unknown =>
  Array.isArray(list) ? list.map((one: unknown) => (isFields(one) ? { ...left, ...one } : one)) : list

/** Adds the fields that an answer leaves out, as null. A server that ignores schemas may send such answers. */
export function completed(value: unknown): unknown {
  if (!isFields(value) || !Array.isArray(value.findings)) return value
  const given: Fields = {
    language: null,
    others: [],
    panel: [],
    draft: null,
    stories: [],
    questions: [],
    next_steps: [],
    headline: '',
    ...value,
  }
  return {
    ...given,
    findings: each(given.findings, { clauses: [], asks: null, current: null, question: null, missing: [] }),
    others: each(given.others, { expectation: null, span: null, clause: null, why: null }),
    panel: each(given.panel, { clause: null, note: null, text: null }),
    stories: each(given.stories, { clause: null }),
    next_steps: each(given.next_steps, { expectation: null, also: [], urgent: false, span: null }),
  }
}

/**
 * The JSON object in an answer, which may have prose or a code fence around it. Undefined if there is none. Its
 * contents are checked later.
 */
export function jsonIn(text: string): unknown {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from === -1 || to < from) return undefined
  try {
    return completed(JSON.parse(text.slice(from, to + 1)))
  } catch {
    return undefined
  }
}
