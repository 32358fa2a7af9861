import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type AllMetrics, makeMetrics } from '../../src/adapters/metrics/metrics.ts'
import { SLACK_METHODS } from '../../src/adapters/metrics/metrics-labels.ts'
import type { QueueFigure } from '../../src/adapters/metrics/metrics-now.ts'
import { makeSlackCalls } from '../../src/adapters/metrics/slack-calls.ts'
import { CoachError } from '../../src/domain/coach-error.ts'

const HOSTILE = 'U0ADA said "I led it"'

const made: AllMetrics[] = []
const metricsOf = (): AllMetrics => {
  const metrics = makeMetrics()
  made.push(metrics)
  return metrics
}
const figure = (kind: string, more: Partial<QueueFigure> = {}): QueueFigure => ({
  kind,
  waiting: 2,
  running: 1,
  oldest: 400,
  untried: 301,
  ...more,
})
const connected = { kind: 'connected' } as const

describe('the metrics', () => {
  afterAll(() => {
    for (const metrics of made) metrics.close()
  })

  it('are exactly those in the table of operating.md', () => {
    const table = readFileSync('.github/docs/operating.md', 'utf8').split('## Metrics')[1]!
    const named = [...table.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)]
    expect(named.map(([, name]) => name).toSorted()).toEqual(metricsOf().names().toSorted())
  })

  it('have only existing names in alerts', () => {
    const names = metricsOf().names()
    for (const file of ['README.md', '.github/docs/operating.md']) {
      const spoken = [...readFileSync(file, 'utf8').matchAll(/\bladder_coach_\w+[a-z](?!\w|\*)/g)].map(
        ([name]) => name,
      )
      expect(spoken.length).toBeGreaterThanOrEqual(5)
      expect(spoken.filter((name) => !names.includes(name))).toEqual([])
    }
  })

  it('have the same five alerts in both places', () => {
    const [readme, docs] = ['README.md', '.github/docs/operating.md'].map((file) =>
      readFileSync(file, 'utf8'),
    )
    const alerts = [...readme!.matchAll(/^\| .*? \| `(.*ladder_coach.*?)` \|/gm)].map(([, alert]) => alert)
    const explained = [...docs!.matchAll(/^```promql\n(.*?)\n```/gms)].map(([, alert]) => alert)
    expect(alerts).toHaveLength(5)
    expect(explained).toEqual(alerts)
  })

  it('begin at 0 if an alert looks for a rise', async () => {
    const text = await metricsOf().text()
    for (const line of [
      'job_tries_total{kind="review-evidence",outcome="given-up"} 0',
      'model_calls_total{outcome="ok"} 0',
      'nudges_total{to="channel",outcome="missed"} 0',
    ])
      expect(text).toContain(`ladder_coach_${line}`)
  })

  it('have no label that somebody sent: unknown ones become other', async () => {
    const metrics = metricsOf()
    metrics.slackCalled(HOSTILE, HOSTILE)
    metrics.slackCalled('files.info', 'missing_scope')
    metrics.jobEnded(HOSTILE, 'again')
    metrics.databaseFailed(new CoachError('store-unavailable', HOSTILE, { vendor: '99999' }))
    metrics.databaseFailed(new CoachError('store-unavailable', HOSTILE, { vendor: '53100' }))
    metrics.fileUnread(HOSTILE as 'gone')
    metrics.modelCalled({ outcome: HOSTILE as 'ok', use: null, seconds: 1 })
    metrics.watch({
      slack: () => connected,
      writable: async () => true,
      queue: async () => [figure(HOSTILE), figure('answer-reply')],
    })
    const text = await metrics.text()
    expect(text).not.toMatch(/U0ADA|led it|99999/)
    for (const line of [
      'ladder_coach_slack_calls_total{method="other",outcome="other"} 1',
      'ladder_coach_slack_calls_total{method="files.info",outcome="missing_scope"} 1',
      'ladder_coach_job_tries_total{kind="other",outcome="again"} 1',
      'ladder_coach_database_errors_total{code="other"} 1',
      'ladder_coach_database_errors_total{code="53100"} 1',
      'ladder_coach_files_unread_total{why="other"} 1',
      'ladder_coach_model_calls_total{outcome="other"} 1',
      'ladder_coach_jobs_waiting{kind="other"} 2',
      'ladder_coach_jobs_running{kind="answer-reply"} 1',
      'ladder_coach_job_oldest_seconds{kind="answer-reply"} 400',
      'ladder_coach_job_untried_seconds{kind="answer-reply"} 301',
      'ladder_coach_job_untried_seconds{kind="send-nudge"} 0',
    ])
      expect(text).toContain(line)
  })

  it('know every Slack method that the source calls', () => {
    const files = readdirSync('src/slack', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const called = files.flatMap((name) =>
      [
        ...readFileSync(join('src/slack', name), 'utf8').matchAll(/\bclient\.((?:[a-z]\w+\.)+[a-z]\w+)\(/gi),
      ].map(([, method]) => method!),
    )
    expect(called.length).toBeGreaterThan(12)
    expect(called.filter((method) => !(SLACK_METHODS as readonly string[]).includes(method))).toEqual([])
  })

  it('count evidence once it is stored, and no repeat of it', async () => {
    const metrics = metricsOf()
    const outcomes = ['accepted', 'known', 'accepted', 'empty', 'ours']
    const accept = metrics.accepting('message', async () => outcomes.shift())
    for (let count = 0; count < 5; count += 1) await accept()
    await metrics.accepting('form', async () => undefined)()
    const lost = metrics.accepting('form', () => Promise.reject(new CoachError('store-unavailable', 'away')))
    await expect(lost()).rejects.toThrow('away')
    const text = await metrics.text()
    expect(text).toContain('ladder_coach_evidence_accepted_total{by="message"} 2')
    expect(text).toContain('ladder_coach_evidence_accepted_total{by="form"} 1')
  })

  it('are scraped while the database hangs, without old values', async () => {
    const metrics = metricsOf()
    const watched = {
      slack: () => connected,
      writable: async () => true,
      queue: async () => [figure('say-evidence')],
    }
    metrics.watch(watched)
    expect(await metrics.text()).toContain('ladder_coach_database_writable 1')
    const never = () => new Promise<never>(() => {})
    const since = Temporal.Instant.fromEpochMilliseconds(0)
    metrics.watch({ slack: () => ({ kind: 'away', since }), writable: never, queue: never })
    const from = performance.now()
    const text = await metrics.text()
    expect(performance.now() - from).toBeLessThan(2_000)
    expect(text).toContain('ladder_coach_database_writable 0')
    expect(text).toContain('ladder_coach_slack_connected 0')
    expect(text).not.toContain('ladder_coach_jobs_waiting{')
  })

  it('show how long the event loop was blocked since the last scrape, and start again', async () => {
    const metrics = metricsOf()
    const longest = async (): Promise<number> =>
      Number(/event_loop_delay_seconds\{quantile="1"\} (\S+)/.exec(await metrics.text())?.[1])
    const turn = () => new Promise((resolve) => setTimeout(resolve, 25))
    await turn()
    const until = performance.now() + 300
    while (performance.now() < until);
    await turn()
    const stall = await longest()
    expect(stall).toBeGreaterThan(0.25)
    await turn()
    expect(await longest()).toBeLessThan(stall)
  })
})

describe('calls to Slack', () => {
  it('are counted, and a missing scope is logged with what to do, once an hour for each method', () => {
    const said: object[] = []
    const counted: string[] = []
    let at = Temporal.Instant.from('2026-11-24T10:00:00Z')
    const heard = makeSlackCalls(
      { slackCalled: (method, outcome) => void counted.push(`${method} ${outcome}`) },
      { warn: (fact) => void said.push(fact) },
      () => at,
    )
    for (let count = 0; count < 5; count += 1) heard('files.info', 'missing_scope')
    heard('users.list', 'missing_scope')
    // The app can do without this scope, and whoever calls says so once.
    heard('assistant.threads.setSuggestedPrompts', 'missing_scope')
    heard('chat.postMessage', 'ok')
    heard('chat.postMessage', 'channel_not_found')
    expect(counted).toHaveLength(9)
    const line = {
      action: 'call-slack',
      code: 'slack-refused',
      vendor: 'missing_scope',
      todo: expect.stringContaining('manifest.json'),
    }
    expect(said).toEqual([
      { ...line, method: 'files.info' },
      { ...line, method: 'users.list' },
    ])
    at = at.add({ minutes: 61 })
    heard('files.info', 'missing_scope')
    expect(said).toHaveLength(3)
  })
})
