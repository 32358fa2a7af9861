import type { webApi } from '@slack/bolt'
import type { PacketAbout, PacketFile, PacketUpload } from '../../coaching/packet/packet-file-port.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Thread } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import { markdownViews, noUploadView, packetFileView } from '../views/packet/packet-file.ts'
import type { Said } from '../views/rich-text.ts'
import { calling, refusedWith } from './call.ts'

/** The scope that an admin can leave out, and a workspace that takes no files (docs.slack.dev, files.* methods). */
const NO_SCOPE = ['missing_scope', 'no_permission'] as const
const NO_FILES = [
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'restricted_action',
  'access_denied',
  'team_access_not_granted',
] as const

const whyNot = (error: unknown): 'scope' | 'workspace' | null =>
  refusedWith(error, ...NO_SCOPE) ? 'scope' : refusedWith(error, ...NO_FILES) ? 'workspace' : null

/** The PacketUpload over Slack's Web API. `client` must not retry by itself, because it cannot know what was posted. */
export function makePacketUpload(client: webApi.WebClient): PacketUpload {
  const post = async (
    to: { channel: string; thread_ts?: string },
    { text, blocks }: Said,
  ): Promise<Thread> => {
    const { channel, ts } = await calling('chat.postMessage', () =>
      client.chat.postMessage({ ...to, text, blocks, unfurl_links: false, unfurl_media: false }),
    )
    if (!channel || !ts) throw new CoachError('slack-unavailable', 'Slack took a post without naming it')
    return { channel, ts }
  }

  const upload = async ({ channel }: Thread, { name, bytes }: PacketFile): Promise<void> => {
    await calling('files.completeUploadExternal', () =>
      client.filesUploadV2({ channel_id: channel, file: Buffer.from(bytes), filename: name, title: name }),
    )
  }

  /** Says that there is no file, and sends the text instead. */
  const giveText = async ({ channel, ts }: Thread, why: 'scope' | 'workspace', markdown: string) => {
    const { text, blocks } = noUploadView(why)
    await calling('chat.update', () => client.chat.update({ channel, ts, text, blocks }))
    for (const said of markdownViews(markdown)) await post({ channel, thread_ts: ts }, said)
  }

  return {
    give: async ({ user }: Owner, file: PacketFile, about: PacketAbout) => {
      // A post to the person's id opens their DM and names its channel for the upload, so no im:write is needed.
      const said = await post({ channel: user }, packetFileView(file, about))
      try {
        await upload(said, file)
        return 'file'
      } catch (error) {
        const why = whyNot(error)
        if (why) {
          await giveText(said, why, about.markdown())
          return 'messages'
        }
        // A message about a file that is not there would be worse than none. If it can't go, the error says enough.
        await calling('chat.delete', () => client.chat.delete(said)).catch(() => {})
        throw error
      }
    },
  }
}
