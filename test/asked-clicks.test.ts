import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../src/adapters/ladder-files/ladder-files.ts'
import type { Proposal } from '../src/coaching/conversation/conversation-reply.ts'
import { confirmView } from '../src/slack/views/conversation/confirm.ts'
import { evidenceOf } from './domain/evidence-fixture.ts'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const SCHEDULE = { weekday: 5, time: Temporal.PlainTime.from('16:00'), zone: 'Europe/Berlin' } as const

/** The buttons under a proposed action, pressed by its owner or by someone else. */
describe('a button under a proposal', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })

  /** Presses a button of a proposal as `user`, and returns what the bot answered. */
  const press = async (user: string, owner: string, proposal: Proposal, label: string): Promise<string> => {
    const { blocks } = confirmView({ kind: 'confirm', owner: { team: 'T1', user: owner }, proposal })
    const before = slack.responses.length
    await bot.person(user).click({ blocks: blocks as Json[] }, label)
    await slack.next(() => slack.responses.length > before)
    return JSON.stringify(slack.responses.at(-1))
  }
  const listOf = async (user: string): Promise<string> =>
    JSON.stringify((await bot.person(user).command('evidence')).body)
  /** A person with one reviewed piece, and its id. */
  const withPiece = async (user: string): Promise<string> => {
    const person = bot.person(user)
    await person.command('goal L3')
    const { ts } = await person.dm('I moved our DNS to the new provider. It took 4 minutes instead of 40.')
    await person.reply(ts, 'People decide promotions')
    return /"value":"open:([\w-]+)/.exec(await listOf(user))?.[1] ?? ''
  }
  const deletion = (id: string): Proposal => ({
    ...{ kind: 'delete', each: false, here: false },
    pieces: [evidenceOf('I moved our DNS.', { id })],
  })

  it('deletes the entry for its owner, and keeps it for everybody else', async () => {
    const id = await withPiece('UDEL')
    expect(await press('UOTHER', 'UDEL', deletion(id), 'Delete')).toContain(
      'Only the person who asked can press this',
    )
    // A value that names the presser reaches nothing of anyone else.
    expect(await press('UOTHER', 'UOTHER', deletion(id), 'Delete')).toContain('That is already deleted.')
    expect(await press('UDEL', 'UDEL', deletion(id), 'Keep')).toContain('I changed nothing.')
    expect(await listOf('UDEL')).toContain('4 minutes')
    expect(await press('UDEL', 'UDEL', deletion(id), 'Delete')).toContain('I deleted the entry')
    expect(await listOf('UDEL')).toContain('No evidence yet')
  })

  it('sets and removes a goal', async () => {
    const sre = (await loadShelf('rubric')).standard!
    const goal = { ladder: 'sre', current: 'L2', target: 'L4', by: '2027-06' }
    const set: Proposal = { kind: 'goal', ladder: sre, goal, named: false }
    const said = await press('UGOAL', 'UGOAL', set, 'Set goal')
    expect(said).toContain('Your goal is now ')
    expect(said).toContain('June 2027')
    const named: Proposal = { kind: 'goal', ladder: sre, goal: { ...goal, target: 'L3' }, named: true }
    expect(await press('UGOAL', 'UGOAL', named, 'Set goal')).toContain('Senior SRE (L3)')
    const cleared: Proposal = { kind: 'clear-goal', ladder: sre, goal }
    expect(await press('UGOAL', 'UGOAL', cleared, 'Remove goal')).toContain('I removed your goal.')
  })

  it('sets, pauses and stops the weekly question', async () => {
    const nudge = (proposal: Proposal, label: string) => press('UADA', 'UADA', proposal, label)
    expect(await nudge({ kind: 'nudge', wish: 'set', schedule: SCHEDULE }, 'Set nudge')).toContain(
      'every Friday at 16:00, Berlin time',
    )
    const until = Temporal.Now.plainDateISO().add({ days: 40 })
    expect(await nudge({ kind: 'nudge', wish: 'pause', until }, 'Pause')).toContain(
      'Paused. I’ll message you',
    )
    expect(await nudge({ kind: 'nudge', wish: 'resume' }, 'Resume')).toContain('Resumed.')
    expect(await nudge({ kind: 'nudge', wish: 'skip' }, 'Skip')).toContain('Paused. I’ll message you')
    expect(await nudge({ kind: 'nudge', wish: 'stop' }, 'Stop')).toContain('Stopped.')
  })

  it('deletes everything', async () => {
    await withPiece('UALL')
    const all: Proposal = { kind: 'delete-all', entries: 1 }
    expect(await press('UOTHER', 'UALL', all, 'Delete everything')).toContain('Only the person who asked')
    expect(await press('UALL', 'UALL', all, 'Delete everything')).toContain('I deleted everything I stored')
    expect(await listOf('UALL')).toContain('No evidence yet')
  })
})
