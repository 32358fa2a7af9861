import type { types } from '@slack/bolt'
import { DEPTH_WORDS, daysInWords } from '../../../domain/packet/document-of.ts'
import type { ChosenFor, Packet, Receipt, Section, StoryRef } from '../../../domain/packet/packet.ts'
import type { PacketForm } from '../../../domain/packet/packet-command.ts'
import type { Numbered } from '../../../domain/packet/paragraph/cited.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { clipped, select } from '../rich-text.ts'

/** The page that a click in a packet opens: a level, and one of its competencies, or none for the first page. */
export type PacketPlace = { readonly level: string; readonly competency: string }

/** Means the level of the person's goal at the time of the click. */
const OWN_GOAL = '-'

/** A place as the value of a control. The id of a level may have spaces, because it may be a title. */
export function packetPlace({ level, competency }: PacketPlace): string {
  return `${level === '' ? OWN_GOAL : encodeURIComponent(level)} ${competency}`.trim()
}

/** The place in the value of a control, and what follows it. */
export function packetPlaceIn(value: string): PacketPlace & { readonly rest: readonly string[] } {
  const [level = '', competency = '', ...rest] = value.split(' ')
  return { level: level === OWN_GOAL ? '' : decodeURIComponent(level), competency, rest }
}

/** A story in the value of a control. */
export function storyWords({ evidenceId, revision, span }: StoryRef): string {
  return `${evidenceId} ${revision} ${span}`
}

/** The most of a form that can be kept with it, in characters (Slack's limit is 3,000). */
const MOST_KEPT = 2_800

/** The quotes that a form shows or could refer to, by their numbers of now, as far as there is room. */
export function numberedWords(receipts: readonly Receipt[]): string {
  let all = ''
  for (const { number, ref } of receipts) {
    const next = ` ${number}/${ref.evidenceId}/${ref.revision}/${ref.span}`
    if (all.length + next.length > MOST_KEPT) break
    all += next
  }
  return all.trimStart()
}

/** The same, read back. */
export function numberedIn(words: readonly string[]): Numbered {
  return words.flatMap((one) => {
    const [number, ...ref] = one.split('/')
    const story = storyIn(ref)
    return story ? [{ number: Number(number), ref: story }] : []
  })
}

/** The story in the words of a value, or null if there is none. */
export function storyIn([evidenceId, revision, span]: readonly string[]): StoryRef | null {
  return evidenceId && span && Number.isInteger(Number(revision))
    ? { evidenceId, revision: Number(revision), span }
    : null
}

const WHY: Readonly<Record<ChosenFor, string>> = {
  you: 'you chose it',
  colleague: 'a colleague says it',
  'own-part': 'your own part',
  result: 'a result',
  number: 'a number',
  opens: 'something others can open',
  only: 'the only one here',
  quarter: 'the only one from its quarter',
}

/** Why a quote was chosen: "your own part and a result". Empty if there is nothing to say. */
function whyWords(chosenFor: readonly ChosenFor[]): string {
  return listed(chosenFor.slice(0, 3).map((reason) => WHY[reason]))
}

/** "3 · 13 July 2026 · Pradeep’s words · chosen for your own part and a result". */
export function receiptLine(receipt: Receipt): string {
  const why = whyWords(receipt.chosenFor)
  return [
    `${receipt.number}`,
    daysInWords(receipt),
    ...(receipt.saidBy === null ? [] : [`${receipt.saidBy}’s words`]),
    ...(why === '' ? [] : [`chosen for: ${why}`]),
  ].join(' · ')
}

/** "3 quotes, shown once". Without one, quotes of other sections or a colleague's words show it. */
export function sectionWords({ receipts, depth }: Pick<Section, 'receipts' | 'depth'>): string {
  if (receipts.length === 0) return depth === 'nothing' ? DEPTH_WORDS.nothing : 'no quote in its section'
  const quotes = `${receipts.length} ${receipts.length === 1 ? 'quote' : 'quotes'}`
  return `${quotes}, ${depth === 'possible' ? 'possible match' : DEPTH_WORDS[depth]}`
}

/** "SRE (L2) to Senior SRE (L3)". */
export function packetLevels({ titles, goal }: Pick<Packet, 'titles' | 'goal'>): string {
  return `${titles.current} (${goal.current}) to ${titles.target} (${goal.target})`
}

/** An option of a menu. Slack allows 75 characters of label. */
export function packetOption(label: string, value: string): types.PlainTextOption {
  return { text: { type: 'plain_text', text: clipped(label, 75), emoji: false }, value }
}

const FORMS: readonly { readonly label: string; readonly form: PacketForm }[] = [
  { label: 'Word (.docx)', form: 'docx' },
  { label: 'PDF', form: 'pdf' },
  { label: 'Markdown', form: 'md' },
  { label: 'JSON', form: 'json' },
]

const OWN_FORM = { label: 'Your company’s form (.docx)', form: 'form' } as const

/** A menu of the files that a packet for a level can be. Empty for that of the person's goal. */
export function packetFiles(level: string, hasForm = false): types.StaticSelect {
  return select(
    'packet-file',
    'Get the file',
    [...FORMS, ...(hasForm ? [OWN_FORM] : [])].map(({ label, form }) => ({
      label,
      value: packetPlace({ level, competency: form }),
    })),
  )
}
