import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { GivePacket } from '../../../coaching/packet/give-packet.ts'
import type { Packets } from '../../../coaching/packet/make-packet.ts'
import type { ReadPacket } from '../../../coaching/packet/read-packet.ts'
import type { WorkOnPacket } from '../../../coaching/packet/work-port.ts'
import type { Log } from '../../../coaching/ports.ts'
import type { PacketAsk } from '../../../domain/packet/packet-command.ts'
import { answerCommandSoon, ownerOf } from '../../answer.ts'
import { packetGivenView } from '../../views/packet/packet-given.ts'
import { packetPageView } from '../../views/packet/packet-page.ts'
import { readingOf } from './packet-readings.ts'
import { beginWork } from './packet-work.ts'

type PacketUseCases = {
  readonly packets: Packets
  readonly readPacket: ReadPacket
  readonly givePacket: GivePacket
  readonly workOnPacket: WorkOnPacket
}

/**
 * `/ladder packet`: the draft or a reading of it, shown only to the person, a file of it in their DM, or questions
 * there.
 */
export function packetCommand({ packets, readPacket, givePacket, workOnPacket }: PacketUseCases, log: Log) {
  return (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs, asked: PacketAsk): Promise<void> =>
    answerCommandSoon(args, log, async () => {
      const owner = ownerOf(args.context, args.command.user_id)
      if (asked.kind === 'work') return beginWork(workOnPacket, args.client, owner, args.command.channel_id)
      if (asked.kind === 'objections' || asked.kind === 'talk')
        return readingOf(readPacket, asked.kind, owner, asked.level)
      return asked.kind === 'file'
        ? packetGivenView(await givePacket(owner, asked.level, asked.form), args.command.channel_id)
        : packetPageView(await packets.packet(owner, asked.level))
    })
}
