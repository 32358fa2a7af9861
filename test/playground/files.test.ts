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

  it('are given to who brings the bot’s token, and to nobody else', async () => {
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

  it('can stand alone in a thread, without a word', async () => {
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

  it('go with the message that brought them', async () => {
    await bot.asks('send', { text: 'For a moment.', files: [await bot.uploads('b.txt', bytes('b'))] })
    const { event } = await shares('For a moment.')
    await bot.asks('delete', { ts: event.ts })
    const told = await bot.hears((body) => body.event?.deleted_ts === event.ts)
    expect(told.event.previous_message.files[0].name).toBe('b.txt')
    await expect(bot.client.files.info({ file: event.files[0].id })).rejects.toThrow('file_not_found')
  })

  it('of the bot are shown as well', async () => {
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
})
