import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PACKET_JSON } from '../src/domain/packet/packet-json.ts'
import type { LocalSlack } from './fakes/local-slack.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'

/** Invented years of notes, written by somebody who had never seen a packet of them. */
const YEARS = [
  { name: 'vesna', user: 'UVES', goal: 'L3', untold: /Merrin|three date formats|7 years/ },
  { name: 'leo', user: 'ULEO', goal: 'L4', untold: /\u0000/ },
] as const

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The notes below each heading, with the colleague whose words they are. */
const sectionsOf = (notes: string): { by: string | null; words: string }[] =>
  notes
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      by: /^.*\(from (.+)\)/.exec(section)?.[1] ?? null,
      words: plain(section.slice(section.indexOf('\n'))),
    }))

describe('a packet of an invented year', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot((at) => ({ slack, bot } = at))

  it.each(YEARS)('of $name quotes verbatim, by whoever wrote it, and nothing confidential', async (year) => {
    const notes = readFileSync(`test/fixtures/years/${year.name}/notes.md`, 'utf8')
    slack.scopes.push('files:write')
    const person = bot.person(year.user)
    await person.command(`goal ${year.goal}`)
    const { ts } = await person.upload('', [{ name: 'notes.md', bytes: new Uint8Array(Buffer.from(notes)) }])
    await person.reply(ts, 'People decide promotions', 40_000)
    const seen = slack.messages.length
    await person.command('packet json')
    const [file] = await slack.next(
      () => slack.messages.slice(seen).find(({ files }) => files)?.files,
      30_000,
    )
    const packet = PACKET_JSON.parse(JSON.parse(Buffer.from(slack.files.get(file.id)!.bytes).toString()))
    expect(packet.receipts.length).toBeGreaterThan(10)
    const sections = sectionsOf(notes)
    for (const { quote, saidBy } of packet.receipts)
      for (const sentence of quote.split('[…]').map(plain)) {
        const from = sections.filter(({ words }) => words.includes(sentence))
        expect([sentence, from.length > 0]).toEqual([sentence, true])
        expect([sentence, from.some(({ by }) => by === saidBy)]).toEqual([sentence, true])
      }
    expect(JSON.stringify(packet)).not.toMatch(year.untold)
  })
})
