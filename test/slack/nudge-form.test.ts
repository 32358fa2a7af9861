import { describe, expect, it } from 'vitest'
import type { NudgeAnswer } from '../../src/coaching/nudge/nudge-answers.ts'
import type { SetNudge } from '../../src/coaching/nudge/set-nudge.ts'
import { nudgeSubmitted } from '../../src/slack/listeners/nudge-form.ts'
import { makeSeals } from '../../src/slack/seals.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** Sends a form while Slack is slow, and returns what happened once the form was acknowledged. */
const sent = async (answer: () => NudgeAnswer, closed = false): Promise<[string, unknown][]> => {
  const heard: [string, unknown][] = []
  let acked = (): void => {}
  const ack = new Promise<void>((resolve) => (acked = resolve))
  const setNudge = { fromForm: async () => ack.then(answer) } as unknown as SetNudge
  const choice = (value: string) => ({ choice: { selected_option: { value } } })
  const owner = { team: 'T1', user: 'UADA' }
  const seals = makeSeals(
    async () => new Uint8Array(32),
    () => Temporal.Instant.from('2026-11-24T12:00:00Z'),
  )
  await nudgeSubmitted(
    setNudge,
    seals,
    quiet,
  )({
    ack: async (said?: unknown) => {
      heard.push(['ack', said])
      acked()
    },
    body: { user: { id: 'UADA' } },
    context: { ownerTeam: 'T1' },
    view: {
      private_metadata: await seals.seal({ form: 'nudge-form', owner, channel: 'C1' }),
      state: {
        values: {
          ladder: choice('sre'),
          weekday: choice('1'),
          time: { choice: { selected_time: '09:30' } },
          zone: choice('Europe/London'),
        },
      },
    },
    client: {
      chat: {
        postEphemeral: async (said: unknown) => {
          if (closed) throw new Error('not_in_channel')
          heard.push(['alone', said])
        },
        postMessage: async (said: unknown) => void heard.push(['dm', said]),
      },
    },
  } as never)
  return heard
}

describe('the form for a nudge while Slack is slow', () => {
  it('closes within Slack’s three seconds, and the result follows', async () => {
    expect(await sent(() => ({ kind: 'stopped', channel: 'C1', had: true, comes: null }))).toMatchObject([
      ['ack', undefined],
      ['alone', { channel: 'C1', user: 'UADA', text: expect.stringContaining('this channel') }],
    ])
  })

  it('reports an error in a DM if the coach is not in the channel', async () => {
    const heard = await sent(() => ({ kind: 'refused', trouble: 'not-in-channel' }), true)
    expect(heard).toMatchObject([
      ['ack', undefined],
      ['dm', { channel: 'UADA', text: expect.stringContaining('there, then set it up again.') }],
    ])
    expect(JSON.stringify(heard)).toContain('"channel_id":"C1"')
  })

  it('reports that it did not work', async () => {
    const heard = await sent(() => {
      throw new Error('away')
    })
    expect(heard[1]).toMatchObject(['alone', { text: expect.stringContaining('That didn’t work') }])
  })
})
