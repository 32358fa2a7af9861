import { documentOf } from '../../domain/packet/document-of.ts'
import { packetMarkdown } from '../../domain/packet/markdown.ts'
import type { Packet } from '../../domain/packet/packet.ts'
import type { PacketFileKind } from '../../domain/packet/packet-file.ts'
import type { Owner } from '../../domain/person.ts'
import type { MadePacket, Packets } from './make-packet.ts'
import type { PacketAbout, PacketFiles, PacketGiven, PacketUpload } from './packet-file-port.ts'

type Deps = {
  readonly packets: Pick<Packets, 'packet'>
  readonly packetFiles: PacketFiles
  readonly packetUpload: PacketUpload
}

/** The result of making a packet file, or why there is none. `no-form`: the company has no form. */
export type GivenPacket =
  | { readonly kind: 'given'; readonly as: PacketGiven; readonly target: string }
  | { readonly kind: 'no-form' }
  | Exclude<MadePacket, { kind: 'packet' }>

const aboutOf = (packet: Packet): Omit<PacketAbout, 'markdown'> => ({
  target: packet.goal.target,
  hasColleagues: packet.receipts.some(({ saidBy }) => saidBy !== null),
  hasDrafts: packet.sections.some(({ claim }) => claim !== null && !claim.accepted),
})

/** Makes a file of a person's packet for a level and gives it only to them. */
export function makeGivePacket({ packets, packetFiles, packetUpload }: Deps) {
  return async (owner: Owner, level: string, kind: PacketFileKind): Promise<GivenPacket> => {
    const made = await packets.packet(owner, level)
    if (made.kind !== 'packet') return made
    const { packet } = made
    const document = documentOf(packet)
    const file = await packetFiles.make(owner, kind, { packet, document })
    if (file === null) return { kind: 'no-form' }
    const about = { ...aboutOf(packet), markdown: () => packetMarkdown(document) }
    return { kind: 'given', as: await packetUpload.give(owner, file, about), target: packet.goal.target }
  }
}

export type GivePacket = ReturnType<typeof makeGivePacket>
