import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PacketAbout, PacketFile } from '../../src/coaching/packet/packet-file-port.ts'
import { makePacketUpload } from '../../src/slack/web-api/packet-upload.ts'
import { owner } from '../domain/evidence-fixture.ts'
import { BOT_TOKEN, dmOf, type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'

const file: PacketFile = {
  kind: 'docx',
  name: 'promotion-packet-L3-2026-11-27.docx',
  bytes: new Uint8Array([0x50, 0x4b, 0, 1, 255, 128]),
  missing: 0,
}
const about: PacketAbout = {
  target: 'L3',
  hasColleagues: false,
  hasDrafts: false,
  markdown: () => '# Packet\n\n- **For:** I moved 69 services <!channel>\n',
}

describe('a packet’s file in Slack', () => {
  let slack: LocalSlack
  const dm = dmOf(owner.team, owner.user)
  const upload = () =>
    makePacketUpload(
      new webApi.WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }),
    )
  const posts = () => slack.messages.filter(({ deleted, channel }) => !deleted && channel === dm)
  beforeAll(async () => {
    slack = await startLocalSlack()
  })
  beforeEach(() => {
    slack.messages.length = 0
    slack.scopes.push('files:write')
  })
  afterAll(() => slack.close())
  const forbid = (): void => void slack.scopes.splice(slack.scopes.indexOf('files:write'))

  it('comes into the person’s own DM, byte for byte, with no scope to open one', async () => {
    expect(await upload().give(owner, file, about)).toEqual({ as: 'file', channel: dm })
    const [said, sent] = posts()
    expect(said!.text).toBe('Here is your packet for L3 as a Word file.')
    expect(JSON.stringify(said!.blocks)).toMatch(
      /Only you see this file until you share it.*own words.*People decide/,
    )
    expect(sent!.files).toMatchObject([{ name: 'promotion-packet-L3-2026-11-27.docx', filetype: 'docx' }])
    expect([...slack.files.get(sent!.files![0].id)!.bytes]).toEqual([...file.bytes])
    expect(slack.calls('conversations.open')).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('says whether it has colleagues’ words, drafts, or letters that a PDF lacks', async () => {
    await upload().give(
      owner,
      { ...file, kind: 'pdf', name: 'p.pdf', missing: 3 },
      { ...about, hasColleagues: true, hasDrafts: true },
    )
    const said = JSON.stringify(posts()[0]!.blocks)
    expect(said).toContain('Some letters can’t be shown in the PDF. The Word file has them.')
    expect(said).toContain('a colleague’s where the file names them')
    expect(said).toContain('drafts by AI that you have not accepted')
  })

  it('is text without the scope, and says what an admin can do', async () => {
    forbid()
    const markdown = `# Packet\n\n${'- I moved the thing, and said so 👍 to everyone.\n'.repeat(400)}`
    expect(await upload().give(owner, file, { ...about, markdown: () => markdown })).toEqual({
      as: 'messages',
      channel: dm,
    })
    const [said, ...parts] = posts()
    expect(JSON.stringify(said!.blocks)).toContain('files:write')
    expect(said!.text).not.toContain('Here is your packet')
    expect(parts.every(({ thread_ts }) => thread_ts === said!.ts)).toBe(true)
    const given = parts.map(({ blocks }) => blocks[0].elements[0].elements[0].text)
    expect(given.join('')).toBe(markdown)
    expect(Math.max(...given.map((one) => one.length))).toBeLessThanOrEqual(3_000)
    expect(parts.length).toBeGreaterThan(6)
    expect(slack.problems).toEqual([])
  })

  it('mentions nobody in the text', async () => {
    forbid()
    await upload().give(owner, file, about)
    expect(JSON.stringify(posts()[1]!.blocks)).not.toContain('<!channel>')
  })

  it('is text where the workspace takes no files', async () => {
    slack.fail('files.getUploadURLExternal', { error: 'file_uploads_disabled' })
    expect(await upload().give(owner, file, about)).toEqual({ as: 'messages', channel: dm })
    expect(JSON.stringify(posts()[0]!.blocks)).toContain('has turned off files')
  })

  it.each([
    ['files.getUploadURLExternal', { status: 500 }],
    ['files.completeUploadExternal', { error: 'internal_error' }],
  ])('leaves no message without its file when %s fails', async (method, fault) => {
    slack.fail(method, fault)
    await expect(upload().give(owner, file, about)).rejects.toMatchObject({ code: 'slack-unavailable' })
    expect(posts()).toEqual([])
  })
})
