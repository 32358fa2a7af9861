import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import { areasOf, competenciesOf, type Ladder, levelOf } from '../../../domain/ladder/ladder.ts'
import type { LadderChoice } from '../../../domain/ladder/ladder-view.ts'
import { packetPlace } from '../packet/packet-words.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  code,
  footnote,
  header,
  italic,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { aboutSections, levelName, menu, pathOf, show, titleOf, to, typed } from './ladder.ts'
import { paged, readAloud } from './pages.ts'

const spread = (ladder: Ladder): string => {
  const count = competenciesOf(ladder).length
  const areas = areasOf(ladder).length
  const competencies = `${count} ${count === 1 ? 'competency' : 'competencies'}`
  return `${ladder.levels.length} levels, ${competencies}${areas > 1 ? ` in ${areas} areas` : ''}`
}

/** An overview of one ladder: its levels and competencies, each with a link. */
export function overviewView(place: AnswerSource): Said {
  const { ladder } = place
  const shown = { kind: 'ladder' } as const
  return paged({
    place,
    shown,
    title: titleOf(shown, place),
    intro: [richText(line(words(`${spread(ladder)}.`)))],
    sections: [
      ...aboutSections(ladder.about),
      [richText(line(bold('Levels')), bullets(ladder.levels.map((level) => [words(levelName(level))])))],
      ...ladder.areas.map((area) => [
        richText(
          line(bold(area.name ?? 'Competencies')),
          bullets(
            area.competencies.map(({ name, about }) => [
              words(name),
              ...(about ? [italic(` - ${clipped(about, 150)}`)] : []),
            ]),
          ),
        ),
      ]),
    ],
    controls: [
      ...menu(
        place,
        'Choose level…',
        'level',
        ladder.levels.map((level) => ({
          label: levelName(level),
          shown: { kind: 'level', level, area: null },
        })),
      ),
      ...menu(
        place,
        'Choose competency…',
        'competency',
        competenciesOf(ladder).map((competency) => ({
          label: competency.name,
          shown: { kind: 'competency', competency },
        })),
      ),
      typed(place, shown),
    ],
  })
}

/** `/ladder ladders`: the available ladders. */
export function laddersView(place: AnswerSource): Said {
  const { shelf } = place
  const blocks = [
    header(shelf.all.length === 1 ? 'There is 1 ladder' : `There are ${shelf.all.length} ladders`),
    richText(
      bullets(
        shelf.all
          .slice(0, 100)
          .map((ladder) => [
            bold(ladder.name),
            words(` - ${spread(ladder)}: `),
            code(`/ladder ${shelf.all.length === 1 ? 'overview' : ladder.id}`),
          ]),
      ),
    ),
  ]
  const buttons = shelf.all
    .slice(0, 25)
    .map((ladder) => to({ ...place, ladder }, ladder.name, { kind: 'ladder' }))
  return { text: readAloud(blocks), blocks: [...blocks, actions(buttons)] }
}

