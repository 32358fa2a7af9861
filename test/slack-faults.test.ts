import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase } from './fakes/databases.ts'
import { type Fault, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, freePort, runBot } from './fakes/run-bot.ts'

/** Short enough for a test, and long enough that nothing temporary counts as a fault. */
const LIMITS = { callMs: 1_500, helloMs: 1_500, waits: { first: 20, most: 300 } }

const OPEN = 'apps.connections.open'
const refresh = { type: 'disconnect', reason: 'refresh_requested', debug_info: {} }

describe('a socket to Slack', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'socket', {}, undefined, { slackLimits: LIMITS })
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })

  const faults: readonly [string, (slack: LocalSlack) => void][] = [
    ['asked to be refreshed', ({ link }) => link.say(refresh)],
    ['warned and closed by Slack', ({ link }) => link.close(1000)],
    ['dropped without a goodbye', ({ link }) => link.drop()],
    ['refreshed while Slack answers 500', opening({ status: 500, times: 3 })],
    ['refreshed while Slack resets the connection', opening({ dropAfterApplying: true, times: 2 })],
    ['refreshed while Slack does not answer', opening({ hang: true })],
    ['refreshed while Slack wants to be asked later', opening({ retryAfter: 1 })],
    ['refreshed while Slack has an internal error', opening({ error: 'internal_error', times: 2 })],
    ['refused because there are too many', opening({ error: 'too_many_websockets', times: 2 })],
    ['refused before any listener', next('refused', 'refused')],
    ['taken without a hello', next('silent')],
    ['closed before the hello', next('closed', 'closed')],
  ]
  function opening(fault: Fault) {
    return ({ fail, link }: LocalSlack): void => {
      fail(OPEN, fault)
      link.say(refresh)
    }
  }
  function next(...odd: LocalSlack['link']['odd']) {
    return ({ link }: LocalSlack): void => {
      link.odd.push(...odd)
      link.say({ ...refresh, reason: 'link_disabled' })
    }
  }

  it.each(faults)('comes back and receives events again after it was %s', async (_, happen) => {
    const before = slack.link.greeted()
    happen(slack)
    await slack.next(() => slack.link.greeted() > before, 10_000, 'another socket')
    const { body, acked } = await bot.person('UADA').command('L3')
    expect(acked).toBe(true)
    expect(JSON.stringify(body)).toContain('Senior SRE')
  })

  it.each(['null', '7', '[]', 'no json', '{"type":"events_api"}', '{"type":"events_api","payload":null}'])(
    'survives the message %s',
    async (message) => {
      slack.link.say(message)
      expect((await bot.person('UADA').command('L3')).acked).toBe(true)
    },
  )

  it('waits for a person if Slack refuses the app token, and goes on once it is accepted again', async () => {
    slack.fail(OPEN, { error: 'invalid_auth', times: 1_000 })
    const before = slack.link.greeted()
    slack.link.say(refresh)
    await slack.next(
      () => /SLACK_APP_TOKEN[^\n]*Basic Information|Basic Information[^\n]*SLACK_APP_TOKEN/.test(bot.log()),
      10_000,
    )
    slack.fail(OPEN, { times: 0 })
    await slack.next(() => slack.link.greeted() > before, 10_000, 'another socket')
    expect((await bot.person('UADA').command('L3')).acked).toBe(true)
  })
})

