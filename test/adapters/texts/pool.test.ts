import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { makeConstants } from '../../../src/adapters/texts/codec.ts'
import { openPool } from '../../../src/adapters/texts/pool.ts'
import type { WorkLimits } from '../../../src/adapters/texts/thread.ts'

const SCRIPT = new URL('../../fakes/odd-worker.ts', import.meta.url)
const LIMITS: WorkLimits = { cpuMs: 600_000, wallMs: 600_000, memoryMb: 400 }

describe('a pool of workers', () => {
  const open: ReturnType<typeof openPool>[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((pool) => pool.close()))
  })
  const poolOf = (limits: Partial<WorkLimits> = {}, size = 1, quick = 0) => {
    const pool = openPool({ script: SCRIPT, size, quick, limits: { ...LIMITS, ...limits } })
    open.push(pool)
    const constants = makeConstants()
    const run = (task: string, person = 'ada', ...given: unknown[]) =>
      pool.run(person, { task, ...constants.pack(given) })
    return { pool, constants, run }
  }
  const done = (one: unknown) => ({ kind: 'done', text: JSON.stringify(one) })

  it.each([
    ['runs for ever', 'spin', { cpuMs: 200 }],
    ['goes back over its text for ever', 'backtrack', { cpuMs: 200 }],
    ['waits for ever', 'sleep', { wallMs: 300 }],
    ['takes more and more memory', 'hoard', { memoryMb: 150 }],
  ])('ends a task that %s, and does the next one', async (_, task, limits) => {
    const { run } = poolOf(limits)
    const [bad, good] = await Promise.all([run(task), run('echo', 'bob', 1)])
    expect([bad, good]).toEqual([{ kind: 'too-slow' }, done(1)])
  })

  it('does not count what a task loads before it begins', async () => {
    const { run } = poolOf({ cpuMs: 200 })
    expect(await run('heavy', 'ada', 1)).toEqual(done(1))
  })

  it.each(['leave', 'fall'])('loses one task and no other if a worker dies: %s', async (task) => {
    const { run } = poolOf()
    const outcomes = await Promise.all([run('echo', 'ada', 1), run(task), run('echo', 'ada', 2)])
    expect(outcomes).toEqual([done(1), { kind: 'lost' }, done(2)])
  })

  it('reports where an error happened but not its message, and keeps the worker', async () => {
    const { run } = poolOf()
    await run('remember', 'ada', 'x')
    const broke = await run('break', 'ada', 'words of a person')
    expect(broke).toEqual({ kind: 'broke', code: null, where: expect.stringMatching(/^Error at /) })
    expect(await run('refuse', 'ada', 'words of a person')).toMatchObject({ code: 'rules-failed' })
    expect(JSON.stringify(broke)).not.toContain('words')
    expect(await run('remember', 'ada', 'y')).toEqual(done(['x', 'y']))
  })

  it('gives a worker none of our settings, and shows nothing that it prints', async () => {
    const { run } = poolOf()
    expect(await run('print', 'ada', 'words of a person')).toEqual(done(0))
  })

  it('sends a constant to a worker once, and again to a new worker', async () => {
    const { pool, constants } = poolOf({ wallMs: 2_000 })
    const ladder = constants.keep({ name: 'x'.repeat(1_000) })
    const echo = async (): Promise<unknown> => {
      const packed = constants.pack([ladder])
      const outcome = await pool.run('ada', { task: 'echo', ...packed })
      expect(outcome.kind === 'done' && outcome.text.length).toBeLessThan(100)
      return outcome
    }
    const first = await echo()
    expect(await echo()).toEqual(first)
    expect(await pool.run('ada', { task: 'leave', ...constants.pack([]) })).toEqual({ kind: 'lost' })
    expect(await echo()).toEqual(first)
  })

  it('does short work while a long text keeps every other worker busy, and takes people in turn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'coach-pool-'))
    const file = join(folder, 'go')
    writeFileSync(file, '')
    const { run } = poolOf({}, 1, 1)
    const long = run('until', 'ada', file, 'x'.repeat(20_000))
    const order: string[] = []
    const short = ['a1', 'a2', 'a3', 'b1'].map(async (one) => {
      expect(await run('echo', one[0]!, one)).toEqual(done(one))
      order.push(one)
    })
    await Promise.all(short)
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3'])
    writeFileSync(file, 'go')
    expect(await long).toEqual(done('done'))
    rmSync(folder, { recursive: true })
  })

  it('loads another worker only if all that are loaded are busy', async () => {
    const { run } = poolOf({}, 1, 1)
    await run('remember', 'ada', 'x')
    expect(await run('remember', 'ada', 'y')).toEqual(done(['x', 'y']))
    const both = await Promise.all([run('remember', 'ada', 'z'), run('remember', 'bob', 'new')])
    expect(both).toEqual([done(['x', 'y', 'z']), done(['new'])])
  })

  it('ends running and waiting work at once when closed, and accepts nothing more', async () => {
    const { pool, run } = poolOf()
    await run('echo')
    const all = [run('spin'), run('echo'), run('echo', 'bob')]
    await pool.close()
    expect(await Promise.all(all)).toEqual(all.map(() => ({ kind: 'lost' })))
    expect(await run('echo')).toEqual({ kind: 'lost' })
  })
})
