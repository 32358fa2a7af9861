import type { Days, ToldDays } from '../../domain/dates/days.ts'
import type { Evidence, EvidenceState, Part } from '../../domain/evidence/evidence.ts'
import type { About } from '../../domain/evidence/support/about.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Answer, Finding, ModelUse, NextStep, ReadBy, Review } from '../../domain/review/review.ts'

/** A timestamptz as PostgreSQL writes it, `2026-11-23 21:04:00.123456+00`. */
export function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'))
}

/** PostgreSQL's text cannot hold NUL or half a surrogate pair, so the replacement character stands in for them. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD')
}

/** The same for a value that goes into jsonb, as JSON text. */
export function storableJson(value: unknown): string {
  return storable(JSON.stringify(value)).replaceAll('\\u0000', '\uFFFD')
}

/** How many characters of a part a list gets. More than any list shows. */
const MOST_LISTED = 4_000

type PartRow = Omit<Part, 'writtenAt'> & { writtenAt: string }

/** A piece with its parts. Queries select EVIDENCE_COLUMNS or LISTED_COLUMNS. */
export type EvidenceRow = {
  id: string
  team_id: string
  user_id: string
  channel_id: string | null
  thread_ts: string | null
  revision: number
  state: EvidenceState
  about: About | null
  happened_from: string | null
  happened_to: string | null
  told_from: string | null
  told_to: string | null
  received_at: string
  parts: PartRow[] | null
}

/**
 * The columns of a query on `evidence e`, given how to select the words of a part. Dates are text, so that both
 * databases return the same.
 */
const evidenceColumns = ({
  raw,
  reading,
}: {
  raw: string
  reading: string
}): string => `e.id, e.team_id, e.user_id, e.channel_id, e.thread_ts, e.revision, e.state, e.about,
  e.happened_from::text as happened_from, e.happened_to::text as happened_to,
  e.told_from::text as told_from, e.told_to::text as told_to, e.received_at,
  (select jsonb_agg(jsonb_build_object('position', p.position, 'kind', p.kind, 'saidBy', p.said_by,
      'messageTs', p.message_ts, 'raw', ${raw}, 'reading', ${reading}, 'leftOut', to_jsonb(p.left_out),
      'file', p.file, 'about', p.about, 'writtenAt', p.written_at)
      || case when p.asked_at is null then '{}' else '{"asked": true}' end::jsonb
      || case when p.held is null then '{}' else jsonb_build_object('held', p.held) end order by p.position)
    from evidence_part p where p.evidence_id = e.id) as parts`

/** A piece with all of its words. */
export const EVIDENCE_COLUMNS = evidenceColumns({ raw: 'p.raw', reading: 'p.reading' })

/** For lists. Files may be long, and a page should not read whole files to show some lines. */
export const LISTED_COLUMNS = evidenceColumns({
  raw: `''::text`,
  reading: `left(p.reading, ${MOST_LISTED})`,
})

const daysBetween = (from: string | null, to: string | null): Days | null =>
  from && to ? { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) } : null

export function evidenceOf(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    owner: { team: row.team_id, user: row.user_id },
    thread: row.channel_id && row.thread_ts ? { channel: row.channel_id, ts: row.thread_ts } : null,
    parts: (row.parts ?? []).map((part) => ({ ...part, writtenAt: instantOf(part.writtenAt) })),
    revision: row.revision,
    state: row.state,
    about: row.about,
    happened: daysBetween(row.happened_from, row.happened_to),
    told: daysBetween(row.told_from, row.told_to),
    receivedAt: instantOf(row.received_at),
  }
}

export type ReviewBody = Answer & {
  readonly goal: Goal
  readonly beforeGoal?: true
  readonly readBy: ReadBy
  readonly use: ModelUse | null
  readonly standing: Review['standing']
  readonly pattern: Review['pattern']
  readonly considered: Review['considered']
  readonly days: Review['days']
  readonly undated?: Review['undated']
  readonly readParts: Review['readParts']
  readonly leftOut: Review['leftOut']
  readonly cut: Review['cut']
}

export type ReviewRow = {
  id: string
  evidence_id: string
  revision: number
  body: ReviewBody
  ladder_version: string
  created_at: string
}

/** A review `r` as one column next to its evidence. */
export const REVIEW_JSON = `jsonb_build_object('id', r.id, 'evidence_id', r.evidence_id, 'revision', r.revision,
  'body', r.body, 'ladder_version', r.ladder_version, 'created_at', r.created_at)`

/** Adds defaults for fields that older reviews lack. */
const findingOf = (finding: Finding): Finding => ({
  ...finding,
  clauses: finding.clauses ?? [],
  asks: finding.asks ?? null,
  cap: finding.cap ?? null,
  against: finding.against ?? false,
  current: finding.current ?? null,
  question: finding.question ?? null,
  correction: finding.correction ?? null,
})

const stepOf = (step: NextStep): NextStep =>
  step.kind === 'written'
    ? { ...step, also: step.also ?? [], urgent: step.urgent ?? false, span: step.span ?? null }
    : step

/** In JSON, days are text. */
type StoredDays = {
  readonly from: string
  readonly to: string
  readonly since?: true
  readonly named?: string
  readonly whole?: true
}
const toldDaysOf = ({ from, to, named, ...more }: StoredDays): ToldDays => ({
  ...more,
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
  ...(named ? { named: Temporal.PlainDate.from(named) } : {}),
})
const daysById = (stored: object): Review['days'] =>
  Object.fromEntries(
    Object.entries(stored as Readonly<Record<string, StoredDays>>).map(([id, days]) => [
      id,
      toldDaysOf(days),
    ]),
  )

export function reviewOf(owner: Owner, row: ReviewRow): Review {
  return {
    ...row.body,
    goal: { ...row.body.goal, by: row.body.goal.by ?? null },
    findings: row.body.findings.map(findingOf),
    language: row.body.language ?? null,
    others: (row.body.others ?? []).map((one) => ({ ...one, expectation: one.expectation ?? null })),
    panel: (row.body.panel ?? []).map((one) => ({ ...one, note: one.note ?? null })),
    draft: row.body.draft ?? null,
    stories: row.body.stories ?? [],
    choices: row.body.choices ?? [],
    nextSteps: row.body.nextSteps.map(stepOf),
    partlyChecked: row.body.partlyChecked ?? false,
    standing: row.body.standing ?? null,
    pattern: row.body.pattern ?? null,
    considered: row.body.considered ?? [],
    days: daysById(row.body.days ?? {}),
    undated: row.body.undated ? toldDaysOf(row.body.undated as unknown as StoredDays) : null,
    readParts: row.body.readParts ?? null,
    leftOut: row.body.leftOut ?? { names: 0, emails: 0, phones: 0 },
    cut: row.body.cut ?? null,
    use: row.body.use ?? null,
    id: row.id,
    evidenceId: row.evidence_id,
    revision: row.revision,
    owner,
    ladderVersion: row.ladder_version,
    createdAt: instantOf(row.created_at),
  }
}
