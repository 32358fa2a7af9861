/** ISO weekday: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a weekly nudge is due. `time` is a time of day to the minute, `zone` an IANA name such as Europe/London. */
export type Schedule = { readonly weekday: Weekday; readonly time: Temporal.PlainTime; readonly zone: string }

/** An ISO week of a schedule's own zone, such as `2026-W48`. */
export type Week = string

/**
 * What a nudge to a channel says: one competency of its ladder, the ladder's sentences of it at two neighbouring
 * levels by their ids, and one question. Nothing in it is about anyone.
 */
export type NudgeText = {
  readonly ladder: string
  readonly competency: string
  readonly levels: readonly [lower: string, upper: string]
  readonly expectations: readonly [lower: string, upper: string]
  readonly question: string
}

/**
 * The questions that nudges ask, as their files say at this moment: by the ladder's id under the names that
 * competencies have there, and templates for any other, in which `{competency}` stands for its name.
 */
export type NudgeQuestions = {
  readonly own: Readonly<
    Record<string, readonly { readonly competency: string; readonly questions: readonly string[] }[]>
  >
  /** Never empty. */
  readonly templates: readonly string[]
}
