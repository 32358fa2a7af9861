import {
  askedOf,
  type Competency,
  competenciesOf,
  expectationOf,
  type Ladder,
  type Level,
} from '../ladder/ladder.ts'
import { onceFor } from '../text/once-for.ts'
import type { NudgePeriod, NudgeQuestion, NudgeQuestions, NudgeText, NudgeWeek, Schedule } from './nudge.ts'
import { boundAlone, boundPlaces } from './questions/nudge-bound.ts'
import { formInTurn } from './questions/nudge-forms.ts'
import { periodOf } from './questions/nudge-period.ts'
import { ownQuestionsOf, templatesOf } from './questions/nudge-questions.ts'
import { type Place, stepsOf } from './questions/nudge-steps.ts'

/** A hash of a text that looks random: FNV-1a over its UTF-16 units (isthe.com/chongo/tech/comp/fnv). */
const mixed = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // The low bits of FNV are alike for short texts, so they are mixed once more (the end of MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * The thing whose turn it is: the one used longest ago. Unused ones come first, in an order that `seed` decides. So
 * nothing repeats before all have had their turn, even if things are added or removed in between. `used` has keys,
 * oldest first. Undefined if there are no things.
 */
export function nextInTurn<T>(
  things: readonly T[],
  keyOf: (thing: T) => string,
  used: readonly string[],
  seed: string,
): T | undefined {
  const ranked = things.map((thing) => {
    const key = keyOf(thing)
    return { thing, last: used.lastIndexOf(key), order: mixed(`${seed} ${key}`) }
  })
  return ranked.sort((a, b) => a.last - b.last || a.order - b.order)[0]?.thing
}

/** A question, and the ladder's sentences that it can go with. */
type Option = { readonly question: NudgeQuestion; readonly places: readonly Place[] }

/**
 * What can be asked about a competency, and with which of its sentences: each of its owner's questions with those that
 * it is for, or with any step if it is for none. If that leaves nothing at the ladder's levels, the templates. Where no
 * level asks more than the one below, the owner's questions with one sentence each come before these.
 */
export function optionsOf(
  ladder: Ladder,
  competency: Competency,
  questions: NudgeQuestions,
): readonly Option[] {
  const steps = stepsOf(ladder, competency)
  const own = ownQuestionsOf(ladder, competency, questions)
    .map((question) => ({
      question,
      places: question.sentences.length === 0 ? steps : boundPlaces(ladder, competency, question),
    }))
    .filter(({ places }) => places.length > 0)
  if (own.length > 0 || steps.length === 0) return own
  const alone = steps.some(({ levels }) => levels.length > 1)
    ? []
    : ownQuestionsOf(ladder, competency, questions).flatMap((question) => {
        const place = boundAlone(ladder, competency, question)
        return place ? [{ question, places: [place] }] : []
      })
  if (alone.length > 0) return alone
  return templatesOf(competency, questions).map((question) => ({ question, places: steps }))
}

/** The competencies of which something can be asked. Thousands of channels share a ladder and its questions. */
const speakingOf = onceFor((ladder: Ladder) =>
  onceFor((questions: NudgeQuestions) =>
    competenciesOf(ladder)
      .map((competency) => ({ competency, options: optionsOf(ladder, competency, questions) }))
      .filter(({ options }) => options.length > 0),
  ),
)

const placeInTurn = (places: readonly Place[], before: readonly NudgeText[], seed: string): Place => {
  const levels = ({ levels: ids }: Pick<Place, 'levels'>): string => ids.join('\n')
  const upper = ({ expectations }: Pick<Place, 'expectations'>): string => expectations.at(-1) ?? ''
  const pair = nextInTurn(places, levels, before.map(levels), seed)!
  const same = places.filter((one) => levels(one) === levels(pair))
  return nextInTurn(same, upper, before.map(upper), seed)!
}

/**
 * What the next nudge to a channel says. `used` has what was said there before, oldest first. A few hundred are enough,
 * and texts of other ladders don't count. `channel` gives each channel its own order. `day` is when it is posted, if
 * that is known. Competencies take turns, and the questions of each; a question brings its sentences. Now and then it
 * has another form. Null if no competency has text at two adjacent levels.
 */
