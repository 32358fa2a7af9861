import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const DEED = 'I led the failover drill for the payments cluster on 3 March 2026, and it took 4 minutes.'

/** All that a view says, a line a text. */
const textsIn = (view: Json): string => {
  const said: string[] = []
  const walk = (node: Json): void => {
    if (Array.isArray(node)) for (const one of node) walk(one)
    else if (node !== null && typeof node === 'object')
      for (const [key, value] of Object.entries(node)) {
        if (key === 'text' && typeof value === 'string') said.push(value)
        else walk(value)
      }
  }
  walk(view.blocks)
  return said.join('\n')
}

describe('the Home tab', () => {
  let slack: LocalSlack
  let bot: Bot
  let nth = 0
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', {}, undefined, { sweepEvery: 200 })
    // The first review waits for the workers.
    const first = bot.person('UADA')
    await first.command('goal L3')
    await first.reply((await first.dm(DEED)).ts, FOOT, 45_000)
  })
  afterEach(() => {
    expect(slack.problems).toEqual([])
    slack.can.home = true
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })

  /** A person whom the bot has not seen before. */
  const someone = () => {
    nth += 1
    const id = `UNEW${nth}`
    slack.members.push({ id, name: id, real_name: `New ${nth}`, tz: 'Europe/London', profile: {} })
    return { id, ...bot.person(id) }
  }
  type Someone = ReturnType<typeof someone>
  const modal = (saying: string): Promise<Json> =>
    slack.next(() => slack.views.find((view) => textsIn(view).includes(saying)))
  /** Saves a deed, and waits for its review. */
  const logs = async (person: Someone, text = DEED): Promise<string> => {
    const { ts } = await person.dm(text)
    await person.reply(ts, FOOT)
    return ts
  }

  it('asks a person without a goal for one, and shows their progress once they have chosen', async () => {
    const ada = someone()
    expect(await ada.opens('home')).toMatchObject({ acked: true })
    const home = await ada.home('which level are you aiming for?')
    expect(textsIn(home)).toContain('No evidence yet.')
    await ada.press(home, 'Senior SRE (L3)')
    const next = textsIn(await ada.home('Where you stand'))
    expect(next).toContain('SRE (L2) to Senior SRE (L3)')
    expect(next).toContain('Three ways to begin')
    expect(next).toContain('▢▢▢▢▢▢')
    expect(next).toContain(': nothing shown yet.')
    // What the click answered is a modal, because nothing can be posted on a Home tab.
    await modal('Your goal is now')
  })

  it('is brought up to date after a review and after a deletion', async () => {
    const ada = someone()
    await ada.command('goal L3')
    await ada.opens('home')
    await ada.home('Three ways to begin')
    const ts = await logs(ada)
    const home = await ada.home('possible match in Q')
    const shown = textsIn(home)
    // The packet stands before what is long.
    expect(JSON.stringify(home).split('Your last entry')[0]).toContain('Show packet')
    expect(shown).toContain('Your last entry')
    expect(shown).toContain('One thing to do now')
    expect(shown).toMatch(/^[▢○]*○/m)
    expect(shown).toContain('I store 1 entry')
    expect(String((await ada.command('me')).body.text)).toContain('possible match in Q')
    await ada.click(await ada.reply(ts, FOOT), 'review-delete')
    const after = textsIn(await ada.home('Three ways to begin'))
    expect(after).not.toContain('failover')
    expect(after).not.toMatch(/^[▢○]*○/m)
  })

  it('names the same gap in every place that names one', async () => {
    const ada = someone()
    await ada.command('goal L3')
    await ada.opens('home')
    for (const note of [
      'I planned and performed the DNS maintenance alone in March 2026, with no downtime.',
      'I decided alone to roll back the release of the payment service, because error rates doubled.',
      'I mentored two new people until they could take the on-call shift alone.',
    ]) {
      const { ts } = await ada.dm(note)
      await ada.reply(ts, FOOT)
    }
    const said = (view: Json): string => textsIn(view).replace(/\s+/g, ' ')
    const page = said(await ada.home('I store 3 entries'))
    const [, emptiest] = /([A-Z]\w+) ?: nothing shown yet\. Start here\./.exec(page) ?? []
    expect(emptiest).toBeDefined()
    const { ts } = await ada.dm('What am I missing for L3?')
    const answer = await ada.reply(ts, 'This week:')
    expect(said(answer)).toContain(`This week: ${emptiest}.`)
    expect(said((await ada.command('packet')).body)).toMatch(new RegExp(`Least evidence: ${emptiest}\\b`))
    expect(said((await ada.command('packet work')).body)).toContain(`My question about ${emptiest} is in`)
  })

  it('shows nothing to people who never opened it, and each their own', async () => {
    const [ada, other] = [someone(), someone()]
    const elsewhere = bot.person(ada.id, 'T2')
    await ada.command('goal L3')
    await logs(ada)
    await other.opens('home')
    expect(textsIn(await other.home())).not.toContain('failover')
    expect(slack.homes.has(ada.id)).toBe(false)
    // The same id in a workspace where the coach is not installed.
    await elsewhere.opens('home')
    await ada.opens('home')
    expect(textsIn(await ada.home('Your last entry'))).toContain('failover')
  })

  it('opens entries and lists in modals, where they can be deleted', async () => {
    const ada = someone()
    await ada.command('goal L3')
    await logs(ada)
    await ada.opens('home')
    const home = await ada.home('Your last entry')
    const menu = home.blocks.find((block: Json) => block.accessory?.type === 'overflow').accessory
    const option = (label: string) => menu.options.find((one: Json) => one.text.text === label)
    await ada.press(home, 'evidence-menu', { selected_option: option('Open review') })
    expect(textsIn(await modal('Open thread'))).toContain('failover drill')
    await ada.press(home, 'evidence-menu', { selected_option: option('Delete…') })
    const asked = await slack.next(() =>
      slack.views.find((view) => JSON.stringify(view).includes('"evidence-delete"')),
    )
    await ada.press(asked, 'evidence-delete')
    await ada.home('Three ways to begin')
  })

  it('offers one thing to do, and another when that is put away', async () => {
    const ada = someone()
    await ada.command('goal L3')
    await logs(ada)
    await ada.opens('home')
    const thing = (home: Json): string => textsIn(home).split('One thing to do now')[1]!.split('Done')[0]!
    const home = await ada.home('One thing to do now')
    await ada.press(home, 'Another')
    await slack.next(() => thing(slack.homes.get(ada.id)) !== thing(home))
  })

  it('loses no answer if Slack has no Home tab, and tries again once it is opened', async () => {
    const ada = someone()
    await ada.command('goal L3')
    slack.can.home = false
    await ada.opens('home')
    await slack.next(() => slack.calls('views.publish').some(({ body }) => body.user_id === ada.id))
    await bot.logged((fact) => fact.vendor === 'not_enabled')
    const published = () => slack.calls('views.publish').filter(({ body }) => body.user_id === ada.id).length
    const before = published()
    await logs(ada)
    expect(published()).toBe(before)
    slack.can.home = true
    await ada.opens('home')
    await ada.home('Your last entry')
  })

  it('reads again what changed while it was published by another process', async () => {
    const ada = someone()
    await ada.command('goal L3')
    await ada.opens('home')
    await ada.home('Three ways to begin')
    // Something that our store knows nothing of.
    slack.homes.set(ada.id, { ...slack.homes.get(ada.id), hash: 'other', blocks: [] })
    await ada.command('goal L4')
    expect(textsIn(await ada.home('(L4)'))).toContain('Where you stand')
  })

  it('is shown at the next opening if Slack was away', async () => {
    const ada = someone()
    await ada.command('goal L3')
    slack.fail('views.publish', { times: 1, error: 'internal_error' })
    await ada.opens('home')
    await slack.next(() => slack.calls('views.publish').some(({ body }) => body.user_id === ada.id))
    await ada.opens('home')
    await ada.home('Where you stand')
  })

  it('is empty after everything was deleted, and not published again', async () => {
    const ada = someone()
    await ada.command('goal L3')
    await logs(ada)
    await ada.opens('home')
    await ada.press(await ada.home('failover'), 'See my data')
    const data = await slack.next(() =>
      slack.views.find((view) => JSON.stringify(view).includes('"data-delete-all"')),
    )
    await ada.press(data, 'data-delete-all')
    const home = textsIn(await ada.home('which level are you aiming for?'))
    expect(home).not.toContain('failover')
    await modal('I deleted')
    const before = slack.homes.get(ada.id).times
    await ada.command('goal L3')
    await logs(ada)
    expect(slack.homes.get(ada.id).times).toBe(before)
  })
})
