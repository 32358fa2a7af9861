import { describe, expect, it } from 'vitest'
import { smallTalkOf } from '../../src/domain/evidence/small-talk.ts'

describe('small talk', () => {
  it.each([
    ['hi', 'greeting'],
    ['Hey coach!', 'greeting'],
    [':wave:', 'thanks'],
    ['👍', 'thanks'],
    ['Thanks so much!!', 'thanks'],
    ['ok, thank you', 'thanks'],
    ['help', 'help'],
    ['What can you do?', 'help'],
  ] as const)('%j is %s', (text, kind) => {
    expect(smallTalkOf(text)).toBe(kind)
  })

  it.each([
    'Hi, I led the migration of the queue.',
    'Fixed prod',
    'thanks to my runbook the on-call load fell',
    'I need help with L3',
    'done: the restore test',
    '',
  ])('%j is not small talk', (text) => {
    expect(smallTalkOf(text)).toBeNull()
  })
})
