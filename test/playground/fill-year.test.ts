import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONFIDENTIAL_NOTE, PRAISE, yearOfNotes } from '../../src/playground/example/year.ts'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

const COUNT = 27

describe('a year of examples in the playground', () => {
  let bot: PlaygroundBot
  let goals: Json[]
  beforeAll(async () => {
    bot = await openPlaygroundBot()
    bot.answers(({ command, text, user_id }) => {
      if (!command) return null
      return {
        text: text === 'goal' && user_id === bot.ada.id ? 'You have no goal yet. Choose.' : 'Your goal.',
      }
    })
    expect(await bot.asks('fill', {})).toBeNull()
    goals = bot.heard.filter(({ body }) => body.command).map(({ body }) => body.text)
  })
  afterAll(() => bot?.close())

  const files = async (): Promise<string[]> => {
    const { lines } = await bot.sees()
    return lines.flatMap(({ html }: Json) => /notes-\d{4}-q[1-4]\.md/.exec(html)?.[0] ?? [])
  }

  it('sends a file of notes a quarter, oldest first, and a note that is not for others', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London')
    expect(await files()).toEqual(yearOfNotes(today).map(({ name }) => name))
    const { event } = await bot.hears((body) => body.event?.text === CONFIDENTIAL_NOTE)
    expect(event).toMatchObject({ user: bot.ada.id, channel: bot.ada.dm, channel_type: 'im' })
  })

  it('saves a colleague’s praise with the shortcut', async () => {
    const body = await bot.hears((one) => one.type === 'message_action')
    expect(body).toMatchObject({
      callback_id: 'keep',
      user: { id: bot.ada.id },
      channel: { id: bot.channel.id },
      message: { text: PRAISE, user: bot.sam.id },
    })
  })

  it('sets a goal for a person who has none, and changes no existing one', async () => {
    expect(goals).toEqual(['goal', expect.stringMatching(/^goal L3 by [A-Z][a-z]+ \d{4}$/)])
    const before = bot.heard.length
    expect(await bot.asks('fill', { as: bot.sam.id, channel: bot.sam.dm })).toBeNull()
    const commands = bot.heard.slice(before).filter(({ body }) => body.command)
    expect(commands.map(({ body }) => body.text)).toEqual(['goal'])
  })

  it('does so once a person', async () => {
    expect(await bot.asks('fill', {})).toBe('The year of examples is already there.')
    expect(await files()).toHaveLength(new Set(await files()).size)
  })

  it('has notes of at least four quarters on any day, none of them in the future', () => {
    for (
      let today = Temporal.PlainDate.from('2026-01-01');
      today.year < 2028;
      today = today.add({ days: 17 })
    ) {
      const notes = yearOfNotes(today)
      const days = notes.flatMap(({ text }) => text.match(/(?<=^## ).*$/gm) ?? [])
      expect(notes.length).toBeGreaterThanOrEqual(4)
      expect(days).toEqual(days.toSorted())
      expect(days).toHaveLength(COUNT)
      expect(days.at(-1)! < today.toString()).toBe(true)
      for (const { name, text } of notes) {
        const [, year, quarter] = /^notes-(\d{4})-q([1-4])\.md$/.exec(name)!
        for (const day of text.match(/(?<=^## ).*$/gm)!)
          expect([day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / 3)]).toEqual([year, Number(quarter)])
      }
    }
  })
})
