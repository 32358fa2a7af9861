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
        words('Only you see this. Send me a direct message about your week. '),
        ...(topic
          ? [
              words('I’ll tell you what might count as evidence for '),
              bold(clipped(competencyTitle(topic.competency), 100)),
              words(' or another competency.'),
            ]
          : [words('I’ll tell you what might count as evidence, and for which competency.')]),
        words(' Nobody in this channel sees it.'),
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
              to(topic.place, `Show ${topic.competency.name}`, {
                kind: 'competency',
                competency: topic.competency,
              }),
            ]
          : []),
        show('My evidence', 'me'),
        show('My goal', 'goal'),
      ]),
    ],
  }
}
