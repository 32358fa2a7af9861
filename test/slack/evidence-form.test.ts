import { describe, expect, it } from 'vitest'
import type { Logged } from '../../src/coaching/evidence/log-evidence.ts'
import { makeFindTopic } from '../../src/coaching/nudge/nudge-topic.ts'
import { competenciesOf } from '../../src/domain/ladder/ladder.ts'
import { logSubmitted } from '../../src/slack/listeners/evidence-form.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

describe('the form for evidence', () => {
  it.each([
    [smallLadder.id, competenciesOf(smallLadder)[0]!.id, true],
    [smallLadder.id, 'x'.repeat(2_000), false],
    ['nowhere', competenciesOf(smallLadder)[0]!.id, false],
    ['', competenciesOf(smallLadder)[0]!.id, false],
  ])(
    'stores what the evidence is about only if a ladder has it, and always stores the words',
    async (ladder, id, kept) => {
      const logged: Logged[] = []
      const findTopic = makeFindTopic({ shelf: () => ({ all: [smallLadder], standard: smallLadder }) })
      await logSubmitted(
        async (one) => void logged.push(one),
        findTopic,
        async () => {},
        quiet,
        () => Temporal.PlainDate.from('2026-11-24'),
      )({
        ack: async () => {},
        body: { user: { id: 'UADA' } },
        context: { ownerTeam: 'T1' },
        view: {
          private_metadata: ladder,
          state: {
            values: {
              what: { text: { value: 'I sorted the old maps.' } },
              about: { choice: { selected_option: { value: id } } },
            },
          },
        },
      } as never)
      expect(logged).toMatchObject([
        { what: 'I sorted the old maps.', about: kept ? { ladder, competency: id } : null },
      ])
    },
  )
})
