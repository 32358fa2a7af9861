import type { MadePacket } from '../../../coaching/packet/make-packet.ts'
import { goalChoices } from '../ladder/goal.ts'
import { readAloud } from '../ladder/pages.ts'
import { line, richText, type Said, words } from '../rich-text.ts'
import { packetView } from './packet.ts'
import { packetHiddenView, packetSectionView } from './section.ts'
import { packetUnplacedView, UNPLACED } from './unplaced.ts'

const withoutPacket = (made: Exclude<MadePacket, { kind: 'packet' }>): Said => {
  if (made.kind === 'no-level') {
    const { ladder, goal, said } = made
    const blocks = [
      richText(
        line(
          words(`I don’t understand “${said}”. `),
          words(
            `Type /ladder packet for ${goal.target}, or add a level of ${ladder.name} above the lowest one.`,
          ),
        ),
      ),
    ]
    return { text: readAloud(blocks), blocks }
  }
  const { shelf } = made
  const ladder = shelf.standard ?? shelf.all[0]!
  const blocks = [
    richText(line(words('A packet is for one level. Which one are you aiming for?'))),
    ...goalChoices({ ladder, shelf }),
  ]
  return { text: readAloud(blocks), blocks }
}

/** A page of a packet: its first one, or that of a competency. */
export function packetPageView(made: MadePacket, competency = ''): Said {
  if (made.kind !== 'packet') return withoutPacket(made)
  const { packet } = made
  if (competency === UNPLACED) return packetUnplacedView(packet)
  const section = packet.sections.find((one) => one.competency.id === competency)
  if (section) return packetSectionView(packet, section, made.left)
  const hidden = packet.hidden.find((one) => one.id === competency)
  return hidden ? packetHiddenView(packet, hidden) : packetView(made)
}
