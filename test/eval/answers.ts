import { existsSync } from 'node:fs'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { answerIn, completed } from '../../src/adapters/reader/answer-form.ts'
import { checkAnswer, finishReview, maskWords } from '../../src/adapters/texts/reading.ts'
import type { CheckedText } from '../../src/domain/check/check-finding.ts'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { type Ladder, ladderOf } from '../../src/domain/ladder/ladder.ts'
import type { Finding, Status } from '../../src/domain/review/review.ts'
import { evidenceOf } from '../domain/evidence-fixture.ts'
import { linesOf } from './mapping.ts'

/** A recorded answer: the form of a model's, with sentences of the text in place of the ids of spans. */
export type AnswerRow = {
  readonly id: string
  readonly ladder: string
  readonly goal: { readonly current: string; readonly target: string }
  readonly kind: string
  readonly text: string
  readonly answer: unknown
  readonly probe?: { readonly where: string; readonly text: string }
  /** Competencies whose `evidenced` must not stand. */
  readonly capped?: readonly string[]
}

/** What a row came to. `shown` of a finding is null where it fell; `why` says why a text did. */
export type AnswerResult = {
  readonly id: string
  readonly again: boolean
  readonly findings: readonly {
    readonly competency: string
    readonly said: Status | null
    readonly shown: Status | null
  }[]
  readonly texts: readonly {
    readonly where: CheckedText['where']
    readonly text: string
    readonly shown: boolean
    readonly why: string | null
  }[]
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

type Fields = Record<string, unknown>

/** A recorded answer with the ids of spans in place of their sentences; one that no span holds stays, and points nowhere. */
const withIds = (answer: unknown, spans: readonly { id: string; text: string }[]): Fields => {
  const idOf = (sentence: unknown): unknown => {
    if (typeof sentence !== 'string') return sentence
    const said = folded(sentence)
    const found =
      spans.find(({ text }) => folded(text) === said) ??
      spans.find(({ text }) => folded(text).includes(said) || said.includes(folded(text)))
    return found?.id ?? 'none'
  }
  const pointed = (one: Fields): Fields => ({
    ...one,
    ...(Array.isArray(one.spans) ? { spans: one.spans.map(idOf) } : {}),
    ...('span' in one ? { span: idOf(one.span) } : {}),
  })
  const form = completed(answer) as Fields
  const each = (list: unknown): unknown => (Array.isArray(list) ? list.map(pointed) : list)
  return {
    ...form,
    findings: each(form.findings),
    others: each(form.others),
    panel: each(form.panel),
    stories: each(form.stories),
    next_steps: each(form.next_steps),
    draft: form.draft ? pointed(form.draft as Fields) : null,
  }
}

/** Puts one recorded answer through mask, check and caps, as an answer of a model goes. */
function runAnswer(row: AnswerRow, ladder: Ladder): AnswerResult {
  const evidence = evidenceOf(row.text.trim())
  const { batches } = maskWords({ evidence, limit: null }, { self: null, members: [] })
  const spans = batches.flatMap(({ offset, spans: own }) =>
    own.map((span) => ({ ...span, id: `s${Number(span.id.slice(1)) + offset}` })),
  )
  const goal = { ladder: ladder.id, by: null, ...row.goal }
  // Their sentences are looked for as they were written and as a model saw them.
  const written = spansOf(evidence)
  const form = withIds(row.answer, [...written, ...spans])
  const answer = answerIn(form)
  if (answer === null) throw new Error(`The answer of ${row.id} is not of the form`)
  const { answer: held, again, texts } = checkAnswer(answer, { ladder, goal, spans })
  const finished = finishReview({
    answer: held,
    remarks: [],
    named: new Set(),
    kept: new Map(),
    evidence,
    limit: null,
    sentences: written.length,
    ladder,
    goal,
    today: Temporal.PlainDate.from('2026-11-26'),
  })
  const shown = [...finished.answer.findings]
  const take = ({ competency, expectation }: Finding): Status | null => {
    const at = shown.findIndex((one) => one.competency === competency && one.expectation === expectation)
    return at === -1 ? null : (shown.splice(at, 1)[0]?.status ?? null)
  }
  const headlineStands = finished.answer.headline !== null
  return {
    id: row.id,
    again,
    findings: answer.findings.map((finding) => ({
      competency: finding.competency,
      said: finding.status,
      shown: take(finding),
    })),
    texts: texts.map(({ where, text, why }) =>
      where === 'headline' && why === null && held.headline !== null && !headlineStands
        ? { where, text, shown: false, why: 'it says more than the verdicts that the words bear' }
        : { where, text, shown: why === null, why },
    ),
  }
}

type Figures = Record<string, number>

/** What came of the rows of each kind, counted. */
const figuresOf = (rows: readonly AnswerRow[], results: readonly AnswerResult[]): Record<string, Figures> =>
  Object.fromEntries(
    [...Map.groupBy(rows.keys(), (nth) => rows[nth]!.kind)].map(([kind, places]) => {
      const own = places.map((nth) => ({ row: rows[nth]!, result: results[nth]! }))
      const texts = own.flatMap(({ result }) => result.texts)
      const findings = own.flatMap(({ result }) => result.findings)
      const steps = texts.filter(({ where }) => where === 'next_step')
      const probes = own.flatMap(({ row, result }) =>
        row.probe ? result.texts.filter(({ text }) => text === row.probe!.text).slice(0, 1) : [],
      )
      const lenient = own.flatMap(({ row, result }) =>
        (row.capped ?? []).filter((competency) =>
          result.findings.some((one) => one.competency === competency && one.shown === 'evidenced'),
        ),
      )
      return [
        kind,
        {
          rows: own.length,
          texts: texts.length,
          textsShown: texts.filter(({ shown }) => shown).length,
          findings: findings.length,
          findingsShown: findings.filter(({ shown }) => shown !== null).length,
          nextSteps: steps.length,
          nextStepsShown: steps.filter(({ shown }) => shown).length,
          askedAgain: own.filter(({ result }) => result.again).length,
          probes: probes.length,
          probesShown: probes.filter(({ shown }) => shown).length,
          lenientThatStand: lenient.length,
        },
      ]
    }),
  )

/** Recorded answers through mask, check and caps: what came of each row, in their order, and figures by kind. */
export async function runAnswers(
  rows: readonly AnswerRow[],
): Promise<{ rows: AnswerResult[]; figures: Record<string, Figures> }> {
  const shelf = await loadShelf('rubric')
  const results = rows.map((row) => {
    const ladder = ladderOf(shelf, row.ladder)
    if (!ladder) throw new Error(`There is no ladder rubric/${row.ladder}.md, which ${row.id} is of`)
    return runAnswer(row, ladder)
  })
  return { rows: results, figures: figuresOf(rows, results) }
}

/** The rows of a file of recorded answers. Throws an Error that names a file that is not there. */
export function readAnswers(file: string): AnswerRow[] {
  if (!existsSync(file)) throw new Error(`There is no file ${file}`)
  return linesOf<AnswerRow>(file)
}
