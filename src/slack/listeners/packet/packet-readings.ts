import type { FindTopic } from '../../../coaching/nudge/nudge-topic.ts'
import type { ReadPacket } from '../../../coaching/packet/read-packet.ts'
import type { Log } from '../../../coaching/ports.ts'
import { competenciesOf } from '../../../domain/ladder/ladder.ts'
import type { Owner } from '../../../domain/person.ts'
import { answerClick, chosen, ownerOf } from '../../answer.ts'
import type { Click } from '../../clicks.ts'
import { logModal } from '../../views/evidence/log-modal.ts'
import { objectionsView } from '../../views/packet/objections.ts'
import { packetPageView } from '../../views/packet/packet-page.ts'
import { packetPlaceIn } from '../../views/packet/packet-words.ts'
import { talkView } from '../../views/packet/talk.ts'
import type { Said } from '../../views/rich-text.ts'

/** The questions of a committee, the notes for a one-to-one, or why there is no packet to read. */
export async function readingOf(
  reading: ReadPacket,
  kind: 'objections' | 'talk',
  owner: Owner,
  level: string,
): Promise<Said> {
  const read = await reading[kind](owner, level)
  if (read.kind === 'objections') return objectionsView(read)
  return read.kind === 'talk' ? talkView(read.talk) : packetPageView(read)
}

/** "What would a committee ask?" and "Prepare a one-to-one" on the packet's first page. */
export function packetReading(reading: ReadPacket, kind: 'objections' | 'talk', log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level } = packetPlaceIn(chosen(args.body))
      return {
        said: await readingOf(reading, kind, ownerOf(args.context, args.body.user.id), level),
        replace: true,
      }
    })
}

/** "Write it down": the evidence form, with the competency of the question chosen. */
export function packetLog(findTopic: FindTopic, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [ladder = '', competency = ''] = chosen(args.body).split(' ')
      const topic = findTopic({ ladder, competency })
      const about = topic && {
        ladder: topic.place.ladder.id,
        chosen: topic.competency.id,
        options: competenciesOf(topic.place.ladder),
      }
      await args.client.views.open({ trigger_id: args.body.trigger_id, view: logModal('', about) })
      return null
    })
}
