import { describe, expect, it } from 'vitest'
import { answerCommandSoon, roomOf } from '../../src/slack/answer.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

describe('a command that has to ask Slack something first', () => {
  const heard: [string, unknown][] = []
  let acked = (): void => {}
  const args = {
    command: { command: '/ladder' },
    ack: async (said?: unknown) => {
      heard.push(['ack', said])
      acked()
    },
    respond: async (said: unknown) => void heard.push(['respond', said]),
  } as never

  it('is answered in its ack if that is quick, even with trouble, and not if a form was opened', async () => {
    heard.length = 0
    await answerCommandSoon(args, quiet, async () => ({ text: 'Set.', blocks: [] }))
    await answerCommandSoon(args, quiet, async () => null)
    await answerCommandSoon(args, quiet, async () => {
      throw new Error('away')
    })
    expect(heard).toMatchObject([
      ['ack', { response_type: 'ephemeral', text: 'Set.' }],
      ['ack', undefined],
      ['ack', { text: expect.stringContaining('That didn’t work') }],
    ])
  })

  it('is acknowledged within Slack’s three seconds, and answered after that', async () => {
    heard.length = 0
    const ack = new Promise<void>((resolve) => (acked = resolve))
    const done = answerCommandSoon(args, quiet, async () => {
      await ack
      return { text: 'Set.', blocks: [] }
    })
    await ack
    expect(heard).toEqual([['ack', undefined]])
    await done
    expect(heard[1]).toMatchObject(['respond', { response_type: 'ephemeral', text: 'Set.' }])
  })

  it('tells channels from DMs and group DMs', () => {
    expect(roomOf({ id: 'C012AB', name: 'sre' })).toBe('C012AB')
    expect(roomOf({ id: 'G012AB', name: 'privategroup' })).toBe('G012AB')
    expect(roomOf({ id: 'C012AB', name: 'mpdm-ada--sam-1' })).toBeNull()
    expect(roomOf({ id: 'D012AB', name: 'directmessage' })).toBeNull()
    expect(roomOf(undefined)).toBeNull()
  })
})
