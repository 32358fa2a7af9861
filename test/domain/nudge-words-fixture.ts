import fc from 'fast-check'
import type { Expectation, Ladder } from '../../src/domain/ladder/ladder.ts'
import type { NudgeQuestion, NudgeQuestions } from '../../src/domain/nudge/nudge.ts'

/** Letters, Slack's control characters, surrogates, right-to-left text and markup: anything that a file may contain. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.string({ maxLength, unit: 'grapheme' }),
      fc.constantFrom(
        '<!channel>',
        '<@U123ABC>',
        '*bold* & <https://x.test|label>',
        '{competency}',
        '$&',
        'עברית',
      ),
      fc.lorem({ maxCount: 12 }),
    )
    .map((text) => text.replace(/\s+/g, ' ').trim().slice(0, maxLength) || 'x')
}

const cells = (ladder: string, level: string, competency: string, texts: readonly string[]): Expectation[] =>
  texts.map((text, index) => ({
    id: `${ladder}/${level}/${competency}/${index + 1}`,
    text,
    bullet: index + 1,
  }))

/** Random ladders: levels without some competencies, levels that repeat each other, long names. */
export const anyLadder: fc.Arbitrary<Ladder> = fc
  .record({
    levels: fc.array(anyText(60), { minLength: 2, maxLength: 6 }),
    competencies: fc.array(anyText(200), { minLength: 1, maxLength: 12 }),
    sentences: fc.array(fc.oneof(anyText(80), anyText(3_500), fc.lorem({ maxCount: 400, mode: 'words' })), {
      minLength: 1,
      maxLength: 10,
    }),
    chance: fc.infiniteStream(fc.nat({ max: 1_000 })),
  })
  .map(({ levels, competencies, sentences, chance }) => {
    const next = (limit: number): number => chance.next().value % limit
    const ids = competencies.map((_, index) => `c${index}`)
    return {
      id: 'any',
      name: 'Any',
      version: 'a'.repeat(40),
      about: null,
      synonyms: {},
      sustainedMonths: 6,
      themes: {},
      levels: levels.map((title, index) => ({ id: `L${index + 1}`, rank: index + 1, title, about: null })),
      areas: [
        {
          id: 'a',
          name: null,
          competencies: competencies.map((name, index) => ({
            id: ids[index]!,
            name,
            subtitle: next(3) === 0 ? name : null,
            about: null,
          })),
        },
      ],
      rows: Object.fromEntries(
        levels.map((_, level) => [
          `L${level + 1}`,
          Object.fromEntries(
            ids.map((id) => [
              id,
              cells(
                'any',
                `L${level + 1}`,
                id,
                Array.from({ length: next(4) }, () => sentences[next(sentences.length)]!),
              ),
            ]),
          ),
        ]),
      ),
    }
  })

const anyQuestion = (longest: number): fc.Arbitrary<NudgeQuestion> =>
  fc.record({
    text: anyText(longest),
    sentences: fc.constant([]),
    example: fc.oneof(fc.constant(null), anyText(160)),
  })

/** A question of one ladder, which can be for sentences. Hardly any ladder has these. */
const anyOwn: fc.Arbitrary<NudgeQuestion> = fc
  .tuple(anyQuestion(160), fc.array(anyText(80), { maxLength: 3 }))
  .map(([question, sentences]) => ({ ...question, sentences }))

const several = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { minLength: 1, maxLength })
const form = several(anyQuestion(160), 2)

export const anyQuestions: fc.Arbitrary<NudgeQuestions> = fc.record({
  own: fc
    .array(fc.record({ competency: anyText(60), questions: several(anyOwn, 5) }), { maxLength: 4 })
    .map((sections) => ({ any: sections })),
  templates: several(anyQuestion(120), 6),
  forms: fc.record({ win: form, unseen: form, quarter: form }, { requiredKeys: [] }),
})
