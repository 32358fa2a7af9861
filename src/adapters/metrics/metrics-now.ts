import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { SlackState } from '../../coaching/ports.ts'
import { within } from '../within.ts'
import { JOBS, jobLabel } from './metrics-labels.ts'

/** The jobs of one kind that are in the queue. */
export type QueueFigure = {
  readonly kind: string
  /** How many jobs are waiting. */
  readonly waiting: number
  /** How many jobs are running. */
  readonly running: number
  /** How long the oldest due job has been waiting, and the oldest one that was never tried, in seconds. */
  readonly oldest: number
  readonly untried: number
}

/** What is checked when metrics are scraped. */
export type Watched = {
  readonly slack: () => SlackState
  /** True if the database accepts writes. */
  readonly writable: () => Promise<boolean>
  readonly queue: () => Promise<readonly QueueFigure[]>
}

/** The longest that a scrape waits for the database, in milliseconds. */
const LONGEST = 1_000

/** How often the event loop is checked, in milliseconds. Measured values include this time. */
const RESOLUTION = 10

/** The metrics that are measured at every scrape. */
export function gaugesAtScrape(registers: Registry[]) {
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers })
  const connected = gauge('ladder_coach_slack_connected', '1 while connected to Slack with a valid token.')
  const writable = gauge('ladder_coach_database_writable', '1 while the database accepts writes.')
  const waiting = gauge('ladder_coach_jobs_waiting', 'Jobs that are waiting, by kind.', ['kind'])
  const running = gauge('ladder_coach_jobs_running', 'Jobs that are running, by kind.', ['kind'])
  const oldest = gauge(
    'ladder_coach_job_oldest_seconds',
    'How long the oldest due job has been waiting, by kind.',
    ['kind'],
  )
  const untried = gauge(
    'ladder_coach_job_untried_seconds',
    'How long the oldest due job that was never tried has been waiting, by kind.',
    ['kind'],
  )
  const stall = gauge(
    'ladder_coach_event_loop_delay_seconds',
    'Event loop delay since the last scrape: median, 99th percentile, and the longest (quantile 1).',
    ['quantile'],
  )
  const memory = gauge('process_resident_memory_bytes', 'Memory of the process, including all its threads.')
  const start = gauge('process_start_time_seconds', 'When the process started, in seconds since 1970.')
  const cpu = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time of the process, including all its threads.',
    registers,
  })

  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  let watched: Watched | null = null
  let counted = 0

  const lookAtProcess = (): void => {
    const late = (nanoseconds: number): number =>
      delay.count > 0 ? Math.max(0, nanoseconds / 1e9 - RESOLUTION / 1000) : 0
    stall.set({ quantile: '0.5' }, late(delay.percentile(50)))
    stall.set({ quantile: '0.99' }, late(delay.percentile(99)))
    stall.set({ quantile: '1' }, late(delay.max))
    delay.reset()
    memory.set(process.memoryUsage.rss())
    start.set(Math.round(performance.timeOrigin / 1000))
    const { user, system } = process.cpuUsage()
    cpu.inc((user + system - counted) / 1e6)
    counted = user + system
  }
  const lookAtQueue = async (queue: Watched['queue']): Promise<void> => {
    const figures = await within(queue(), LONGEST).catch(() => null)
    for (const one of [waiting, running, oldest, untried]) one.reset()
    // An unknown value is left out. The old one would look as if all were well.
    if (figures === null) return
    for (const kind of JOBS) for (const one of [waiting, running, oldest, untried]) one.set({ kind }, 0)
    for (const figure of figures) {
      const label = { kind: jobLabel(figure.kind) }
      waiting.set(label, figure.waiting)
      running.set(label, figure.running)
      oldest.set(label, figure.oldest)
      untried.set(label, figure.untried)
    }
  }
  return {
    watch: (given: Watched): void => {
      watched = given
    },
    /**
     * Measures everything. Waits at most a second for the database, and never rejects if the database is away.
     */
    look: async (): Promise<void> => {
      lookAtProcess()
      if (watched === null) return
      const { slack, queue } = watched
      connected.set(slack().kind === 'connected' ? 1 : 0)
      const [writes] = await Promise.all([
        within(watched.writable(), LONGEST).catch(() => null),
        lookAtQueue(queue),
      ])
      writable.set(writes ? 1 : 0)
    },
    close: (): void => {
      delay.disable()
    },
  }
}