describe('a start', () => {
  let slack: LocalSlack
  beforeAll(async () => {
    slack = await startLocalSlack()
  })
  afterAll(() => slack?.close())

  it('survives temporary trouble, and reports its state meanwhile', { timeout: 120_000 }, async () => {
    const faults = [
      ['auth.test', { status: 500, times: 2 }],
      ['auth.test', { dropAfterApplying: true, times: 2 }],
      ['auth.test', { hang: true }],
      ['auth.test', { error: 'service_unavailable', times: 2 }],
      [OPEN, { status: 503, times: 2 }],
      [OPEN, { error: 'link_disabled', times: 2 }],
    ] as const
    const place = await readyDatabase('PGlite')
    for (const [method, fault] of faults) {
      slack.fail(method, { ...fault, times: 1_000 })
      const port = await freePort()
      const calls = slack.calls(method).length
      const starting = runBot(slack, 'socket', { ...place.env, PORT: String(port) }, undefined, {
        slackLimits: LIMITS,
      })
      await slack.next(() => slack.calls(method).length > calls + 1, 60_000, 'another try')
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503)
      slack.fail(method, { times: 0 })
      const bot = await starting
      expect(bot.log()).toMatch(/"action":"connect-slack"[^\n]*no connection to Slack/)
      expect(bot.log()).not.toMatch(/ {4}at |"stack"/)
      // It is said once, however often it is tried.
      expect(bot.facts().filter(({ level }) => level >= 40)).toHaveLength(1)
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
      await bot.stop()
    }
    await place.remove()
  })

  it('ends with one sentence if only a person can fix what Slack refuses', {
    timeout: 60_000,
  }, async () => {
    const place = await readyDatabase('PGlite')
    for (const [error, method, sentence] of [
      ['invalid_auth', 'auth.test', /rejected SLACK_BOT_TOKEN \(invalid_auth\)\. Copy SLACK_BOT_TOKEN again/],
      ['account_inactive', 'auth.test', /rejected SLACK_BOT_TOKEN \(account_inactive\)\. Install the app/],
      [
        'missing_scope',
        OPEN,
        /SLACK_APP_TOKEN \(missing_scope\)\. Give SLACK_APP_TOKEN the scope connections:write/,
      ],
    ] as const) {
      slack.fail(method, { error, times: 1 })
      await expect(runBot(slack, 'socket', place.env)).rejects.toThrow(sentence)
    }
    // Everything that a failed start had opened is closed again, so the next one can use the folder.
    const bot = await runBot(slack, 'socket', place.env)
    await bot.stop()
    await place.remove()
  })

  it('says which scopes the bot token lacks, and goes on', async () => {
    slack.scopes.splice(0, 1)
    const bot = await runBot(slack, 'http')
    expect(bot.log()).toContain('SLACK_BOT_TOKEN has no scope app_mentions:read')
    await bot.stop()
  })
})

describe('Slack by HTTP', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', {}, undefined, { slackLimits: LIMITS })
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })

  it.each([
    ['null', false, null],
    ['a number', false, 7],
    ['text', false, 'words'],
    ['a list', false, [1]],
    ['payload=null', true, { payload: 'null' }],
    ['payload=7', true, { payload: '7' }],
    ['a payload that is no JSON', true, { payload: '{' }],
  ])('answers a signed body of %s with 400, and goes on', async (_, form, body) => {
    const deliver = slack.http(`http://127.0.0.1:${bot.port}/slack/events`)
    expect((await deliver(body, form)).status).toBe(400)
    expect((await bot.person('UADA').command('L3')).acked).toBe(true)
  })

  it('does not read a long body that is not signed', async () => {
    const { status } = await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
      method: 'POST',
      body: 'x'.repeat(2_000),
    })
    expect(status).toBe(413)
    expect(bot.log()).not.toContain('"code":"request-refused"')
  })

  it('starts no new work while Slack refuses the bot token, says so, and answers everything afterwards', async () => {
    const person = bot.person('UADA')
    await person.command('goal L3')
    for (const method of ['chat.postMessage', 'auth.test'])
      slack.fail(method, { error: 'token_revoked', times: 1_000 })
    const { acked, ts } = await person.dm('I led the move to the new cluster and wrote its runbook.')
    expect(acked).toBe(true)
    await slack.next(
      () => /"todo":"Install the app in the workspace again/.test(bot.log()),
      10_000,
      'the line in the log',
    )
    const ready = await fetch(`http://127.0.0.1:${bot.port}/readyz`)
    expect(ready.status).toBe(503)
    const posts = slack.calls('chat.postMessage').length
    const later = await person.dm('I mentored two new colleagues through their first on-call shifts.')
    expect(later.acked).toBe(true)
    const asked = slack.calls('auth.test').length
    await slack.next(() => slack.calls('auth.test').length > asked + 2, 10_000, 'Slack being asked again')
    expect(slack.calls('chat.postMessage').length).toBe(posts)
    for (const method of ['chat.postMessage', 'auth.test']) slack.fail(method, { times: 0 })
    for (const one of [ts, later.ts]) await person.reply(one, 'People decide promotions', 30_000)
  })

  it('sends plain text if Slack refuses all blocks, after two tries', async () => {
    const person = bot.person('UBEA')
    await person.command('goal L3')
    slack.can.blocks = false
    const { ts } = await person.dm('I led the restore test of the billing database and cut it by two hours.')
    const review = await slack.next(
      () => person.thread(ts).find(({ text }) => text.includes('led the restore test')),
      20_000,
      'the review as text',
    )
    slack.can.blocks = true
    expect(review.blocks).toEqual([])
    expect(review.text).toContain('People decide promotions')
    expect(review.text).not.toMatch(/<[!@#]|\[object|undefined/)
    const tries = slack
      .calls('chat.postMessage')
      .filter(({ body }) => body.thread_ts === ts && body.metadata?.event_payload?.kind === 'review')
    expect(tries).toHaveLength(3)
  })
})
