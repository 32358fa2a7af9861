import type { types } from '@slack/bolt'
import type { DraftOffer } from '../../../coaching/packet/make-packet.ts'
import type { Reply } from '../../../coaching/replies.ts'
import { unquotedIn } from '../../../domain/check/case/unquoted.ts'
import { quoteOf } from '../../../domain/packet/document-of.ts'
import { draftSign, draftTexts } from '../../../domain/packet/draft/drafts.ts'
import type { Claim, Packet, Receipt, Section } from '../../../domain/packet/packet.ts'
import { either } from '../../../domain/text/in-words.ts'
import { noModelWords } from '../review/review-words.ts'
import { actions, bold, button, clipped, line, richText, type Said, words } from '../rich-text.ts'
import { packetPlace } from './packet-words.ts'

/** The most of a paragraph that a page shows, in characters. Slack allows 3,000 in a block. */
const SHOWN = 2_500

const countWords = (count: number): string => (count === 1 ? '1 paragraph' : `${count} paragraphs`)

/** The first page's part about drafts by AI: to ask for one, that one is being written, and to accept all of it. */
export function draftBlocks(packet: Packet, { possible, open, drafting }: DraftOffer): types.KnownBlock[] {
  const place = packetPlace({ level: packet.goal.target, competency: '' })
  const drafted = Object.keys(draftTexts(packet, null)).length
  const said = [
    ...(drafting === 'writing'
      ? [
          'AI is writing a draft from your quotes. That takes about a minute. I’ll write to you when it is there.',
        ]
      : drafted === 0 && drafting !== 'none' && drafting !== 'done'
        ? [`${noModelWords(drafting)}, so there is no draft. Your quotes are all here.`]
        : []),
    ...(drafted > 0
      ? [
          `AI drafted ${countWords(drafted)}, each sentence from your quotes. ` +
            `${drafted === 1 ? 'It is a draft' : 'They are drafts'} until you accept ${drafted === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ]
  const buttons = [
    ...(drafted > 0
      ? [
          button('Accept all', 'packet-accept:all', `${place} - ${draftSign(packet, null)}`, {
            style: 'primary',
          }),
        ]
      : []),
    ...(possible && open > 0 && drafting !== 'writing'
      ? [button(drafted > 0 ? 'Draft the rest' : 'Draft it with AI', 'packet-draft', place)]
      : []),
    ...(drafting === 'writing' ? [button('Look again', 'packet-page:again', place)] : []),
  ]
  return [
    ...(said.length > 0 ? [richText(line(words(said.join(' '))))] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ]
}

const leftOutWords = (leftOut: number): string =>
  leftOut === 1
    ? 'I left out 1 sentence because its quote is no longer in your packet.'
    : `I left out ${leftOut} sentences because their quotes are no longer in your packet.`

/** After a draft by AI was asked for: that it is there, or why it is not, and the way to the packet. */
export function draftEndedView({ as, target }: Reply & { kind: 'draft-ended' }): Said {
  const text =
    as === 'done'
      ? `AI has drafted your packet for ${target}. Nothing counts until you accept it.`
      : `${noModelWords(as)}, so there is no draft. Your quotes are all in your packet.`
  return {
    text: as === 'done' ? text : 'There is no draft of your packet.',
    blocks: [
      richText(line(words(text))),
      actions([
        button(
          as === 'done' ? 'Open draft' : 'Open packet',
          'packet-page:open',
          packetPlace({ level: target, competency: '' }),
        ),
      ]),
    ],
  }
}

/** A paragraph that AI drafted: each sentence with the numbers of its quotes. */
const draftedBlocks = (packet: Packet, section: Section, claim: Claim): types.KnownBlock[] => {
  const { sentences, leftOut } = claim.drafted!
  const place = packetPlace({ level: packet.goal.target, competency: section.competency.id })
  const text = sentences
    .map((one) => `${one.text} ${one.receipts.map((number) => `[${number}]`).join(' ')}`)
    .join(' ')
  return [
    richText(
      line(bold(claim.accepted ? 'Your paragraph, drafted by AI' : 'A draft by AI, for you to accept')),
      line(words(clipped(text, SHOWN))),
      ...(leftOut > 0 ? [line(words(leftOutWords(leftOut)))] : []),
    ),
    actions([
      ...(claim.accepted
        ? []
        : [
            button('Accept', 'packet-accept', `${place} ${draftSign(packet, section.competency.id)}`, {
              style: 'primary',
            }),
          ]),
      button(claim.accepted ? 'Change my paragraph' : 'Write my own', 'packet-write:claim', place),
      button('Remove', 'packet-remove', place),
    ]),
  ]
}

/** The paragraph of a competency. What the person wrote stays as it is, and what no quote says is pointed out. */
export function claimBlocks(packet: Packet, section: Section, own: readonly Receipt[]): types.KnownBlock[] {
  const { claim } = section
  if (claim === null) return []
  if (claim.drafted) return draftedBlocks(packet, section, claim)
  const unquoted = unquotedIn(
    // The numbers of quotes are none of the paragraph's own.
    (claim.cited ?? []).map((run) => ('text' in run ? run.text : '')).join(''),
    own.map((receipt) => ({ text: quoteOf(receipt), days: receipt.days })),
    section.context,
  )
  return [
    richText(
      line(bold('Your paragraph')),
      line(words(clipped(claim.text, SHOWN))),
      ...(unquoted.length > 0
        ? [
            line(
              words(
                `No quote in your packet here says ${either(unquoted.slice(0, 5).map((one) => `“${one}”`))}. ` +
                  'Your paragraph stays as it is.',
              ),
            ),
          ]
        : []),
    ),
  ]
}
