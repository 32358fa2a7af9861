import type { types } from '@slack/bolt'
import {
  bulletsOf,
  type Competency,
  competenciesOf,
  type Expectation,
  type Ladder,
  type Level,
  neighbourLevel,
  rowOf,
} from '../../domain/ladder.ts'
import {
  actions,
  bold,
  bullets,
  button,
  code,
  footnote,
  header,
  italic,
  line,
  MOST_SHOWN,
  richText,
  type Said,
  shownLength,
  words,
} from './rich-text.ts'

/** A button that shows what `/ladder TEXT` shows, in place. Action ids are unique within a message. */
export const show = (label: string, text: string): types.Button =>
  button(label, `ladder-show:${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 255), text)

export const levelName = (level: Level): string => `${level.title} (${level.id})`
export const competencyTitle = ({ name, subtitle }: Competency): string =>
  subtitle ? `${name} — ${subtitle}` : name

const statements = (row: readonly Expectation[]): types.RichTextList =>
  bullets(bulletsOf(row).map((bullet) => [words(bullet)]))

/** How many rungs there are and what to type next, for the foot of an answer. */
const typed = (text: string): types.RichTextBlock =>
  richText(line(words('To see this again: '), code(`/ladder ${text}`)))

/** One level whole: areas and competencies in the ladder's order. */
export const levelView = (ladder: Ladder, level: Level): Said => {
  const areas = ladder.areas.map((area) =>
    richText(
      line(bold(area.name.toUpperCase())),
      ...area.competencies
        .filter((competency) => rowOf(ladder, level.id, competency.id).length > 0)
        .flatMap((competency) => [
          line(words('\n'), bold(competencyTitle(competency))),
          statements(rowOf(ladder, level.id, competency.id)),
        ]),
    ),
  )
  const [below, above] = [neighbourLevel(ladder, level.id, -1), neighbourLevel(ladder, level.id, 1)]
  const buttons = [
    ...(below ? [show(`↓ ${levelName(below)}`, below.id)] : []),
    ...(above ? [show(`↑ ${levelName(above)}`, above.id)] : []),
    ...(below ? [show(`Make ${level.id} my goal`, `goal ${level.id}`)] : []),
  ]
  const text = `${levelName(level)} in the ${ladder.name} ladder`
  const whole = [header(levelName(level)), ...areas, ...(buttons.length > 0 ? [actions(buttons)] : [])]
  if (whole.length <= 50 && shownLength(whole) <= MOST_SHOWN) return { text, blocks: whole }
  // Too long for one message: the competencies to choose from, each of which fits.
  const rows = competenciesOf(ladder).map((competency) =>
    show(competency.name, `${level.id} ${competency.name}`),
  )
  return {
    text,
    blocks: [
      header(levelName(level)),
      richText(line(words('This level is too long for one message. Choose a competency:'))),
      ...Array.from({ length: Math.ceil(rows.length / 25) }, (_, index) =>
        actions(rows.slice(index * 25, index * 25 + 25)),
      ),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ],
  }
}

/** What the level above says that this one does not, sentence by sentence, word for word. */
const difference = (ladder: Ladder, level: Level, competency: Competency): types.RichTextBlock => {
  const above = neighbourLevel(ladder, level.id, 1)
  if (!above) return richText(line(italic(`${levelName(level)} is the top of this ladder.`)))
  const here = rowOf(ladder, level.id, competency.id).map(({ text }) => text)
  const there = rowOf(ladder, above.id, competency.id).map(({ text }) => text)
  const added = there.filter((text) => !here.includes(text))
  const dropped = here.filter((text) => !there.includes(text))
  if (there.length === 0) return richText(line(italic(`${levelName(above)} says nothing about it.`)))
  if (added.length === 0 && dropped.length === 0) {
    return richText(line(bold(levelName(above)), words(' says the same, word for word.')))
  }
  return richText(
    ...(added.length > 0
      ? [
          line(bold(`Where ${levelName(above)} differs`), words(', it says:')),
          bullets(added.map((text) => [words(text)])),
        ]
      : []),
    ...(dropped.length > 0
      ? [
          line(
            words(
              `and ${added.length > 0 ? 'no longer' : `${levelName(above)} does not`} say${added.length > 0 ? 's' : ''}:`,
            ),
          ),
          bullets(dropped.map((text) => [italic(text)])),
        ]
      : []),
  )
}

/** One competency at one level, and where the level above differs. */
export const cellView = (ladder: Ladder, level: Level, competency: Competency): Said => {
  const [below, above] = [neighbourLevel(ladder, level.id, -1), neighbourLevel(ladder, level.id, 1)]
  const row = rowOf(ladder, level.id, competency.id)
  return {
    text: `${competency.name} at ${levelName(level)}`,
    blocks: [
      header(`${competencyTitle(competency)} · ${levelName(level)}`),
      row.length > 0
        ? richText(statements(row))
        : richText(line(italic(`The ladder says nothing about ${competency.name} at this level.`))),
      difference(ladder, level, competency),
      actions([
        ...(below ? [show(`↓ ${below.id}`, `${below.id} ${competency.name}`)] : []),
        ...(above ? [show(`↑ ${above.id}`, `${above.id} ${competency.name}`)] : []),
        show('All levels', competency.name),
        show(`All of ${level.id}`, level.id),
      ]),
      typed(`${level.id} ${competency.name.toLowerCase()}`),
    ],
  }
}

/** One competency from the lowest level to the highest; rows that repeat the one below say so. */
export const competencyView = (ladder: Ladder, competency: Competency): Said => {
  const blocks = ladder.levels.map((level, index) => {
    const row = rowOf(ladder, level.id, competency.id)
    const below = ladder.levels[index - 1]
    const same =
      below &&
      row.length > 0 &&
      bulletsOf(rowOf(ladder, below.id, competency.id)).join() === bulletsOf(row).join()
    return richText(
      line(bold(levelName(level)), ...(same ? [italic(` · the same as ${below.id}, word for word`)] : [])),
      row.length > 0 ? statements(row) : line(italic('Nothing is said here.')),
    )
  })
  const whole = [
    header(competencyTitle(competency)),
    ...blocks,
    actions(ladder.levels.map((level) => show(level.id, `${level.id} ${competency.name}`))),
    typed(competency.name.toLowerCase()),
  ]
  const text = `${competency.name} from ${ladder.levels[0]?.id} to ${ladder.levels.at(-1)?.id}`
  if (whole.length <= 50 && shownLength(whole) <= MOST_SHOWN) return { text, blocks: whole }
  return {
    text,
    blocks: [
      header(competencyTitle(competency)),
      richText(line(words('This competency is too long for one message. Choose a level:'))),
      actions(ladder.levels.map((level) => show(levelName(level), `${level.id} ${competency.name}`))),
    ],
  }
}

/** `/ladder` alone: what to type, and buttons that do it. */
export const helpView = (ladder: Ladder): Said => {
  const level = ladder.levels[Math.floor(ladder.levels.length / 2)] ?? ladder.levels[0]!
  const competency = (competenciesOf(ladder).find(({ name }) => name === 'Communication') ??
    competenciesOf(ladder)[0])!
  const name = competency.name.toLowerCase()
  return {
    text: 'What you can type after /ladder',
    blocks: [
      header(`The ${ladder.name} ladder`),
      richText(
        line(words('Only you see these answers. What you can type:')),
        bullets([
          [code(`/ladder ${level.id}`), words(` — all of ${level.title}`)],
          [
            code(`/ladder ${level.id} ${name}`),
            words(' — one competency there, and where the next level differs'),
          ],
          [code(`/ladder ${name}`), words(` — one competency at every level`)],
          [
            code(`/ladder goal ${level.id}`),
            words(' — the level you work towards; '),
            code('/ladder goal'),
            words(' shows it'),
          ],
          [code('/ladder data'), words(' — what is kept about you, and how to delete it')],
        ]),
        line(
          words('\nSend me a direct message about something you did, and I will read it against your goal: '),
          words('which competency it speaks to, what is missing, what to do next.'),
        ),
      ),
      actions(ladder.levels.map((one) => show(levelName(one), one.id))),
      actions(competenciesOf(ladder).map((one) => show(one.name, one.name))),
      actions([show('My goal', 'goal'), show('What is kept about me', 'data')]),
    ],
  }
}

/** Something that is not in the ladder: the nearest things that are. Never repeats what was typed. */
export const unknownView = (ladder: Ladder, nearest: readonly string[]): Said => ({
  text: 'I do not know that one.',
  blocks: [
    richText(
      line(
        words(
          `I do not know that one. The ${ladder.name} ladder goes from ${ladder.levels[0]?.id} to ${ladder.levels.at(-1)?.id}. `,
        ),
        words(`The nearest ${nearest.length === 1 ? 'thing that exists' : 'things that exist'}:`),
      ),
      bullets(nearest.map((text) => [code(`/ladder ${text}`)])),
    ),
    actions([...nearest.map((text) => show(`/ladder ${text}`, text)), show('Help', 'help')]),
    footnote(
      'Competencies: ' +
        competenciesOf(ladder)
          .map(({ name }) => name)
          .join(', '),
    ),
  ],
})
