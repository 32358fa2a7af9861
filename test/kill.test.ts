import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, storeKinds } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { botEnv } from './fakes/run-bot.ts'
import { slackPerson } from './fakes/slack-person.ts'

const ROUNDS = 20

describe.each(storeKinds())('a process killed between ack and answer, on %s', (kind) => {
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof emptyDatabase>>
  let env: Record<string, string>
  let bot: ChildProcess
  const start = async (): Promise<void> => {
    bot = spawn(process.execPath, ['src/main.ts'], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve, reject) => {
      bot.stdout!.on('data', (data) => String(data).includes('"ready"') && resolve())
      bot.once('exit', () => reject(new Error('the bot did not start')))
    })
  }
  const stop = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> =>
    new Promise((resolve) => {
      bot.removeAllListeners('exit')
      bot.once('exit', (code) => resolve(code))
      bot.kill(signal)
    })
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await emptyDatabase(kind)
    env = await botEnv(slack, 'http', { ...place.env, LOG_LEVEL: 'info' })
    await start()
  })
  afterAll(async () => {
    bot?.kill('SIGKILL')
    await slack?.close()
    await place?.remove()
  })

  it('answers everything it acknowledged after its restart, once, and ends cleanly on a signal', {
    timeout: 240_000,
  }, async () => {
    const person = slackPerson(slack, slack.http(`http://127.0.0.1:${env.PORT}/slack/events`), 'UADA')
    await person.command('goal L3')
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const { acked, ts } = await person.dm(
        `I repaired the broken replica number ${round} and wrote down why it broke.`,
      )
      if (acked) acknowledged.push(ts)
      // An instant of the answering at random: by now it reads, posts, or records what it posted.
      const until = performance.now() + Math.random() * 25
      while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve))
      await stop('SIGKILL')
      await start()
    }
    expect(acknowledged).toHaveLength(ROUNDS)
    for (const ts of acknowledged) await person.reply(ts, 'People decide promotions', 120_000)
    // One more takes its turn after all the others: whatever would come twice has come by then.
    const { ts } = await person.dm('I closed the last of the follow-ups of the replica work.')
    await person.reply(ts, 'People decide promotions', 60_000)
    for (const one of acknowledged) {
      expect(
        person.thread(one).filter((post) => JSON.stringify(post.blocks).includes('People decide promotions')),
      ).toHaveLength(1)
    }
    const from = performance.now()
    expect(await stop('SIGTERM')).toBe(0)
    expect(performance.now() - from).toBeLessThan(10_000)
  })
})
