import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMessenger } from '../../src/slack/web-api/messenger.ts'
import { owner } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { BOT_TOKEN, dmOf, type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'

describe('posts in Slack', () => {
  let slack: LocalSlack
  beforeAll(async () => {
    slack = await startLocalSlack()
    slack.can.stream = true
  })
  afterAll(() => slack.close())
  const messenger = () =>
    makeMessenger(new webApi.WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }))

  it('are found again after a crash, even a growing sign of life without a key of ours', async () => {
    const place = { owner, channel: dmOf(owner.team, owner.user), threadTs: slack.nextTs() }
    const [target] = smallLadder.levels
    await messenger().post(
      place,
      { kind: 'reading', target: target!, done: 0, batches: 2 },
      { evidenceId: 'e1', revision: 3, lookFirst: false },
    )
    const after = messenger()
    const found = await after.postsOf(place, 'e1')
    expect(found.map(({ kind }) => kind)).toEqual(['reading'])
    for (const post of found) await after.remove(post)
    expect(slack.thread(place.channel, place.threadTs)).toEqual([])
  })
  it('to a person, without a thread, are plain text if Slack refuses all blocks', async () => {
    slack.can.blocks = false
    const before = slack.messages.length
    await messenger().tell(owner, { kind: 'ask-goal', shelf: { all: [smallLadder], standard: smallLadder } })
    slack.can.blocks = true
    const [told] = slack.messages.slice(before)
    expect(told?.blocks).toEqual([])
    expect(told?.text).toContain('level')
  })
})
