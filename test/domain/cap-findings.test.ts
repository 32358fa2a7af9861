import { describe, expect, it } from 'vitest'
import { cappedAnswer, standingOf } from '../../src/domain/review/cap-findings.ts'
import type { Status } from '../../src/domain/review/review.ts'
import { answerOf, findingOf, spansIn } from './evidence-fixture.ts'

/** What becomes of a verdict on all spans of a text. */
const borne = (text: string, said: Status = 'evidenced') => {
  const spans = spansIn(text)
  const found = findingOf({ status: said, spans: spans.map(({ id }) => id) })
  return cappedAnswer(answerOf({ findings: [found] }), spans).findings[0]!
}

describe('a verdict that the words do not bear out', () => {
  it.each<[string, string, Status, string]>([
    ['we alone', 'We finished the upgrade across all 14 clusters.', "can't tell", 'no-own-part'],
    ['the team', 'The team introduced a weekly capacity review.', "can't tell", 'no-own-part'],
    ['the passive', 'The pipeline was migrated to the new cluster.', "can't tell", 'no-own-part'],
    ['a plan', 'Next quarter I will plan the maintenance of all databases.', 'not yet', 'plan'],
    ['a loss', 'I missed the deadline of the maintenance and it was cancelled.', 'not yet', 'loss'],
    ['a line marked as a loss', ':x: I merged the change without a review.', 'not yet', 'weakness'],
    ['what is under Weaknesses', '## Weaknesses\nI shipped changes without a test.', 'not yet', 'weakness'],
    ['a vague line', 'Helped with some stuff and things.', "can't tell", 'vague'],
    ['we alone in German', 'Wir haben die Datenbank auf neue Server umgezogen.', "can't tell", 'no-own-part'],
    [
      'we alone in Spanish',
      'Nosotros migramos la base de datos a los servidores nuevos.',
      "can't tell",
      'no-own-part',
    ],
    [
      'we alone in French, about problems',
      'Notre équipe a construit un outil pour les problèmes du réseau.',
      "can't tell",
      'no-own-part',
    ],
  ])('is lowered for %s, and says why', (_, text, most, reason) => {
    expect(borne(text)).toMatchObject({ status: most, cap: { said: 'evidenced', reason } })
    expect(borne(text, 'partly')).toMatchObject(
      text.startsWith('The pipeline') ? { status: 'partly', cap: null } : { status: most },
    )
  })

  it.each([
    'I moved the log pipeline to ClickHouse and cut query time from 40 to 12 minutes.',
    'Led the incident call and wrote the post-mortem.',
    ':white_check_mark: Reduced paging from 40 to 12 a week.',
    'We moved the cluster. I wrote the plan and ran the cut-over.',
    '**Context:** In May I decided to rebuild the flow and measured it.',
    'two teams needed the same queue, i got them to agree on one format',
    'We left the legacy tenants out of the first rollout. My call.',
    'Said no to running Ceph on the app nodes, was overruled for two of them, set them up anyway.',
    'Takes the primary pager one week in five and closes nearly everything.',
    'Ich habe die Migration geleitet und den Plan geschrieben.',
    'En marzo dirigí la migración de la base de datos.',
    "J'ai conduit la migration de la base de données.",
  ])('stands where the person’s own part is told: "%s"', (text) => {
    expect(borne(text)).toMatchObject({ status: 'evidenced', cap: null })
  })

  it.each([
    ['of losses alone', 'I deleted the wrong prefix. Versioning was off on that bucket.', true],
    [
      'of a loss and of what was done about it',
      'I deleted the wrong prefix. I wrote a check that stops it.',
      false,
    ],
    ['of a plan', 'Next quarter I will plan the maintenance.', false],
  ])('counts against a case where it tells %s: %s', (_, text, against) => {
    expect(borne(text, 'not yet').against).toBe(against)
  })

  it('is partly shown if part of its sentence is still missing', () => {
    const spans = spansIn('I planned the move and ran it.')
    const missing = [{ expectation: 'sre/L3/mastery/2', text: 'Whether anybody steered it.' }]
    const { findings } = cappedAnswer(answerOf({ findings: [findingOf({ missing })] }), spans)
    expect(findings[0]).toMatchObject({ status: 'partly', cap: { reason: 'half-row' }, missing })
  })

  it('drops a headline that relies only on it, and keeps a careful one', () => {
    const spans = spansIn('We finished the upgrade across all 14 clusters.')
    const headlineOf = (headline: string, status: Status) =>
      cappedAnswer(answerOf({ headline, findings: [findingOf({ status })] }), spans).headline
    expect(headlineOf('You clearly led a large upgrade.', 'evidenced')).toBeNull()
    expect(headlineOf('Which part was yours is open.', "can't tell")).toBe('Which part was yours is open.')
  })

  it('leaves a step made from its gap if no step of the reader’s held', () => {
    const spans = spansIn('I planned the move and ran it.')
    const gap = { expectation: 'sre/L3/mastery/2', text: 'Who steered it.' }
    const finding = findingOf({ status: 'partly', missing: [gap] })
    expect(cappedAnswer(answerOf({ findings: [finding] }), spans).nextSteps).toEqual([
      { kind: 'gap', ...gap },
    ])
  })
})

describe('a failure', () => {
  const againstOf = (text: string, nth: number) => {
    const spans = spansIn(text)
    const found = findingOf({ status: 'not yet', spans: [spans[nth]!.id] })
    return cappedAnswer(answerOf({ findings: [found] }), spans).findings[0]!.against
  }

  it('counts against a case, unlike a plan next to it', () => {
    const text = ':x: I dropped a table in production.\n\nNext quarter I will mentor somebody.'
    expect([againstOf(text, 0), againstOf(text, 1)]).toEqual([true, false])
  })

  it('lasts until the next heading of its rank, with or without marks', () => {
    const text =
      'What went wrong:\n- I shipped a change without a test.\n\nWhat went well:\n- I wrote the runbook of the queue.'
    expect([againstOf(text, 1), againstOf(text, 3)]).toEqual([true, false])
    expect(borne(text.split('\n\n')[1]!.split('\n')[1]!)).toMatchObject({ status: 'evidenced' })
  })
})

describe('what a piece does for a case', () => {
  const of = (text: string, status: Status) => {
    const spans = spansIn(text)
    const found = findingOf({ status, spans: spans.map(({ id }) => id) })
    return standingOf(cappedAnswer(answerOf({ findings: [found] }), spans).findings, spans)
  }
  it.each<[string, string, Status]>([
    ['a pillar', 'I moved the pipeline and cut query time from 40 to 12 minutes.', 'evidenced'],
    ['a start', 'I moved the pipeline.', 'evidenced'],
    ['a start', 'I moved the pipeline and cut query time from 40 to 12 minutes.', 'partly'],
    ["can't tell", 'We moved the pipeline.', "can't tell"],
    ['not yet', 'Next quarter I will mentor somebody.', 'not yet'],
    ['counts against', ':x: I dropped a table in production.', 'not yet'],
  ])('is %s for "%s" where it is %s', (standing, text, status) => {
    expect(of(text, status)).toBe(standing)
  })

  it('is unknown if no level was judged', () => {
    expect(standingOf([findingOf({ status: null })], spansIn('I moved it.'))).toBeNull()
  })
})
