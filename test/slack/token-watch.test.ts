import { describe, expect, it } from 'vitest'
import { makeLinkState } from '../../src/slack/connection/link-state.ts'
import { makeTokenWatch } from '../../src/slack/connection/token-watch.ts'

const us = { team_id: 'T1', bot_id: 'B1', user_id: 'U1' }

/** A watch whose auth.test gives the answer of `answer`, and what it did. */
const watching = () => {
  const state = { at: Temporal.Instant.from('2026-11-23T10:00:00Z'), refused: '', asked: 0 }
  const usable: boolean[] = []
  const asked: (() => void)[] = []
  const now = () => state.at
  const link = makeLinkState({
    now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    onUsable: (is) => usable.push(is),
  })
  const watch = makeTokenWatch({
    ask: async () => {
      state.asked += 1
      for (const hear of asked.splice(0)) setImmediate(hear)
      if (state.refused) throw { code: 'slack_webapi_platform_error', data: { error: state.refused } }
      return us
    },
    link,
    waits: { first: 1, most: 2 },
    now,
  })
  const isAsked = (): Promise<void> => new Promise((resolve) => asked.push(resolve))
  return { state, usable, link, watch, isAsked }
}

describe('the watch on the bot token', () => {
  it('counts the token as refused only if auth.test refuses it, until auth.test accepts it again', async () => {
    const { state, usable, link, watch, isAsked } = watching()
    await watch.start()
    const asked = isAsked()
    watch.heard('ekm_access_denied')
    await asked
    expect([link.state().kind, usable]).toEqual(['connected', []])
    state.refused = 'token_revoked'
    const twice = isAsked().then(isAsked)
    watch.heard('token_revoked')
    await twice
    expect([link.state().kind, usable]).toEqual(['refused', [false]])
    state.refused = ''
    await isAsked()
    expect([link.state().kind, usable]).toEqual(['connected', [false, true]])
    watch.stop()
  })

  it('says that Slack is away after half a minute without a successful call, until one succeeds', async () => {
    const { state, link, watch } = watching()
    await watch.start()
    const later = (outcome: string, seconds: number): string => {
      state.at = state.at.add({ seconds })
      watch.heard(outcome)
      return link.state().kind
    }
    expect([later('lost', 0), later('http_503', 29)]).toEqual(['connected', 'connected'])
    expect([later('channel_not_found', 1), later('lost', 29)]).toEqual(['connected', 'connected'])
    expect([later('lost', 30), later('http_500', 60), later('ok', 1)]).toEqual(['away', 'away', 'connected'])
    watch.stop()
  })
})
