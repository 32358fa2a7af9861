import type { types } from '@slack/bolt'
import type { ConversationReply, Proposal } from '../../../coaching/conversation/conversation-reply.ts'
import { WEEKDAYS } from '../../../domain/dates/weekdays.ts'
import type { Evidence } from '../../../domain/evidence/evidence.ts'
import type { Owner } from '../../../domain/person.ts'
import { whenOf } from '../evidence/evidence-line.ts'
import { entries } from '../evidence/found.ts'
import { goalDate, goalName } from '../ladder/goal.ts'
import { dateWords, timeWords, zoneWords } from '../nudge/nudge-when.ts'
import { actions, bold, button, line, quote, richText, type Said, words } from '../rich-text.ts'
import { entryWords } from './entries.ts'

type Elements = types.RichTextBlock['elements']

/** What a button does, what it says, and what it carries besides the owner's id. */
type Press = {
  readonly label: string
  readonly action: string
  readonly carries: string
  readonly danger?: boolean
}

const pieceLines = (piece: Evidence): Elements => [
  line(bold(whenOf(piece)), words(':')),
  quote(entryWords({ evidence: piece }) || 'An entry without text'),
]

const GONE = 'This also deletes the review and my posts about it. You can’t undo it.'

/** Buttons for one proposal: those that do it, and the one that does nothing. */
const buttons = ({ user }: Owner, presses: readonly Press[], no = 'Keep'): types.ActionsBlock =>
  actions([
    ...presses.map(({ label, action, carries, danger }) =>
      button(label, action, `${user} ${carries}`.trim(), { style: danger ? 'danger' : 'primary' }),
    ),
    button(no, 'ask-keep', user),
  ])

const deleting = (owner: Owner, { pieces, each, here }: Proposal & { kind: 'delete' }): Said => {
  const one = (label: string, ids: readonly string[]): Press => ({
    label,
    action: here ? 'ask-delete:here' : 'ask-delete',
    carries: ids.join(' '),
    danger: true,
  })
  if (each && pieces.length > 1)
    return {
      text: 'Which one should I delete? I changed nothing yet.',
      blocks: [
        richText(line(words('Which one should I delete?'))),
        ...pieces.flatMap((piece, nth) => [
          richText(...pieceLines(piece)),
          buttons(owner, [one(nth === 0 ? 'Delete first' : `Delete number ${nth + 1}`, [piece.id])]),
        ]),
      ],
    }
  return {
    text: 'Should I delete this? I changed nothing yet.',
    blocks: [
      richText(
        line(
          words(
            pieces.length === 1 ? 'Should I delete this entry?' : `Should I delete these ${pieces.length}?`,
          ),
        ),
        ...pieces.flatMap(pieceLines),
        line(words(GONE)),
      ),
      buttons(owner, [
        one(
          'Delete',
          pieces.map(({ id }) => id),
        ),
      ]),
    ],
  }
}

const asking = (
  owner: Owner,
  text: string,
  elements: Elements,
  presses: readonly Press[],
  no?: string,
): Said => ({
  text,
  blocks: [richText(...elements), buttons(owner, presses, no)],
})

const nudging = (owner: Owner, proposal: Proposal & { kind: 'nudge' }): Said => {
  const sure = 'Should I do this? I changed nothing yet.'
  const press = (label: string, carries: string): readonly Press[] => [
    { label, action: 'ask-nudge', carries: `me ${carries}` },
  ]
  switch (proposal.wish) {
    case 'set': {
      const { weekday, time, zone } = proposal.schedule
      const day = WEEKDAYS[weekday - 1]!
      const where = zone === null ? 'in the time zone of your Slack profile' : zoneWords(zone)
      return asking(
        owner,
        sure,
        [
          line(
            words('Should I ask you one question '),
            bold(`every ${day} at ${timeWords(time)}`),
            words(`, ${where}? It will be about the competency with the least evidence.`),
          ),
          ...(proposal.usual ? [line(words(`For another time, say “Remind me on ${day}s at 10:00”.`))] : []),
        ],
        press('Set nudge', `${day} ${timeWords(time)}${zone === null ? '' : ` ${zone}`}`),
        'Not now',
      )
    }
    case 'stop':
      return asking(
        owner,
        sure,
        [line(words('Should I stop your weekly question? Your evidence and goal stay.'))],
        press('Stop', 'stop'),
        'Keep it',
      )
    case 'pause': {
      const until = proposal.until
      const long = until === null ? 'until you resume it' : `until ${dateWords(until)}`
      return asking(
        owner,
        sure,
        [line(words(`Should I pause your weekly question ${long}?`))],
        press('Pause', until === null ? 'pause' : `pause until ${until}`),
        'Keep it',
      )
    }
    case 'resume':
      return asking(
        owner,
        sure,
        [line(words('Should I ask you every week again?'))],
        press('Resume', 'resume'),
        'Not now',
      )
    case 'skip':
      return asking(
        owner,
        sure,
        [line(words('Should I skip my next question? I’ll ask again the week after.'))],
        press('Skip', 'skip'),
        'Keep it',
      )
  }
}

/** What a command would do, with a button that does it. Until it is pressed, nothing is changed. */
export function confirmView({ owner, proposal }: ConversationReply & { kind: 'confirm' }): Said {
  switch (proposal.kind) {
    case 'delete':
      return deleting(owner, proposal)
    case 'delete-all':
      return asking(
        owner,
        'Should I delete everything? I changed nothing yet.',
        [
          line(words('Should I delete everything that I store about you?')),
          line(
            words(
              `This deletes ${entries(proposal.entries)}, all reviews, your goal and personal nudge, ` +
                'and my posts about them. You can’t undo it.',
            ),
          ),
        ],
        [{ label: 'Delete everything', action: 'ask-delete-all', carries: '', danger: true }],
      )
    case 'goal': {
      const { ladder, goal, named } = proposal
      const by = goal.by === null ? '' : ` by ${goal.by}`
      return asking(
        owner,
        'Should I set this goal? I changed nothing yet.',
        [
          line(
            words('Should I set your goal to '),
            bold(goalName(ladder, goal)),
            words(`${goalDate(goal)}${named ? `, on the ${ladder.name} ladder` : ''}?`),
          ),
        ],
        [
          {
            label: 'Set goal',
            action: 'ask-goal',
            carries: `${named ? `${ladder.id} ` : ''}goal ${goal.current} to ${goal.target}${by}`,
          },
        ],
        'Not now',
      )
    }
    case 'clear-goal': {
      const { ladder, goal } = proposal
      return asking(
        owner,
        'Should I remove your goal? I changed nothing yet.',
        [
          line(
            words('Should I remove your goal, '),
            bold(goalName(ladder, goal)),
            words('? Your evidence and reviews stay.'),
          ),
        ],
        [{ label: 'Remove goal', action: 'ask-goal', carries: 'goal clear', danger: true }],
      )
    }
    case 'nudge':
      return nudging(owner, proposal)
    case 'read-again':
      return {
        text: 'Should I review this again? I changed nothing yet.',
        blocks: [
          richText(line(words('Should I review this entry again?')), ...pieceLines(proposal.piece)),
          actions([button('Review again', 'evidence-again', proposal.piece.id)]),
        ],
      }
    case 'move':
      return {
        text: 'Choose where it belongs. I changed nothing yet.',
        blocks: [
          richText(
            line(words('Press the button to choose the competency for this entry.')),
            ...pieceLines(proposal.piece),
          ),
          actions([button('Move…', 'evidence-move', proposal.piece.id)]),
        ],
      }
  }
}
