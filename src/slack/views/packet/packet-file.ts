import type { types } from '@slack/bolt'
import type { PacketAbout, PacketFile } from '../../../coaching/packet/packet-file-port.ts'
import { code, inert, line, richText, type Said, words } from '../rich-text.ts'

/** How people call the kinds of files. */
const CALLED: Readonly<Record<PacketFile['kind'], string>> = {
  docx: 'a Word file',
  pdf: 'a PDF',
  md: 'Markdown',
  json: 'JSON',
  form: 'your company’s form',
}

/** The most letters of a packet in one message. Slack refuses long messages, and people get lost in them. */
const LONGEST = 3_000

const sentences = ({ missing }: PacketFile, about: PacketAbout): string =>
  [
    'Only you see this file until you share it.',
    about.hasColleagues
      ? 'Quotes are your own words, or a colleague’s where the file names them.'
      : 'Quotes are your own words.',
    ...(about.hasDrafts ? ['It has drafts by AI that you have not accepted. They are marked.'] : []),
    ...(missing > 0 ? ['Some letters can’t be shown in the PDF. The Word file has them.'] : []),
    'People decide promotions.',
  ].join(' ')

/** What comes with a file. */
export function packetFileView(file: PacketFile, about: PacketAbout): Said {
  const text = `Here is your packet for ${about.target} as ${CALLED[file.kind]}.`
  return { text, blocks: [richText(line(words(text)), line(words(sentences(file, about))))] }
}

/** The workspace does not let the coach upload. `scope`: an admin can allow it by a scope of the app. */
export function noUploadView(why: 'scope' | 'workspace'): Said {
  const text = 'I can’t upload files in this workspace. Your packet is in this thread as text.'
  const remedy =
    why === 'scope'
      ? [
          words('An admin can allow files: add the scope '),
          code('files:write'),
          words(' to this app under OAuth & Permissions, and install the app again. Then ask me again.'),
        ]
      : [words('Your workspace has turned off files. An admin can turn them on.')]
  return {
    text,
    blocks: [
      richText(
        line(words(text)),
        line(...remedy),
        line(words('Copy the text into any editor that reads Markdown. Only you see it here.')),
      ),
    ],
  }
}

/** Cuts a text where it is least missed: between paragraphs, lines, words, or anywhere but inside a character. */
const cut = (text: string): string[] => {
  const pieces: string[] = []
  let rest = text
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST)
    const at = ['\n\n', '\n', ' '].map((mark) => head.lastIndexOf(mark)).find((one) => one > LONGEST / 2)
    const end = at ?? (/[\uD800-\uDBFF]$/.test(head) ? LONGEST - 1 : LONGEST)
    pieces.push(rest.slice(0, end))
    // The mark stays at the beginning of the next piece, so that all pieces together are the whole text.
    rest = rest.slice(end)
  }
  return [...pieces, rest].filter((one) => one.trim() !== '')
}

const codeBlock = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: inert(text) }] }],
})

/** Markdown as messages to copy. Slack shows every sign of it as it is. */
export function markdownViews(markdown: string): Said[] {
  const pieces = cut(markdown)
  return pieces.map((piece, nth) => ({
    text: `Your packet as text, part ${nth + 1} of ${pieces.length}.`,
    blocks: [codeBlock(piece)],
  }))
}
