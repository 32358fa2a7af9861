import type { types } from '@slack/bolt'
import type { HomeGoal } from '../../../coaching/packet/home-port.ts'
import { levelOf, neighbourLevel, type Shelf } from '../../../domain/ladder/ladder.ts'
import { thingKey } from '../../../domain/packet/next-thing.ts'
import type { Goal } from '../../../domain/person.ts'
import { dateInWords } from '../../../domain/text/in-words.ts'
import { entries } from '../evidence/found.ts'
import { levelName, pathOf, show } from '../ladder/ladder.ts'
import { packetPlace } from '../packet/packet-words.ts'
import { actions, bold, button, italic, line, richText, words } from '../rich-text.ts'
import { quarterWords } from './coverage.ts'

type Drawn = {
  readonly said: types.RichTextSection
  readonly buttons: types.Button[]
}

const log = button('Log evidence', 'evidence-log', 'new', { style: 'primary' })

/** A button that shows what `/ladder packet` shows. */
export function showPacket({ target }: Goal): types.Button {
  return button('Show packet', 'packet-page:all', packetPlace({ level: target, competency: '' }))
}

/** A button that makes the next level the goal, for a person who has reached theirs. Empty at the top. */
export function nextGoal({ ladder, goal }: Pick<HomeGoal, 'ladder' | 'goal'>, shelf: Shelf): types.Button[] {
  const [reached, next] = [levelOf(ladder, goal.target), neighbourLevel(ladder, goal.target, 1)]
  if (!reached || !next) return []
  const path = `${reached.id} to ${next.id}`
  return [
    button(
      `Aim for ${next.id}`,
      `goal-choose:${next.id}`,
      shelf.all.length > 1 ? `${ladder.id} ${path}` : path,
    ),
  ]
}

const drawn = ({ ladder, goal, thing }: HomeGoal, shelf: Shelf): Drawn | null => {
  if (thing === null) return null
  const target = levelOf(ladder, goal.target)
  switch (thing.kind) {
    case 'date-passed':
      return {
        said: line(
          words(
            `${dateInWords(thing.by)} has passed. Did you reach ${target ? levelName(target) : goal.target}? `,
          ),
          words('Choose your next goal or a new date. Your evidence stays.'),
        ),
        buttons: [...nextGoal({ ladder, goal }, shelf), show('Change goal', 'goal')],
      }
    case 'place':
      return {
        said: line(
          words(
            `Say what ${thing.pieces === 1 ? '1 entry is' : `${entries(thing.pieces)} are`} about. ` +
              'You find the choice under “Not placed yet”.',
          ),
        ),
        buttons: [],
      }
    case 'answer':
      return {
        said: line(words('Answer one question in the thread of your newest entry: '), bold(thing.question)),
        buttons: [button('Open entry', 'home-open', thing.evidenceId)],
      }
    case 'near':
      return {
        said: line(
          words(`Your date is near: ${dateInWords(thing.by)}. Read your packet as a stranger would.`),
        ),
        buttons: [showPacket(goal)],
      }
    case 'start': {
      const shown = target && { kind: 'cell' as const, level: target, competency: thing.competency }
      return {
        said: line(
          bold(thing.competency.name),
          words(` is emptiest. ${goal.target} asks: `),
          italic(thing.asks),
          words(' Did you do something like this recently?'),
        ),
        buttons: [log, ...(shown ? [show('Show what’s asked', pathOf({ shelf, ladder }, shown))] : [])],
      }
    }
    case 'again':
      return {
        said: line(
          bold(thing.competency.name),
          words(
            ` was shown once, in ${quarterWords(thing.in)}. Is there a second example, from another time?`,
          ),
        ),
        buttons: [log],
      }
    case 'renew':
      return {
        said: line(
          bold(thing.competency.name),
          words(
            thing.last
              ? ` was last shown in ${quarterWords(thing.last)}. Did you do something like it since?`
              : ' was last shown long ago. Did you do something like it since?',
          ),
        ),
        buttons: [log],
      }
    case 'set-date':
      return {
        said: line(words('By when do you want to be there? With a date, I can show the time left.')),
        buttons: [show('Set date', 'goal')],
      }
  }
}

/** The one thing to do now, with the person's choices. */
export function thingBlocks(home: HomeGoal, shelf: Shelf): types.KnownBlock[] {
  const one = drawn(home, shelf)
  if (one === null || home.thing === null)
    return [
      richText(
        line(bold('One thing to do now')),
        line(words('Nothing is open today. What changed this week because of you?')),
      ),
    ]
  const key = thingKey(home.thing)
  return [
    richText(line(bold('One thing to do now')), one.said),
    actions([
      ...one.buttons,
      button('Done', 'home-thing:done', key),
      button('Later', 'home-thing:later', key),
      button('Another', 'home-thing:another', key),
    ]),
  ]
}
