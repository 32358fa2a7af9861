import type { types } from '@slack/bolt'
import type { SetUp } from '../../../coaching/nudge/asks/set-up-nudge.ts'
import type { NudgeFormStart } from '../../../coaching/nudge/nudge-answers.ts'
import { WEEKDAYS } from '../../../domain/dates/weekdays.ts'
import type { LevelRange, Weekday } from '../../../domain/nudge/nudge.ts'
import type { WantedRhythm } from '../../../domain/nudge/rhythm.ts'
import { zoneNamed } from '../../../domain/nudge/time-zones.ts'
import { clipped, inert } from '../rich-text.ts'
import { NTH_WORDS, timeWords, zoneChoice } from './nudge-when.ts'

const plain = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: clipped(inert(text), 75) || ' ',
  emoji: false,
})
const option = (text: string, value: string): types.PlainTextOption => ({ text: plain(text), value })

/** Slack's limit for the options of one group and of one menu. */
const MOST_OPTIONS = 100

/** Continents of the tz database in menu order. Zones of any other come last. */
const CONTINENTS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian']

type OptionGroup = { label: types.PlainTextElement; options: types.PlainTextOption[] }

const alphabet = (zones: readonly { zone: string; label: string }[]): OptionGroup['options'][] => {
  const all = zones.toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
  return Array.from({ length: Math.ceil(all.length / MOST_OPTIONS) }, (_, nth) =>
    all.slice(nth * MOST_OPTIONS, (nth + 1) * MOST_OPTIONS).map(({ zone, label }) => option(label, zone)),
  )
}

/** The first letters of the first and last option, because a continent may have more zones than a group can hold. */
const spanOf = (options: OptionGroup['options']): string =>
  `${options[0]!.text.text.slice(0, 1)} to ${options.at(-1)!.text.text.slice(0, 1)}`

/**
 * All time zones, so that anybody finds theirs by typing a city. The likely ones are on top, the rest by continent,
 * each with its offset at `now`.
 */
export function zoneGroups(likely: readonly string[], now: Temporal.Instant): OptionGroup[] {
  const first = [...new Set(likely.flatMap((zone) => zoneNamed(zone) ?? []))]
  const labelled = [...new Set(Intl.supportedValuesOf('timeZone').map((zone) => zoneNamed(zone) ?? zone))]
    .filter((zone) => !first.includes(zone) && zone !== 'UTC')
    .map((zone) => ({ zone, label: zoneChoice(zone, now) }))
  const byContinent = Map.groupBy(labelled, ({ zone }) => zone.split('/')[0]!)
  const names = [...CONTINENTS, ...[...byContinent.keys()].filter((one) => !CONTINENTS.includes(one)).sort()]
  return [
    {
      label: plain('Likely'),
      options: [...new Set([...first, 'UTC'])].map((zone) => option(zoneChoice(zone, now), zone)),
    },
    ...names.flatMap((name) =>
      alphabet(byContinent.get(name) ?? []).map((options, _, parts) => ({
        label: plain(parts.length > 1 ? `${name}, ${spanOf(options)}` : name),
        options,
      })),
    ),
  ]
}

const input = (
  id: string,
  label: string,
  element: types.InputBlock['element'],
  hint?: string,
): types.InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
  ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
})

/** How often, in the order of the menu, with the values of its options. */
const RHYTHMS: readonly (readonly [name: string, value: string])[] = [
  ['Every week', 'week'],
  ['Every two weeks', 'two-weeks'],
  ...([1, 2, 3, 4, 'last'] as const).map((nth): [string, string] => [
    `Every month, on the ${NTH_WORDS[nth]} one`,
    `month-${nth}`,
  ]),
]

const rhythmValue = (rhythm: WantedRhythm): string =>
  rhythm.kind === 'month' ? `month-${rhythm.nth}` : rhythm.kind

/** The rhythm of an option. A form that was opened before there were rhythms has none, so it means every week. */
const rhythmChosen = (value: string | undefined): WantedRhythm | null => {
  if (value === undefined) return { kind: 'week' }
  const nth = ([1, 2, 3, 4, 'last'] as const).find((one) => value === `month-${one}`)
  if (nth !== undefined) return { kind: 'month', nth }
  return value === 'week' || value === 'two-weeks' ? { kind: value } : null
}

/** Slack's limits for a menu: groups, and characters of an option's value. */
const MOST_GROUPS = 100
const LONGEST_VALUE = 150

/** The value of the option "All levels". */
const ALL_LEVELS = 'all'

const rangeValue = (ladder: string, range: LevelRange): string => JSON.stringify([ladder, ...range])

/** The menu of levels: all, or one of the ranges of each ladder. Null if there are none to choose from. */
const levelGroups = ({ ladders, ladder, levels }: NudgeFormStart) => {
  const all = option('All levels', ALL_LEVELS)
  const ranges = ladders.map((one) => ({
    label: plain(one.name),
    options: one.levels
      .flatMap((lowest, nth) =>
        one.levels.slice(nth + 1).map((highest): LevelRange => [lowest.id, highest.id]),
      )
      .map((range) => option(range.join(' to '), rangeValue(one.id, range)))
      .filter(({ value }) => (value?.length ?? 0) <= LONGEST_VALUE)
      .slice(0, MOST_OPTIONS),
  }))
  const groups = ranges.filter(({ options }) => options.length > 0).slice(0, MOST_GROUPS - 1)
  if (groups.length === 0) return null
  const value = ladder !== null && levels ? rangeValue(ladder, levels) : ALL_LEVELS
  const chosen = groups.flatMap(({ options }) => options).find((one) => one.value === value) ?? all
  return { groups: [{ label: plain('Usual'), options: [all] }, ...groups], chosen }
}

