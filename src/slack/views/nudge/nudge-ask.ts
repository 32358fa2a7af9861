import type { NudgeAsked } from '../../../coaching/nudge/find-asked.ts'
import type { NudgeTopic } from '../../../coaching/nudge/nudge-topic.ts'
import { competencyTitle, show, to } from '../ladder/ladder.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, bold, clipped, line, linked, richText, type Said, words } from '../rich-text.ts'

/**
 * "Ask the coach" under a nudge, and the answer to talk in its thread, shown only to the person: what was asked, where
 * to look, and where to write. `dm` is a link to the DM with the coach. Without anything known, the nudge no longer
 * exists.
 */
export function nudgeAskView(
  { competency, nudge }: Partial<Pick<NudgeAsked, 'competency' | 'nudge'>>,
  dm: string | null,
  place: NudgeTopic['place'] | null = null,
): Said {
  const write = 'Send me a direct message'
  const blocks = [
    richText(
      ...(nudge ? [line(words('The question is: '), bold(nudge.question))] : []),
      line(
        words('Only you see this. '),
        dm ? linked(dm, write) : words(write),
        words(nudge ? ' with your answer, or with what you did instead. ' : ' about your week. '),
        ...(competency
          ? [
              words('I’ll tell you what might count as evidence for '),
              bold(clipped(competencyTitle(competency), 100)),
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
        ...(competency && place
          ? [to(place, `Show ${competency.name}`, { kind: 'competency', competency })]
          : []),
        show('My evidence', 'me'),
        show('My goal', 'goal'),
      ]),
    ],
  }
}
