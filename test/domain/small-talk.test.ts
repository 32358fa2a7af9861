import { describe, expect, it } from 'vitest'
import { isThanks, smallTalkOf } from '../../src/domain/evidence/small-talk.ts'

describe('small talk', () => {
  it.each([
    ['hi', 'greeting'],
    ['Hey coach!', 'greeting'],
    [':wave:', 'thanks'],
    ['👍', 'thanks'],
    ['Thanks so much!!', 'thanks'],
    ['ok, thank you', 'thanks'],
    ['Muchas gracias!', 'thanks'],
    ['thanks for the help', 'thanks'],
    ['makes sense', 'thanks'],
    ['help', 'help'],
    ['What can you do?', 'help'],
  ] as const)('%j is %s', (text, kind) => {
    expect(smallTalkOf(text)).toBe(kind)
  })

  it.each([
    ['👍', true],
    ['danke dir', true],
    ['ok', false],
    ['thanks to my runbook the on-call load fell', false],
    [' ', false],
  ])('of %j only thanks: %s', (text, only) => {
    expect(isThanks(text)).toBe(only)
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
