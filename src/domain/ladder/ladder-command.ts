import type { Days } from '../evidence/evidence.ts'
import type { Ladder } from './ladder.ts'
import { lookupWords, questionOf } from './question.ts'

/** What stands behind `/ladder`: something to log, a list of one's own evidence, a nudge, or a lookup. */
export type LadderCommand =
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'evidence'; readonly filter: string }
  /** `text` is what nudge-command.ts reads. */
  | { readonly kind: 'nudge'; readonly text: string }
  | { readonly kind: 'lookup'; readonly text: string }

/** "stop the nudge" is said as often as "nudge stop". */
const VERB_FIRST = new RegExp(
  [
    '^\\s*(show|set up|stop|pause|skip|resume|preview|change)',
    '\\s+(?:the\\s+|a\\s+|(my)\\s+)?(?:weekly\\s+)?nudges?(?=[\\s:!?.]|$):?\\s*([\\s\\S]*)$',
  ].join(''),
  'i',
)

/** The command itself, and no word that only begins like it: "nudging" is looked up. */
const NUDGE = /^\s*(?:(?:the|(my))\s+)?nudges?(?=[\s:!?.]|$)[:!?.]*\s*([\s\S]*)$/i

/** What is said of a nudge, with `me` before it where it is the person's own; null: nothing. */
const nudgeIn = (text: string): string | null => {
  const turned = VERB_FIRST.exec(text)
  const plain = turned ? null : NUDGE.exec(text)
  const said = turned ? `${turned[1]} ${turned[3]}` : plain?.[2]
  return said === undefined ? null : `${(turned?.[2] ?? plain?.[1]) ? 'me ' : ''}${said}`.trim()
}

export function ladderCommandOf(text: string): LadderCommand {
  const log = /^\s*log(?:\s+evidence)?(?:\s*:)?(?:\s+([\s\S]*))?$/i.exec(text)
  if (log) return { kind: 'log', text: log[1]?.trim() ?? '' }
  const evidence = /^\s*(?:(?:show|list)\s+)?(?:my\s+)?evidence\b\s*:?\s*([\s\S]*)$/i.exec(text)
  if (evidence) return { kind: 'evidence', filter: evidence[1]!.trim() }
  const nudge = nudgeIn(text)
  return nudge === null ? { kind: 'lookup', text } : { kind: 'nudge', text: nudge }
}

/** What a list of evidence is limited to; `label` is how it is called, such as "2026 Q3". */
export type EvidenceFilter = {
  readonly competency: string | null
  readonly quarter: { readonly label: string; readonly days: Days } | null
}

/** The quarter of a year, 1 to 4. */
const quarterOf = (year: number, quarter: number): NonNullable<EvidenceFilter['quarter']> => {
  const last = Temporal.PlainYearMonth.from({ year, month: quarter * 3 })
  return {
    label: `${year} Q${quarter}`,
    days: {
      from: Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 }),
      to: last.toPlainDate({ day: last.daysInMonth }),
    },
  }
}

/** The quarter in which a day lies. */
export function quarterAt(day: Temporal.PlainDate): NonNullable<EvidenceFilter['quarter']> {
  return quarterOf(day.year, Math.ceil(day.month / 3))
}

/** What the words behind `/ladder evidence` limit the list to. Words that are no filter limit nothing. */
export function evidenceFilterOf(
  text: string,
  ladder: Ladder | null,
  today: Temporal.PlainDate,
): EvidenceFilter {
  const found =
    /\bQ([1-4])(?:\s*(?:of\s+|\/|-)?\s*((?:19|20)\d\d))?\b|\b((?:19|20)\d\d)\s*(?:\/|-)?\s*Q([1-4])\b/i.exec(
      text,
    )
  const quarter = found ? Number(found[1] ?? found[4]) : null
  const year = found ? Number(found[2] ?? found[3] ?? NaN) : NaN
  const lately = quarter !== null && quarter * 3 - 2 > today.month ? today.year - 1 : today.year
  const competencies = ladder ? questionOf(ladder, lookupWords(text)).competencies : []
  return {
    competency: competencies[0]?.id ?? null,
    quarter: quarter === null ? null : quarterOf(Number.isNaN(year) ? lately : year, quarter),
  }
}
