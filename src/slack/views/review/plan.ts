import type { PlanOutcome } from '../../../coaching/evidence/plans-port.ts'
import type { Reply } from '../../../coaching/replies.ts'
import { dayOf } from '../evidence/evidence-line.ts'
import { actions, button, clipped, line, plainSaid, quote, richText, type Said, words } from '../rich-text.ts'
import { ANSWERED_BEFORE } from './heard.ts'

/** How much of a plan is repeated, in UTF-16 units. */
const QUOTED = 300

/** Asks whether a plan has happened, or a question again that was put off. */
export function askPlanView({ plan: { id, kind, words: said, asked } }: Reply & { kind: 'ask-plan' }): Said {
  const [before, after] =
    kind === 'plan'
      ? ['A while ago you planned:', 'Did it happen?']
      : ['A while ago it was too early to answer:', 'Can you answer now?']
  return {
    text:
      kind === 'plan' ? 'I have a question about a plan of yours.' : 'I have a question that you put off.',
    blocks: [
      richText(line(words(before)), quote(clipped(said, QUOTED)), line(words(after))),
      actions([
        button('Yes', 'plan-done', id),
        // The click may come before it is stored that this was asked.
        button('Not yet', 'plan-later', `${id} ${asked + 1}`),
        button('Drop it', 'plan-drop', id),
      ]),
    ],
  }
}

/** What became of a plan. */
export function planView(outcome: PlanOutcome): Said {
  switch (outcome.kind) {
    case 'planned':
      return plainSaid(
        `OK. I’ll ask you in this thread on ${dayOf(outcome.dueAt)}. I saved it as a plan, not as evidence.`,
      )
    case 'over':
      return plainSaid('OK. I asked three times, so I deleted it. When it happens, tell me.')
    case 'done':
      return plainSaid('What did you do, and what changed? Reply in this thread, and I’ll review it.')
    case 'dropped':
      return plainSaid('OK. I deleted it and won’t ask again.')
    case 'gone':
      return plainSaid(ANSWERED_BEFORE)
  }
}
