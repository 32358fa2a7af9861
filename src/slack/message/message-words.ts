import type { Forwarded } from '../../coaching/evidence/accept-evidence.ts'
import { A_COLLEAGUE, type EvidenceFile, UNNAMED_FILE } from '../../domain/evidence/evidence.ts'
import { readingText } from '../../domain/evidence/reading-text.ts'
import { type BlockNode, blocksText, hasStrike, isTable, nodesOf } from './blocks-text.ts'

/** A message as an event, a report of a change or a shortcut has it. */
export type SlackMessage = {
  readonly user?: string
  readonly bot_id?: string
  readonly text?: string
  readonly blocks?: unknown
  readonly attachments?: unknown
  readonly files?: unknown
}

type FileNames = readonly Pick<EvidenceFile, 'id' | 'name'>[]

/** The content of a message: its own words, in Slack's notation, and other people's messages in it. */
export type MessageWords = {
  readonly text: string
  readonly files: FileNames
  readonly forwarded: readonly Forwarded[]
  /** Nothing at all was sent, not even something that is left out here. */
  readonly empty: boolean
}

const textIn = (node: BlockNode, key: string): string => {
  const value = node[key]
  return typeof value === 'string' ? value : ''
}

const filesOf = (files: unknown): FileNames =>
  nodesOf(files).flatMap((file) => {
    const id = textIn(file, 'id')
    return id ? [{ id, name: textIn(file, 'name') || textIn(file, 'title') || UNNAMED_FILE }] : []
  })

/** Parts of a text, one paragraph each. */
const paragraphs = (...texts: readonly string[]): string =>
  texts
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n')

/** A mention of the coach at the start of a message: "@Ladder Coach I moved the queue". */
const withoutMention = (text: string, coach: string | undefined): string =>
  coach === undefined ? text : text.replace(new RegExp(`^(?:\\s*<@${coach}(?:\\|[^<>]*)?>[\\s,:;–-]*)+`), '')

/** The words that a person typed. `text` is made from the blocks, but shows less about struck-out words. */
const typed = (text: string, blocks: readonly BlockNode[]): string =>
  text.trim() === '' || hasStrike(blocks) ? blocksText(blocks.filter((block) => !isTable(block))) : text

const tablesIn = (blocks: readonly BlockNode[]): string => blocksText(blocks.filter(isTable))

/** A preview of a page or message that Slack shows for a link. Nobody wrote these words here. */
const isPreview = (one: BlockNode): boolean =>
  one.is_share !== true &&
  (one.is_msg_unfurl === true || one.is_app_unfurl === true || Boolean(one.from_url ?? one.app_unfurl_url))

/** Pasted tables. Slack stores them next to the words. */
const pastedTables = (attachments: readonly BlockNode[]): string =>
  paragraphs(
    ...attachments
      .filter((one) => one.is_share !== true && !isPreview(one))
      .map(({ blocks }) => tablesIn(nodesOf(blocks))),
  )

/** What an app posted in the older form of attachments. */
const attachmentText = (one: BlockNode): string =>
  paragraphs(
    blocksText(nodesOf(one.blocks)),
    textIn(one, 'pretext'),
    textIn(one, 'title'),
    textIn(one, 'text'),
    ...nodesOf(one.fields).map((field) =>
      [textIn(field, 'title'), textIn(field, 'value')].filter(Boolean).join(': '),
    ),
  )

/** The blocks of a message that was forwarded. */
const blocksOfShare = (share: BlockNode): BlockNode[] => [
  ...nodesOf(share.message_blocks).flatMap(({ message }) =>
    nodesOf((message as BlockNode | undefined)?.blocks),
  ),
  ...nodesOf(share.blocks),
]

const forwardedIn = (
  share: BlockNode,
  owner: string,
  isOurs: (user: string) => boolean,
): readonly Forwarded[] => {
  const author = textIn(share, 'author_id')
  if (isOurs(author)) return []
  const blocks = blocksOfShare(share)
  const said = typed(textIn(share, 'text'), blocks)
  const text = paragraphs(said, tablesIn(blocks))
  const files = filesOf(share.files)
  if (text === '' && files.length === 0) return []
  const name = readingText(textIn(share, 'author_name') || textIn(share, 'author_subname'))
  return [
    { text, files, ts: textIn(share, 'ts') || null, saidBy: author === owner ? null : name || A_COLLEAGUE },
  ]
}

/**
 * What a message says. `owner` is the person to whom it belongs: of what was forwarded, only their own messages are
 * their words. The coach's own posts in it are left out.
 */
export function wordsOf(
  message: SlackMessage,
  owner: string,
  coach: { readonly user: string | undefined; readonly bot: string | undefined },
): MessageWords {
  const { text = '', bot_id } = message
  const blocks = nodesOf(message.blocks)
  const attachments = nodesOf(message.attachments)
  const isOurs = (user: string): boolean => user !== '' && (user === coach.user || user === coach.bot)
  // An app's blocks are what people see, and its `text` is what phones show in their place.
  const said = bot_id
    ? paragraphs(
        blocksText(blocks) || text,
        ...attachments.filter((one) => one.is_share !== true && !isPreview(one)).map(attachmentText),
      )
    : paragraphs(typed(text, blocks), tablesIn(blocks), pastedTables(attachments))
  const files = filesOf(message.files)
  return {
    text: withoutMention(said, coach.user),
    files,
    forwarded: attachments
      .filter(({ is_share }) => is_share === true)
      .flatMap((share) => forwardedIn(share, owner, isOurs)),
    empty: said === '' && files.length === 0 && !attachments.some(({ is_share }) => is_share === true),
  }
}
