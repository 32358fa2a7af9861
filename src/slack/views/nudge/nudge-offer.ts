import type { NudgeAsked } from '../../../coaching/nudge/find-asked.ts'
import { actions, button, clipped, line, richText, type Said, words } from '../rich-text.ts'

/** The longest value of a button that Slack accepts, in characters (docs.slack.dev, button element). */
const MOST_VALUE = 2_000

/** What somebody told the coach in the thread of a nudge, and where. */
export type OfferedAnswer = { readonly ts: string; readonly threadTs: string; readonly text: string }

const carried = ({ ts, threadTs, text }: OfferedAnswer): string => `${ts} ${threadTs} ${text}`

/** What the button of an offer carries: nothing is stored before it is pressed. */
export function nudgeOfferIn(value: string): OfferedAnswer {
  const [, ts = '', threadTs = '', text = ''] = /^(\S+) (\S+) (.*)$/s.exec(value) ?? []
  return { ts, threadTs, text }
}

/** Offers to save an answer that somebody wrote in the thread of a nudge. Only they see it. */
export function nudgeOfferView({ competency }: NudgeAsked, answer: OfferedAnswer): Said {
  const place = competency ? ` for ${clipped(competency.name, 100)}` : ''
  const asks = `Should I save this as evidence${place}?`
  const value = carried(answer)
  const isShort = value.length <= MOST_VALUE
  return {
    text: asks,
    blocks: [
      richText(
        line(
          words(`${asks} Only you see this. `),
          words(
            isShort
              ? 'Everyone in this channel can see your message, but not my review.'
              : 'Your message is too long for a button: open its menu and choose Save as evidence.',
          ),
        ),
      ),
      ...(isShort ? [actions([button('Save evidence', 'nudge-save', value)])] : []),
    ],
  }
}
