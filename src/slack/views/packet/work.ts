import type { types } from '@slack/bolt'
import type { WorkBegun, Worked } from '../../../coaching/packet/work-port.ts'
import type { Reply, ShownReview } from '../../../coaching/replies.ts'
import { unreadIn } from '../../../domain/evidence/evidence.ts'
import type { Shown } from '../../../domain/packet/coverage.ts'
import type { Move } from '../../../domain/packet/work-session/moves.ts'
import type { WorkEnd, WorkTurn } from '../../../domain/packet/work-session/session.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { nameOf } from '../review/review-finding.ts'
import { noModelWords, secretWords, unreadWords } from '../review/review-words.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  footnote,
  header,
  italic,
  line,
  linked,
  plainSaid,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { packetPlace } from './packet-words.ts'

/** The most of a ladder's sentence, in characters. Slack allows 3,000 in a block. */
const ASKED = 1_500

const quarterWords = ({ year, quarter }: NonNullable<WorkTurn['in']>): string => `Q${quarter} ${year}`

/** What there is of a competency so far. */
const gapWords = ({ gap, in: quarter }: WorkTurn): string => {
  switch (gap) {
    case 'nothing':
      return ' is empty: nothing shows it yet.'
    case 'possible':
      return ' has only possible matches so far.'
    case 'once':
      return ` was shown once${quarter ? `, in ${quarterWords(quarter)}` : ''}. A second example would help.`
    case 'old':
      return ` was last shown ${quarter ? `in ${quarterWords(quarter)}` : 'long ago'}. A newer example would help.`
  }
}

/** What became of a question that can't be answered any more. Empty while it can. */
const settledWords = ({ turn: { how }, over }: Reply & { kind: 'work-question' }): string => {
  if (how === 'skipped') return 'Skipped.'
  return how === 'answered' ? 'Answered.' : over ? 'Stopped before an answer.' : ''
}

/** A question about the emptiest competency. The first one opens the thread. */
export function workQuestionView(reply: Reply & { kind: 'work-question' }): Said {
  const { work, part, target, turn } = reply
  const settled = settledWords(reply)
  const value = `${work} ${part}`
  return {
    text: `A question for your packet, about ${clipped(turn.competency.name, 60)}.`,
    blocks: [
      ...(part === 1 ? [header(`Work on your packet for ${target}`)] : []),
      richText(
        line(bold(turn.competency.name), words(gapWords(turn))),
        ...(turn.asks === '' ? [] : [line(words(`${target} asks: `), italic(clipped(turn.asks, ASKED)))]),
        line(bold(turn.question)),
        line(
          words(
            `${part === 1 ? 'Answer in this thread. ' : ''}One example is enough, from any time: ` +
              'what you did, what changed, and a link if there is one.',
          ),
        ),
      ),
      ...(settled === ''
        ? [
            actions([
              button('Skip this one', 'packet-work-skip', value),
              button('Stop', 'packet-work-stop', value),
            ]),
          ]
        : [footnote(settled)]),
    ],
  }
}

/** An invented answer, or in other words what would do, for somebody who does not know what to write. */
export function workExampleView({ target, turn }: Reply & { kind: 'work-example' }): Said {
  const { example, asks, competency } = turn
  const text = 'Here is an example of an answer.'
  return {
    text,
    blocks: [
      richText(
        ...(example
          ? [line(words('For example, made up: '), italic(clipped(example, ASKED)))]
          : [
              line(
                words(`Anything that you did and that comes close to this counts for ${competency.name}:`),
              ),
              line(italic(clipped(asks === '' ? target : asks, ASKED))),
            ]),
        line(
          words('Two sentences are enough: what you did, and what changed. It need not be big. '),
          words('Reply with yours, or type “skip”.'),
        ),
      ),
    ],
  }
}

const NOW: Readonly<Record<Move['now'], string>> = {
  possible: 'possible match',
  partly: 'partly shown',
  shown: 'shown',
}

/** The same, for what has more entries now and shows no more than before. */
const STILL: Readonly<Record<Move['now'], string>> = {
  possible: 'still only possible matches',
  partly: 'still partly shown',
  shown: 'and it was shown before',
}

const WAS: Readonly<Record<Shown, string>> = {
  nothing: 'It was empty.',
  possible: 'It had only possible matches.',
  partly: 'It was partly shown.',
  shown: 'It was shown.',
}

/** "possible match in Q4 2026. It was empty." */
const moveWords = ({ before, now, in: quarter, entries }: Move): string => {
  const when = quarter ? ` in ${quarterWords(quarter)}` : ''
  if (before !== now)
    return `${NOW[now]}${when}. ${before === 'shown' ? 'Another quarter shows it too.' : WAS[before]}`
  if (quarter) return `${NOW[now]}${when} too.`
  return `${entries === 1 ? 'one more entry' : `${entries} more entries`}, ${STILL[now]}.`
}

const moveParts = (move: Move): Parameters<typeof line> => [
  bold(`${move.competency.name}: `),
  words(moveWords(move)),
]

