import type { MadePacket } from '../../../coaching/packet/make-packet.ts'
import { formMeant } from '../../../domain/packet/packet-command.ts'
import { either } from '../../../domain/text/in-words.ts'
import { goalChoices } from '../ladder/goal.ts'
import { readAloud } from '../ladder/pages.ts'
import { bullets, code, line, richText, type Said, words } from '../rich-text.ts'
import { packetView } from './packet.ts'
import { packetHiddenView, packetSectionView } from './section.ts'
import { packetUnplacedView, UNPLACED } from './unplaced.ts'

const withoutPacket = (made: Exclude<MadePacket, { kind: 'packet' }>): Said => {
  if (made.kind === 'no-level') {
    const { ladder, goal, said } = made
    const meant = formMeant(said)
    const levels = ladder.levels.slice(1).map(({ id }) => id)
    const blocks = [
      richText(
        line(
          words(`I don’t understand “${said}”. `),
          ...(meant ? [words('Did you mean '), code(`/ladder packet ${meant}`), words('? ')] : []),
          words(`/ladder packet alone is for ${goal.target}. After it you can type:`),
        ),
        bullets([
          [words(`a level: ${either(levels)}`)],
          [words('a competency, to see what is in the packet for it')],
          [words(`${either(['docx', 'pdf', 'md', 'json'])}, for a file`)],
          [words('work, objections or talk')],
        ]),
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
export function packetPageView(made: MadePacket, of = ''): Said {
  if (made.kind !== 'packet') return withoutPacket(made)
  const { packet } = made
  const competency = of === '' ? made.competency : of
  if (competency === UNPLACED) return packetUnplacedView(packet)
  const section = packet.sections.find((one) => one.competency.id === competency)
  if (section) return packetSectionView(packet, section, made.left)
  const hidden = packet.hidden.find((one) => one.id === competency)
  return hidden ? packetHiddenView(packet, hidden) : packetView(made)
}
