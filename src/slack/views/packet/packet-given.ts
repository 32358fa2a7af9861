import type { GivenPacket } from '../../../coaching/packet/give-packet.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, button, line, richText, type Said, words } from '../rich-text.ts'
import { packetPageView } from './packet-page.ts'
import { packetFiles, packetPlace } from './packet-words.ts'

const WORDS = {
  file: (target: string) => `Your packet for ${target} is in our direct messages.`,
  messages: (target: string) => `Your packet for ${target} is in our direct messages, as text.`,
} as const

/** The answer to a request for a packet file: where it is, or why there is none. */
export function packetGivenView(given: GivenPacket): Said {
  if (given.kind !== 'given' && given.kind !== 'no-form') return packetPageView(given)
  const text =
    given.kind === 'given'
      ? WORDS[given.as](given.target)
      : 'Your company has no form for packets here. Type /ladder packet docx for a Word file.'
  const blocks = [richText(line(words(text)))]
  return { text: readAloud(blocks), blocks }
}

/** The packet was asked for in words. */
export function packetHereView(): Said {
  return {
    text: 'Here is your packet.',
    blocks: [
      richText(
        line(
          words('Your packet quotes your own words. Open it to choose what goes in, or get it as a file. '),
          words('Only you see it.'),
        ),
      ),
      actions([
        button('Open my packet', 'packet-page:all', packetPlace({ level: '', competency: '' })),
        packetFiles(''),
      ]),
    ],
  }
}