const movedLines = ({ asked, moves }: Worked): types.RichTextSection[] => {
  const own = moves.find(({ competency }) => competency.id === asked?.id)
  const others = moves.filter((move) => move !== own)
  const name = asked?.name ?? 'this competency'
  const rather = listed(others.map(({ competency }) => competency.name))
  return [
    own
      ? line(...moveParts(own))
      : line(
          words(
            others.length > 0
              ? `Saved. I read it as ${rather} rather than ${name}.`
              : `Saved. I found nothing in it that shows ${name} yet.`,
          ),
        ),
    ...(own && others.length > 0 ? [line(words('It counts for more than that:'))] : []),
    ...others.map((move) => line(...moveParts(move))),
  ]
}

const foot = ({ review: { readBy } }: ShownReview): string => {
  if (readBy.reader === 'model') return 'Written by AI, which can be wrong. People decide promotions.'
  const why = readBy.asked === 'none' ? 'No AI was used' : noModelWords(readBy.asked)
  return `${why}, so no level is judged. People decide promotions.`
}

/** What the answer to a question about a packet changed. Its review is one click away. */
export function workedView(shown: ShownReview, worked: Worked): Said {
  const { evidence, review, quotes, ladder } = shown
  const { asked } = worked
  const isFound = review.findings.some(({ competency }) => competency === asked?.id)
  // One sentence stands for all of it: one without a place, or what it was found to show, or its first.
  const open = quotes.open[0] ?? review.findings[0]?.spans[0] ?? quotes.spans[0]?.id
  const secrets = secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut))
  const unread = unreadIn(evidence).map(({ name, state }) => unreadWords(name, state as never))
  return {
    text: 'Saved. This is what your answer changed.',
    blocks: [
      richText(
        ...movedLines(worked),
        ...[...unread, ...(secrets ? [secrets] : [])].map((text) => line(words(text))),
      ),
      actions([
        ...(asked && open && !isFound
          ? [
              button(
                clipped(`Put under ${nameOf(ladder, asked.id)}`, 75),
                `review-choose:${asked.id}`,
                `${evidence.id} ${open} ${asked.id}`,
              ),
            ]
          : []),
        button('Open review', 'packet-open:0', evidence.id),
      ]),
      footnote(foot(shown)),
    ],
  }
}

const ENDS: Readonly<Record<Exclude<WorkEnd, 'deleted'>, string>> = {
  stopped: 'I stopped.',
  all: 'That was the last question.',
  goal: 'Your goal has changed, so I stopped. Your answers are saved.',
}

const answersWords = (answers: number, moves: readonly Move[]): string => {
  if (answers === 0) return 'No answer yet, so nothing has changed.'
  const saved = answers === 1 ? 'Your answer is saved.' : `Your ${answers} answers are saved.`
  return moves.length > 0
    ? `${saved} Since we began:`
    : `${saved} ${answers === 1 ? 'It shows' : 'They show'} no more of any competency yet.`
}

/** "Work on it": begins the questions, or goes on with them. */
export function workButton(text = 'Work on it'): types.Button {
  return button(text, 'packet-work', 'goal')
}

/** The end of the work on a packet: what changed since it began, and the way to the packet. */
export function workEndedView({ why, target, moves, answers }: Reply & { kind: 'work-ended' }): Said {
  const said = ENDS[why === 'deleted' ? 'stopped' : why]
  return {
    text: said.endsWith('.') ? said : `${said}.`,
    blocks: [
      richText(
        line(words(why === 'goal' ? said : `${said} ${answersWords(answers, moves)}`)),
        ...(moves.length > 0 ? [bullets(moves.map((move) => [...moveParts(move)]))] : []),
      ),
      actions([
        button(
          'Show packet',
          'packet-page:open',
          packetPlace({ level: why === 'goal' ? '' : target, competency: '' }),
        ),
        ...(why === 'all' ? [] : [workButton(why === 'goal' ? 'Work on it' : 'Go on')]),
      ]),
    ],
  }
}

/** After "Work on it": where the question is, or why there is none. */
export function workBegunView(
  begun: Exclude<WorkBegun, { kind: 'no-goal' }>,
  permalink: string | null,
): Said {
  if (begun.kind === 'all-shown')
    return plainSaid(
      `Every competency of ${begun.target} is shown more than once, and lately. I have no question today.`,
    )
  const text = 'My question is in our direct messages. Answer in its thread.'
  return {
    text,
    blocks: [
      richText(
        line(
          words(`My question about ${begun.name} is in our direct messages. Answer in its thread. `),
          ...(permalink ? [linked(permalink, 'Open thread')] : []),
        ),
      ),
    ],
  }
}

/** A button of a question that was settled before. */
export function workPastView(): Said {
  return plainSaid('That question is settled. The newest one is at the end of the thread.')
}

/** The work on a packet was asked for in words. */
export function workHereView(): Said {
  return {
    text: 'I can ask you one question at a time about your packet.',
    blocks: [
      richText(
        line(
          words(
            'I can ask about your emptiest competency, then about the next. Each answer is saved as evidence. ' +
              'Stop whenever you like.',
          ),
        ),
      ),
      actions([workButton()]),
    ],
  }
}
