import { describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { startLocalSlack } from './fakes/local-slack.ts'
import { runBot } from './fakes/run-bot.ts'

const choice = (value: string) => ({ choice: { selected_option: { value } } })
const FORM = {
  ladder: choice('sre'),
  weekday: choice('4'),
  time: { choice: { selected_time: '09:30' } },
  zone: choice('Asia/Tokyo'),
}

describe.each(storeKinds())('a form on %s', (kind) => {
  it('is valid only for the channel, person and form that it was opened for, even after a restart', {
    // The bot starts twice.
    timeout: 60_000,
  }, async () => {
    const slack = await startLocalSlack()
    const place = await readyDatabase(kind)
    const first = await runBot(slack, 'http', place.env)
    await first.person('UADA').command('nudge set up', { channel_id: 'C7' })
    const view = await slack.next(() => slack.views[0])
    await first.person('USAM').command('nudge mondays 10:00 London', { channel_id: 'C8' })
    await first.stop()
    const bot = await runBot(slack, 'http', place.env)
    const ada = bot.person('UADA')
    const [channel, at, mac] = view.private_metadata.split(' ')
    expect(channel).toBe('C7')
    const told = (): string[] => slack.messages.map((one) => `${one.channel} ${one.text}`)
    const before = told()
    for (const forged of [
      'C8',
      `C8 ${at} ${mac}`,
      `C7 ${Number(at) + 1} ${mac}`,
      `C7 ${at} ${'A'.repeat(43)}`,
      `C7 ${at}`,
      `C7 ${at} ${mac} C8`,
      '',
    ])
      for (let time = 0; time < 2; time += 1) {
        const { body } = await ada.submit({ ...view, private_metadata: forged }, FORM)
        expect(body).toMatchObject({
          response_action: 'errors',
          errors: { zone: expect.stringContaining('Open a new one') },
        })
      }
    expect((await bot.person('USAM').submit(view, FORM)).body.response_action).toBe('errors')
    expect(told()).toEqual(before)

    await Promise.all([ada.submit(view, FORM), ada.submit(view, FORM)])
    await slack.next(() => slack.ephemerals.length === 2)
    expect(told().slice(before.length)).toEqual([expect.stringMatching(/^C7 <@UADA> set up a nudge/)])
    const there = await bot.person('USAM').command('nudge', { channel_id: 'C8' })
    expect(there.body.text).toContain('every Monday at 10:00, London time')
    expect(bot.log()).not.toContain(mac)
    expect(slack.problems).toEqual([])
    await bot.stop()
    await slack.close()
    await place.remove()
  })
})
