import type { Packet } from './packet.ts'
import type { PacketForm } from './packet-command.ts'

/** Files that a packet can be. */
export type PacketFileKind = PacketForm

/** What a file's name may have, whatever the ladder calls its levels. */
const NAMED = /[^\p{L}\p{N}]+/gu

/** "promotion-packet-L3-2026-11-27.docx": no person's name, and the kind at the end, by which Slack knows it. */
export function packetFileName(kind: PacketFileKind, { goal, made }: Pick<Packet, 'goal' | 'made'>): string {
  const level = goal.target.replace(NAMED, '-').replace(/^-+|-+$/g, '')
  const name = ['promotion-packet', level, made.toString()].filter((one) => one !== '').join('-')
  return kind === 'form' ? `${name}-form.docx` : `${name}.${kind}`
}
