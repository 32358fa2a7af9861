import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

describe('files in the playground', () => {
  let bot: PlaygroundBot
  beforeAll(async () => {
    bot = await openPlaygroundBot()
  })
  afterAll(() => bot.close())

  const shares = (text: string) => bot.hears(({ event }) => event?.text === text && event.files)
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('reach the bot in one file_share message, with names, kinds, sizes and addresses', async () => {
    const files = [
      await bot.uploads('notes.md', bytes('# Notes')),
      await bot.uploads('promotion packet.docx', new Uint8Array(2048)),
    ]
    await bot.asks('send', { text: 'My notes.', files })
    const { event } = await shares('My notes.')
    expect(event).toMatchObject({
      type: 'message',
      subtype: 'file_share',
      channel: bot.ada.dm,
      channel_type: 'im',
      user: bot.ada.id,
      upload: false,
      files: [
        { id: files[0], name: 'notes.md', filetype: 'markdown', mimetype: 'text/markdown', size: 7 },
        { id: files[1], name: 'promotion packet.docx', filetype: 'docx', size: 2048 },
      ],
    })
    expect(event.files[0].url_private).toContain(new URL(bot.slackApiUrl).origin)
    const [line] = (await bot.sees()).lines
    expect(line.html).toContain('notes.md')
    expect(line.html).toContain('2 KB')
  })

  it('are given only to a caller with the bot’s token', async () => {
    await bot.asks('send', { text: 'Read it.', files: [await bot.uploads('a.txt', bytes('It reads.'))] })
    const { event } = await shares('Read it.')
    const { id, url_private_download: url } = event.files[0]
    const { file } = await bot.client.files.info({ file: id })
    expect(file).toMatchObject({ id, name: 'a.txt', mimetype: 'text/plain', filetype: 'text', size: 9 })
    const read = await fetch(url, { headers: { authorization: `Bearer ${bot.botToken}` } })
    expect(read.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await read.text()).toBe('It reads.')
    for (const headers of [{}, { authorization: 'Bearer xoxb-somebody-else' }]) {
      const refused = await fetch(url, { headers })
      expect(refused.status).toBe(401)
      expect(await refused.text()).not.toContain('It reads')
    }
  })

  it('keep every byte up to twelve megabytes, and are refused beyond', async () => {
    const large = new Uint8Array(12 * 1024 * 1024).map((_, index) => index % 251)
    await bot.asks('send', { text: 'Large.', files: [await bot.uploads('scan.pdf', large)] })
    const { event } = await shares('Large.')
    const read = await fetch(event.files[0].url_private, {
      headers: { authorization: `Bearer ${bot.botToken}` },
    })
    expect(Buffer.compare(Buffer.from(await read.arrayBuffer()), Buffer.from(large))).toBe(0)
    expect(await bot.uploads('larger.pdf', new Uint8Array(large.length + 1))).toBe(null)
    expect(await bot.uploads('empty.txt', new Uint8Array())).toBe(null)
  })

  it('can be sent in a thread without any text', async () => {
    await bot.asks('send', { text: 'The root.' })
    const root = (await bot.hears(({ event }) => event?.text === 'The root.')).event
    const files = [await bot.uploads('alone.csv', bytes('a,b'))]
    await bot.asks('send', { text: '', files, thread: root.ts })
    const { event } = await shares('')
    expect(event).toMatchObject({
      subtype: 'file_share',
      thread_ts: root.ts,
      files: [{ filetype: 'csv', mimetype: 'text/csv' }],
    })
    const { thread } = await bot.sees({ thread: root.ts })
    expect(thread.at(-1).html).toContain('alone.csv')
  })

  it('are deleted with their message', async () => {
    await bot.asks('send', { text: 'For a moment.', files: [await bot.uploads('b.txt', bytes('b'))] })
    const { event } = await shares('For a moment.')
    await bot.asks('delete', { ts: event.ts })
    const told = await bot.hears((body) => body.event?.deleted_ts === event.ts)
    expect(told.event.previous_message.files[0].name).toBe('b.txt')
    await expect(bot.client.files.info({ file: event.files[0].id })).rejects.toThrow('file_not_found')
  })

  it('are shown if the bot sent them, too', async () => {
    await bot.client.filesUploadV2({
      channel_id: bot.ada.dm,
      initial_comment: 'Your packet.',
      filename: 'packet.md',
      content: '# Packet',
    })
    const line = (await bot.sees()).lines.find(({ html }: Json) => html.includes('packet.md'))
    expect(line).toMatchObject({ kind: 'coach', own: null })
    expect(line.html).toContain('Your packet.')
  })

  it('that the bot uploads are shown, and open from the page', async () => {
    const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10])
    const upload = (file: Uint8Array, filename: string) =>
      bot.client.filesUploadV2({ channel_id: bot.ada.dm, file: Buffer.from(file), filename })
    await upload(pdf, 'promotion-packet-L3.pdf')
    const { html } = (await bot.sees()).lines.find((line: Json) => line.html.includes('packet-L3.pdf'))
    const href = /href="([^"]+)"[^>]*>promotion-packet-L3\.pdf/.exec(html)![1]!
    const opened = await fetch(new URL(href, bot.url))
    expect(opened.headers.get('content-type')).toBe('application/pdf')
    expect(opened.headers.get('content-disposition')).toMatch(
      /^inline; filename\*=UTF-8''promotion-packet-L3.pdf$/,
    )
    expect([...new Uint8Array(await opened.arrayBuffer())]).toEqual([...pdf])
    expect((await fetch(new URL('/file?id=FNONE', bot.url))).status).toBe(404)
  })

  it('that are not PDFs are saved, and never shown as a page of the playground', async () => {
    await bot.client.filesUploadV2({
      channel_id: bot.ada.dm,
      content: '<script>1</script>',
      filename: 'x.html',
    })
    const { html } = (await bot.sees()).lines.find((line: Json) => line.html.includes('x.html'))
    const opened = await fetch(new URL(/href="(\/file[^"]+)"/.exec(html)![1]!, bot.url))
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment;/)
  })
})
