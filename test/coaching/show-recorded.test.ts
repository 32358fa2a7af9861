import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerIn, completed } from '../../src/adapters/reader/answer-form.ts'
import { makeShowRecorded } from '../../src/coaching/review/show-recorded.ts'
import { EXAMPLE_ANSWER, EXAMPLE_EVIDENCE } from '../../src/playground/example/examples.ts'
import { recordedView } from '../../src/slack/views/review/recorded.ts'
import { sre, violations } from '../eval/invariants.ts'
import { slackProblems } from '../fakes/slack-limits.ts'
import { textsHere } from '../fakes/texts-here.ts'

const recording = { text: EXAMPLE_EVIDENCE, ...JSON.parse(readFileSync(EXAMPLE_ANSWER, 'utf8')) }
const nobody = { info: () => {}, warn: () => {}, error: () => {} }
const showRecorded = (all = [sre()]) =>
  makeShowRecorded({
    texts: textsHere,
    ladders: { shelf: () => ({ all, standard: all[0] ?? null }) },
    answerIn: (received) => answerIn(completed(received)),
    now: () => Temporal.Now.instant(),
    log: nobody,
  })

describe('a recorded answer of a model', () => {
  it('still holds: each of its verdicts, steps and questions is shown', async () => {
    const { answer } = recording
    const shown = (await showRecorded()(recording))!
    const { review } = shown
    expect(review.headline).toBe(answer.headline)
    expect(review.findings.map(({ expectation, status }) => [expectation, status])).toEqual(
      answer.findings.map(({ expectation, status }: Record<string, string>) => [expectation, status]),
    )
    expect(review.findings.map(({ why }) => why)).not.toContain(null)
    expect(review.nextSteps).toHaveLength(answer.next_steps.length)
    expect(review.panel).toHaveLength(answer.panel.length)
    expect(review.questions).toHaveLength(answer.questions.length)
    expect(review.draft?.text).toContain('Lee, whom I mentored')
  })

  it('is marked as recorded, has no buttons, and breaks no promise', async () => {
    const ladder = sre()
    const view = recordedView((await showRecorded()(recording))!)
    expect(JSON.stringify(view.blocks[0])).toContain('Recorded: ')
    expect(JSON.stringify(view.blocks)).not.toContain('"button"')
    expect(violations(view as never, { evidence: [EXAMPLE_EVIDENCE], ladder })).toEqual([])
    expect(slackProblems(view as never)).toEqual([])
  })

  it('is not shown without its ladder, or if it is not an answer', async () => {
    expect(await showRecorded([])(recording)).toBeNull()
    expect(await showRecorded()({ ...recording, answer: 'no answer' })).toBeNull()
  })
})
