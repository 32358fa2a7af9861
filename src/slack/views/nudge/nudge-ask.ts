import type { NudgeTopic } from '../../../coaching/nudge/nudge-topic.ts'
import { competencyTitle, show, to } from '../ladder/ladder.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, bold, clipped, line, richText, type Said, words } from '../rich-text.ts'

/**
 * "Ask the coach" under a nudge, shown only to the person who pressed it: where to look, and where to write. `topic`
 * is null if it no longer exists.
 */
export function nudgeAskView(topic: NudgeTopic | null): Said {
  const blocks = [
    richText(
      line(
        words(
          'Only you see this. Write to me in a direct message what you did this week, as you would tell it a friend: ',
        ),
        ...(topic
          ? [
              words('I tell you which parts are evidence for '),
              bold(clipped(competencyTitle(topic.competency), 100)),
              words(', or for anything else on your ladder.'),
            ]
          : [words('I tell you which parts are evidence for which competency of your ladder.')]),
        words(' Nobody here sees that either.'),
      ),
    ),
  ]
  return {
    text: readAloud(blocks),
    blocks: [
      ...blocks,
      actions([
        ...(topic
          ? [
              to(topic.place, `${topic.competency.name} at every level`, {
                kind: 'competency',
                competency: topic.competency,
              }),
            ]
          : []),
        show('What my evidence covers', 'me'),
        show('My goal', 'goal'),
      ]),
    ],
  }
}
