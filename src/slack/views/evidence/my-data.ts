import type { types } from '@slack/bolt'
import type { KeptAboutPerson } from '../../../coaching/evidence/person-store.ts'
import type { Plan } from '../../../coaching/evidence/plan-store.ts'
import type { LookupAnswer } from '../../../coaching/ladder/look-up-ladder.ts'
import { numberInWords } from '../../../domain/text/in-words.ts'
import { goalDate, goalName } from '../ladder/goal.ts'
import {
  actions,
  bold,
  button,
  clipped,
  confirm,
  footnote,
  header,
  inert,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { dayOf, lineBlock } from './evidence-line.ts'
import { entries } from './found.ts'

const NUDGES = {
  set: ' You have a weekly nudge. I store the questions I asked (/ladder nudge me).',
  stopped: ' Your weekly nudge has stopped. I still store the questions I asked.',
} as const

/** Nothing of the person is stored, so there is nothing to delete. */
const nothingView = (): Said => {
  const said = 'I store nothing about you.'
  const more = 'Send me a direct message about something you did, or type /ladder log.'
  return { text: said, blocks: [header('What I store about you'), richText(line(words(`${said} ${more}`)))] }
}

/** How many plans are listed, and how much of each, in UTF-16 units. */
const MOST_PLANS = 7
const PLAN = 120

/** Plans, which are not evidence, each with a button that deletes it. */
const plansBlocks = (plans: readonly Plan[]): types.KnownBlock[] =>
  plans.length === 0
    ? []
    : [
        richText(line(bold('Plans'))),
        ...plans.slice(0, MOST_PLANS).map(({ id, words: said, dueAt }): types.SectionBlock => {
          const when = dueAt === null ? 'waits for your answer' : `I’ll ask on ${dayOf(dueAt)}`
          return {
            type: 'section',
            text: { type: 'plain_text', text: inert(`${clipped(said, PLAN)} · ${when}`), emoji: false },
            accessory: button('Drop it', 'plan-drop', id),
          }
        }),
        ...(plans.length > MOST_PLANS
          ? [
              richText(
                line(words(`And ${plans.length - MOST_PLANS} more. I’ll ask about each in its thread.`)),
              ),
            ]
          : []),
      ]

/** What is deleted even if the person does nothing. */
const goesWords = ({ plans, asked }: KeptAboutPerson): string => {
  const waiting =
    asked === 1 ? '1 message waits for your Save or No' : `${asked} messages wait for your Save or No`
  return (
    (plans > 0 ? 'If you don’t answer about a plan, I delete it 30 days after I asked. ' : '') +
    (asked > 0 ? `${waiting}: without an answer, I delete ${asked === 1 ? 'it' : 'them'} in a day. ` : '')
  )
}

/** `/ladder data`: what is stored about a person, one line an entry, and how to delete it. */
export function myDataView(answer: LookupAnswer & { kind: 'data' }): Said {
  const { ladder, goal, kept, plans, rows, page, pages } = answer
  if (!kept.known) return nothingView()
  const goalLine = goal ? `Your goal: ${goalName(ladder, goal)}${goalDate(goal)}.` : 'You have no goal.'
  const since = kept.since ? ` since ${dayOf(kept.since)}` : ''
  const notes = kept.labels === 1 ? '1 note' : `${kept.labels} notes`
  const planned = kept.plans > 0 ? `, ${kept.plans === 1 ? '1 plan' : `${kept.plans} plans`}` : ''
  const labelled = kept.labels > 0 ? `, and ${notes} from you about reviews` : ''
  const reviews = `${numberInWords(kept.reviews)} ${kept.reviews === 1 ? 'review' : 'reviews'}`
  const counted = `${entries(kept.evidence)} and ${reviews}`
  return {
    text: `I store ${counted} about you.`,
    blocks: [
      header('What I store about you'),
      richText(
        line(
          words(
            `${counted}${since}${planned}${labelled}. ${goalLine}${kept.nudge ? NUDGES[kept.nudge] : ''} ` +
              `I store this until you delete it. ${goesWords(kept)}` +
              'Colleagues can’t see it. Workspace owners and the people who run me might.',
          ),
        ),
      ),
      ...rows.map((row) => lineBlock(row, ladder, { list: 'data', page, text: '' })),
      ...(page === 1 ? plansBlocks(plans) : []),
      actions([
        ...(page > 1 ? [button('Newer', 'data-newer', `${page - 1}`)] : []),
        ...(page < pages ? [button('Older', 'data-older', `${page + 1}`)] : []),
        button('Delete everything', 'data-delete-all', 'all', {
          style: 'danger',
          confirm: confirm(
            'Delete everything?',
            'This deletes your evidence, reviews, plans, goal and personal nudge, and my posts about them. ' +
              'You can’t undo it.',
            'Delete everything',
          ),
        }),
      ]),
      footnote(
        'To read all of an entry, with its review and your notes, open it in its menu. ' +
          'I can only delete my own posts. Delete your messages in Slack yourself. ' +
          'My notes in channels about who changed a nudge stay.',
      ),
    ],
  }
}