/** `/ladder` alone: what to type, and buttons that do it. */
export function helpView(place: AnswerSource): Said {
  const { ladder, shelf } = place
  const level = ladder.levels[Math.floor(ladder.levels.length / 2)] ?? ladder.levels[0]!
  const above = ladder.levels[ladder.levels.indexOf(level) + 1] ?? level
  const all = competenciesOf(ladder)
  const competency = all.find(({ name }) => name === 'Communication') ?? all[0]!
  const name = competency.name.toLowerCase()
  const otherFiles = [code('pdf'), words(', '), code('md'), words(' or '), code('json')]
  const blocks = [
    header(titleOf({ kind: 'ladder' }, place)),
    richText(
      line(words('Only you see these answers. Type what you want to know:')),
      bullets([
        [code(`/ladder ${level.id}`), words(` - all of ${level.title}`)],
        [code(`/ladder ${level.id} ${name}`), words(' - one competency, and what the next level adds')],
        [code(`/ladder ${name}`), words(' - one competency at every level')],
        [code(`/ladder ${level.id} vs ${above.id}`), words(` - what ${above.id} adds to ${level.id}`)],
        [code('/ladder mentoring'), words(' - where the ladder mentions a topic')],
        ...(shelf.all.length > 1
          ? [[code('/ladder ladders'), words(' - all ladders. To look in one of them, type its name first.')]]
          : []),
      ]),
      line(words('Your own goal and evidence:')),
      bullets([
        [code(`/ladder goal ${level.id} by June`), words(' - set the level you’re aiming for')],
        [code('/ladder next'), words(' - what that level adds to yours')],
        [code('/ladder me'), words(' - your progress')],
        [code('/ladder log'), words(' - write down something you did')],
        [code('/ladder evidence'), words(' - see everything you saved')],
        [code('/ladder data'), words(' - what I store about you, and how to delete it')],
      ]),
      line(words('Your promotion packet, made from what you wrote:')),
      bullets([
        [code('/ladder packet'), words(' - what is in it, and what it lacks')],
        [code('/ladder packet work'), words(' - I ask about its gaps, one question at a time')],
        [code('/ladder packet objections'), words(' - what a committee might ask')],
        [code('/ladder packet talk'), words(' - notes for your next one-to-one')],
        [code('/ladder packet docx'), words(' - a Word file of it, or '), ...otherFiles],
      ]),
      line(words('A question a week:')),
      bullets([
        [code('/ladder nudge'), words(' - for the channel where you type it')],
        [code('/ladder nudge me fridays 16:00'), words(' - for you alone')],
      ]),
      line(
        words('\nSend me a direct message about something you did. '),
        words('I’ll show which competency it fits, what is missing and what to do next.'),
      ),
    ),
  ]
  return {
    text: readAloud(blocks),
    blocks: [
      ...blocks,
      ...(ladder.levels.length <= 8
        ? [
            actions(
              ladder.levels.map((one) =>
                to(place, levelName(one), { kind: 'level', level: one, area: null }),
              ),
            ),
          ]
        : menu(
            place,
            'Choose level…',
            'level',
            ladder.levels.map((one) => ({
              label: levelName(one),
              shown: { kind: 'level', level: one, area: null },
            })),
          )),
      ...menu(
        place,
        'Choose competency…',
        'competency',
        all.map((one) => ({ label: one.name, shown: { kind: 'competency', competency: one } })),
      ),
      actions([
        show('My goal', 'goal'),
        show('My progress', 'me'),
        button('My packet', 'packet-page:open', packetPlace({ level: '', competency: '' })),
        ...(shelf.all.length > 1 ? [show('All ladders', 'ladders')] : []),
        show('My data', 'data'),
      ]),
    ],
  }
}

/** Several things may be meant: one button for each. */
export function chooseView(place: AnswerSource, between: readonly LadderChoice[]): Said {
  const several = new Set(between.map(({ ladder }) => ladder.id)).size > 1
  const labels = between.map(({ ladder, shown }) => {
    const title = titleOf(shown, { ladder })
    return several && shown.kind !== 'ladder' ? `${title} · ${ladder.name}` : title
  })
  return {
    text: `Which one do you mean? ${labels.join('; ')}`.slice(0, 3_000),
    blocks: [
      richText(line(bold('Which one do you mean?'))),
      actions(
        between
          .slice(0, 25)
          .map(({ ladder, shown }, index) =>
            show(
              labels[index]!,
              pathOf({ ...place, ladder }, shown.kind === 'search' ? { ...shown } : shown),
            ),
          ),
      ),
    ],
  }
}

/** The ladder has no such thing: what is close to it, if anything is. Never repeats what was typed. */
export function unknownView(place: AnswerSource, nearest: readonly string[]): Said {
  const { ladder, shelf } = place
  const names = competenciesOf(ladder)
    .map(({ name }) => name)
    .join(', ')
  const path = (text: string): string => (shelf.all.length > 1 ? `${ladder.id} ${text}` : text)
  const said =
    `I found nothing for that on the ${ladder.name} ladder ` +
    `(${ladder.levels[0]?.id} to ${ladder.levels.at(-1)?.id}).`
  const close =
    nearest.length === 0
      ? [line(words(`${said} To see what you can look up, type `), code('/ladder help'), words('.'))]
      : [
          line(words(`${said} Closest ${nearest.length === 1 ? 'match' : 'matches'}:`)),
          bullets(nearest.map((text) => [code(`/ladder ${path(text)}`)])),
        ]
  return {
    text: said,
    blocks: [
      richText(...close, line(words('To save evidence, send me a direct message.'))),
      actions([
        ...nearest.map((text) => {
          const level = levelOf(ladder, text)
          return show(level ? levelName(level) : text, path(text))
        }),
        ...(shelf.all.length > 1 ? [show('All ladders', 'ladders')] : []),
        show('Help', 'help'),
      ]),
      footnote(`Competencies: ${names}`),
    ],
  }
}
