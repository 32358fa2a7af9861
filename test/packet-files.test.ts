import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKET_JSON } from '../src/domain/packet/packet-json.ts'
import { letters, pdfText, wordText } from './adapters/packet-files/read-back.ts'
import { type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const DEED =
  'I moved the restore tests to a separate cluster and wrote the runbook for them, so a restore takes 20 minutes.'

describe('a packet out of Slack', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    slack.scopes.push('files:write')
    bot = await runBot(slack, 'http', {})
    const ada = bot.person('UADA')
    await ada.command('goal L3')
    const { ts } = await ada.dm(DEED)
    await ada.reply(ts, 'People decide promotions')
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })

  const asked = async (kind: string, more = {}): Promise<string> => {
    const answered = slack.responses.length
    const { body } = await bot.person('UADA').command(`packet ${kind}`, more)
    // Making a file may take longer than Slack waits.
    return body?.text ?? (await slack.next(() => slack.responses[answered], 60_000)).text
  }
  const newest = (): Message => slack.messages.findLast(({ files }) => files)!
  const bytesOf = (message: Message): Uint8Array => slack.files.get(message.files![0].id)!.bytes

  it('is a Word file with the person’s words, only in their DM', async () => {
    expect(await asked('docx')).toBe('Your packet for L3 is in our direct messages.')
    expect(newest().channel).toBe('DT1UADA')
    expect(newest().files![0].name).toMatch(/^promotion-packet-L3-\d{4}-\d{2}-\d{2}\.docx$/)
    const text = await wordText(bytesOf(newest()))
    expect(text).toContain(DEED)
    expect(text.match(/^.*Senior SRE.*$/gm)).toHaveLength(1)
  })

  it('is a PDF, Markdown, and JSON that fits its schema', async () => {
    await asked('pdf')
    expect(letters(await pdfText(bytesOf(newest())))).toContain(letters(DEED))
    await asked('md')
    expect(Buffer.from(bytesOf(newest())).toString()).toContain(DEED)
    await asked('json')
    const json = PACKET_JSON.parse(JSON.parse(Buffer.from(bytesOf(newest())).toString()))
    expect(json.receipts[0]!.quote).toBe(DEED)
    expect(json.target).toEqual({ level: 'L3', title: 'Senior SRE' })
  })

  it('is the company’s own form, filled', async () => {
    await asked('form')
    expect(newest().files![0].name).toMatch(/-form\.docx$/)
    const text = await wordText(bytesOf(newest()))
    expect(text).toContain('Promotion proposal')
    expect(text).toContain(`“${DEED}”`)
  })

  it('goes to the DM and is not shown in a channel in which it was asked for', async () => {
    const inChannels = slack.messages.filter(({ channel }) => channel === 'C1').length
    await asked('md', { channel_id: 'C1', channel_name: 'sre' })
    expect(newest().channel).toBe('DT1UADA')
    expect(slack.messages.filter(({ channel }) => channel === 'C1')).toHaveLength(inChannels)
  })

  it('is asked to have a goal first', async () => {
    const { body } = await bot.person('USAM').command('packet docx')
    expect(JSON.stringify(body)).toContain('Which one are you aiming for?')
  })

  it('leaves no words of it in the log, even if it fails', async () => {
    slack.fail('files.completeUploadExternal', { error: 'internal_error' })
    expect(await asked('docx')).toContain('That didn’t work')
    expect(bot.log()).not.toContain('restore tests')
    expect(slack.problems).toEqual([])
  })
})
