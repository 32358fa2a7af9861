import { describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { startLocalSlack } from './fakes/local-slack.ts'
import { runBot } from './fakes/run-bot.ts'
import { wireTo } from './fakes/wire.ts'

describe.runIf(storeKinds().includes('PostgreSQL'))('on PostgreSQL', () => {
  it.each(['http', 'socket'] as const)(
    'gives no ack over %s while the database is away, and answers the repeat once it is back',
    { timeout: 90_000 },
    async (mode) => {
      const slack = await startLocalSlack()
      const place = await readyDatabase('PostgreSQL')
      const wire = await wireTo((place.env as { DATABASE_URL: string }).DATABASE_URL)
      const bot = await runBot(slack, mode, { ...place.env, DATABASE_URL: wire.url })
      const person = bot.person('UADA')
      await person.command('goal L3')
      wire.cut()
      const event = person.event('I led the response to the outage and wrote the post-mortem.')
      expect((await person.send(event)).acked).toBe(false)
      expect(JSON.stringify((await person.command('L3')).body)).toContain('Senior SRE')
      expect(JSON.stringify((await person.command('goal')).body)).toContain('Nothing was lost or changed')
      expect((await fetch(`http://127.0.0.1:${bot.port}/readyz`)).status).toBe(503)
      wire.mend()
      expect((await person.send(event, 1)).acked).toBe(true)
      await person.reply(event.event.ts, 'People decide promotions', 60_000)
      expect(bot.log()).not.toMatch(/post-mortem|postgres:\/\//)
      await bot.stop()
      wire.close()
      await place.remove()
      await slack.close()
    },
  )

  it('stores the first message after the database restarted, though every open connection is dead', async () => {
    const slack = await startLocalSlack()
    const place = await readyDatabase('PostgreSQL')
    const wire = await wireTo((place.env as { DATABASE_URL: string }).DATABASE_URL)
    const bot = await runBot(slack, 'http', { ...place.env, DATABASE_URL: wire.url })
    const person = bot.person('UADA')
    await Promise.all(['goal L3', 'me', 'evidence', 'data'].map((text) => person.command(text)))
    wire.deaden()
    const event = person.event('I led the response to the outage and wrote the post-mortem.')
    expect((await person.send(event)).acked).toBe(true)
    await bot.stop()
    wire.close()
    await place.remove()
    await slack.close()
  })

  it('writes one review for an event that two processes get at once', async () => {
    const slack = await startLocalSlack()
    const place = await readyDatabase('PostgreSQL')
    const bots = await Promise.all([runBot(slack, 'http', place.env), runBot(slack, 'http', place.env)])
    const [one, two] = bots.map((bot) => bot.person('UADA'))
    await one!.command('goal L3')
    const threads: string[] = []
    for (let round = 0; round < 10; round += 1) {
      const event = one!.event(`I repaired the replica number ${round} and wrote down why it broke.`)
      const acks = await Promise.all([one!.send(event), two!.send(event, 1)])
      expect(acks.every(({ acked }) => acked)).toBe(true)
      threads.push(event.event.ts)
    }
    for (const ts of threads) await one!.reply(ts, 'People decide promotions')
    for (const bot of bots) await bot.stop()
    for (const ts of threads)
      expect(
        one!.thread(ts).filter((post) => JSON.stringify(post).includes('People decide promotions')),
      ).toHaveLength(1)
    await place.remove()
    await slack.close()
  })
})