export function nudgeTextOf(given: {
  readonly ladder: Ladder
  readonly questions: NudgeQuestions
  readonly channel: string
  readonly used: readonly NudgeText[]
  readonly day?: Temporal.PlainDate | null
  /** What it asks about, if that is longer than a week. */
  readonly per?: NudgePeriod | undefined
}): NudgeText | null {
  const { ladder, questions, channel, per } = given
  const used = given.used.filter((one) => one.ladder === ladder.id)
  const chosen = nextInTurn(
    speakingOf(ladder)(questions),
    ({ competency }) => competency.id,
    used.flatMap(({ competency }) => competency ?? []),
    channel,
  )
  if (!chosen) return null
  const textOf = ({ text, example }: NudgeQuestion, place: Place, competency: string | null) => ({
    ladder: ladder.id,
    competency,
    ...place,
    question: text,
    ...(example === null ? {} : { example }),
    ...(per === undefined ? {} : { per }),
  })
  const other = formInTurn(questions.forms, used, given.day ?? null)
  if (other) {
    const asked = used.map(({ question }) => question)
    const question = nextInTurn(other.questions, ({ text }) => text, asked, channel)!
    return { ...textOf(question, { levels: [], expectations: [] }, null), form: other.form }
  }
  const { competency, options } = chosen
  const seed = `${channel} ${competency.id}`
  const before = used.filter((one) => one.competency === competency.id)
  const asked = before.map(({ question }) => question)
  const option = nextInTurn(options, ({ question }) => question.text, asked, seed)!
  return textOf(option.question, placeInTurn(option.places, before, seed), competency.id)
}

/**
 * The nudges of the coming weeks, in the order in which a channel would get them. `day` is that of the first, if it
 * matters.
 */
export function comingNudges(given: Parameters<typeof nudgeTextOf>[0], weeks: number): readonly NudgeText[] {
  const coming: NudgeText[] = []
  for (let week = 0; week < weeks; week += 1) {
    const day = given.day?.add({ weeks: week }) ?? null
    const next = nudgeTextOf({ ...given, day, used: [...given.used, ...coming] })
    if (next) coming.push(next)
  }
  return coming
}

/**
 * The sentences as the ladder has them now, lower first. Null if the ladder was edited and a sentence, its level or its
 * competency is gone, so that the nudge has to be chosen again.
 */
export function sentencesOf(
  ladder: Ladder,
  { levels, expectations, competency }: NudgeText,
): {
  /** Null if it is about none. */
  readonly competency: Competency | null
  readonly sentences: readonly { readonly level: Level; readonly text: string }[]
} | null {
  if (competency === null) return { competency: null, sentences: [] }
  const found = competenciesOf(ladder).find(({ id }) => id === competency)
  const sentences = expectations.map((id, nth) => {
    const level = ladder.levels.find((one) => one.id === levels[nth])
    const expectation = expectationOf(ladder, id)
    const inPlace =
      level && expectation && askedOf(ladder, level.id, competency).some((one) => one.id === expectation.id)
    return inPlace ? { level, text: expectation.text } : null
  })
  const standing = sentences.filter((one) => one !== null)
  return found && standing.length === sentences.length ? { competency: found, sentences: standing } : null
}

/**
 * What a week says, if its ladder has the same sentences as when that was chosen, about the time of the rhythm as it is
 * now. Null if they were edited, because its question could be for other words.
 */
export function textAsSaid(
  ladder: Ladder | null | undefined,
  week: Pick<NudgeWeek, 'text' | 'sentences'> | undefined,
  schedule: Pick<Schedule, 'rhythm'>,
): NudgeText | null {
  if (!ladder || !week?.text || week.text.ladder !== ladder.id) return null
  const now = sentencesOf(ladder, week.text)?.sentences.map(({ text }) => text)
  if (!now || JSON.stringify(now) !== JSON.stringify(week.sentences)) return null
  const { per: _, ...text } = week.text
  const per = periodOf(schedule)
  return per === undefined ? text : { ...text, per }
}