/** The range of an option. Null for all levels, and `other` if it belongs to another ladder. */
const levelsChosen = (value: string | undefined, ladder: string): LevelRange | null | 'other' => {
  if (value === undefined || value === ALL_LEVELS) return null
  try {
    const [of, lowest, highest] = JSON.parse(value) as string[]
    return of === ladder && lowest && highest ? [lowest, highest] : 'other'
  } catch {
    return 'other'
  }
}

/**
 * The form for a channel's nudge: ladder, levels, weekday, how often, from when, time, time zone. `sealed` binds a
 * submission to its channel.
 */
export function nudgeModal(start: NudgeFormStart, sealed: string): types.ModalView {
  const ladders = start.ladders
    .filter(({ id }) => id.length <= 150)
    .slice(0, MOST_OPTIONS)
    .map(({ id, name }) => option(name, id))
  const ladder = ladders.find(({ value }) => value === start.ladder) ?? ladders[0]
  const levels = levelGroups(start)
  const days = WEEKDAYS.map((name, index) => option(name, String(index + 1)))
  const zone = start.zone ?? start.ownZone
  const groups = zoneGroups([zone, start.ownZone], start.now)
  return {
    type: 'modal',
    callback_id: 'nudge-form',
    private_metadata: sealed,
    title: plain('Channel nudge'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      ...(ladder
        ? [
            input('ladder', 'Ladder', {
              type: 'static_select' as const,
              action_id: 'choice',
              options: ladders,
              initial_option: ladder,
            }),
          ]
        : []),
      ...(levels
        ? [
            input('levels', 'Levels', {
              type: 'static_select' as const,
              action_id: 'choice',
              option_groups: levels.groups,
              initial_option: levels.chosen,
            }),
          ]
        : []),
      input(
        'weekday',
        'Day',
        {
          type: 'static_select',
          action_id: 'choice',
          options: days,
          initial_option: days[(start.weekday ?? 5) - 1]!,
        },
        'Late in the week, people have most to write.',
      ),
      input('rhythm', 'How often', {
        type: 'static_select',
        action_id: 'choice',
        options: RHYTHMS.map(([name, value]) => option(name, value)),
        initial_option: option(
          ...(RHYTHMS.find(([, value]) => value === rhythmValue(start.rhythm)) ?? RHYTHMS[0]!),
        ),
      }),
      {
        ...input(
          'first',
          'Not before',
          {
            type: 'datepicker',
            action_id: 'date',
            ...(start.first ? { initial_date: start.first.toString() } : {}),
          },
          'With every two weeks, this chooses the first week.',
        ),
        optional: true,
      },
      input('time', 'Time', {
        type: 'timepicker',
        action_id: 'choice',
        initial_time: timeWords(start.time ?? Temporal.PlainTime.from('10:00')),
      }),
      input(
        'zone',
        'Time zone',
        {
          type: 'static_select',
          action_id: 'choice',
          option_groups: groups,
          initial_option: groups[0]!.options[0]!,
        },
        'Type a city to search. I follow its clock changes.',
      ),
    ],
  }
}

/**
 * The choices in the form, by block, or null if one is missing or no longer known. `other-ladder`: the levels are not
 * of the ladder.
 */
export function nudgeFormOf(chosen: {
  readonly ladder: string | undefined
  readonly levels: string | undefined
  readonly weekday: string | undefined
  readonly rhythm: string | undefined
  readonly first?: string | undefined
  readonly time: string | undefined
  readonly zone: string | undefined
}): SetUp | 'other-ladder' | null {
  const { ladder, weekday = '', time = '', zone = '' } = chosen
  const named = zoneNamed(zone)
  if (!ladder || !/^[1-7]$/.test(weekday) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || named === null)
    return null
  const rhythm = rhythmChosen(chosen.rhythm)
  const levels = levelsChosen(chosen.levels, ladder)
  if (rhythm === null) return null
  if (levels === 'other') return 'other-ladder'
  return {
    ladder,
    levels,
    schedule: {
      weekday: Number(weekday) as Weekday,
      time: Temporal.PlainTime.from(time),
      zone: named,
      rhythm,
    },
    first:
      chosen.first && /^\d{4}-\d\d-\d\d$/.test(chosen.first) ? Temporal.PlainDate.from(chosen.first) : null,
  }
}

/** What is shown under a choice that cannot be set, by block. */
export const NUDGE_FORM_LACKS = {
  stale: {
    zone: 'This form is too old or not yours. Open a new one with /ladder nudge set up. I changed nothing.',
  },
  all: { zone: 'Choose a day, a time and a time zone.' },
  uninvited: { zone: 'I’m not in that channel. Type /invite @Ladder Coach there, then save again.' },
  levels: { levels: 'Choose levels of the ladder that you chose, or all levels.' },
  nothing: { ladder: 'This ladder has nothing to compare between levels, so there is nothing to post.' },
} as const
