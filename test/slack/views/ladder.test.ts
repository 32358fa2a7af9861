import type { types } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { bulletsOf, competenciesOf, type Ladder, rowOf } from '../../../src/domain/ladder/ladder.ts'
import { lookupOf } from '../../../src/domain/ladder/lookup.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'
import { allPages, bulletsIn, lookUp, shelfWith } from '../../fakes/look-up.ts'
import { rounds } from '../../fakes/rounds.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'

/** Twelve levels, forty competencies, cells of 3,000 characters. */
const large: Ladder = {
  ...smallLadder,
  about: 'Why we have levels. '.repeat(900),
  levels: Array.from({ length: 12 }, (_, index) => ({
    id: `L${index + 1}`,
    rank: index + 1,
    title: `Engineer of grade ${index + 1}`,
    about: index === 2 ? 'What is meant by it. '.repeat(900) : null,
  })),
  areas: [
    {
      id: '',
      name: null,
      competencies: Array.from({ length: 40 }, (_, index) => ({
        id: `craft-${index}`,
        name: `Craft ${index}`,
        subtitle: null,
        about: index === 7 ? 'How one works. '.repeat(900) : null,
      })),
    },
  ],
  rows: Object.fromEntries(
    Array.from({ length: 12 }, (_, level) => [
      `L${level + 1}`,
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `craft-${index}`,
          [
            {
              id: `x/L${level + 1}/craft-${index}/1`,
              text: `Level ${level} of ${index} ${'does more of it '.repeat(190)}.`,
              bullet: 1,
            },
          ],
        ]),
      ),
    ]),
  ),
}

const sre = await loadShelf('rubric')

const buttonsIn = (blocks: readonly types.KnownBlock[]): types.Button[] =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .filter((element) => element.type === 'button')

describe('a ladder of twelve levels and forty competencies, with cells of 3,000 characters', () => {
  const shelf = shelfWith(large)
  const shownOn = async (text: string): Promise<string[]> =>
    (await allPages((one) => lookUp(shelf, one), text)).flatMap((said) => {
      expect(slackProblems({ text: said.text, blocks: said.blocks as never })).toEqual([])
      return bulletsIn(said.blocks)
    })
  const rows = (level: string, competency: string) => bulletsOf(rowOf(large, level, competency))

  it('shows a level whole, page by page', async () => {
    const shown = await shownOn('L3')
    expect(shown).toEqual(competenciesOf(large).flatMap(({ id }) => rows('L3', id)))
  })

  it('shows a competency at all levels, page by page', async () => {
    expect(await shownOn('craft 7')).toEqual(large.levels.flatMap(({ id }) => rows(id, 'craft-7')))
  })

  it('shows every cell, and stays within Slack’s limits for all else', async () => {
    for (const { id } of competenciesOf(large))
      expect((await shownOn(`L12 ${id}`))[0]).toBe(rows('L12', id)[0])
    for (const text of ['', 'ladders', 'overview', 'L2 vs L3', 'does more', 'L9 craft', 'nonsense', 'goal'])
      await shownOn(text)
  })
})

describe('a ladder in Slack', () => {
  it('says where the level above differs, where it says the same, and where there is none above', async () => {
    const said = async (text: string): Promise<string> =>
      JSON.stringify((await lookUp(shelfWith(smallLadder), text)).blocks)
    expect(await said('L1 scope')).toContain('What SRE (L2) adds or changes')
    expect(await said('L2 scope')).toContain('asks the same.')
    expect(await said('L3 scope')).toContain('is the highest level')
    expect(await said('scope')).toContain(', same as L2')
  })

  it('says first what is new at the upper level, in one screen, and how much the rest is', async () => {
    const { text, blocks } = await lookUp(sre, 'L2 vs L3')
    expect(text).toContain('Most of what’s new is in Mastery')
    expect(text).toContain('No change: Communication.')
    expect(bulletsIn(blocks)).toHaveLength(7)
    expect(bulletsIn(blocks)[0]).toBe('Mastery: Participates in higher risk maintenances.')
    expect(new Set(bulletsIn(blocks).map((one) => one.split(': ')[0])).size).toBe(6)
    expect(text.length).toBeLessThan(1_200)
    // A sentence with one other word may ask the same.
    expect(text).not.toContain('Scope:')
    expect(JSON.stringify(blocks)).toContain(
      'The rest: 3 more new sentences, 7 worded differently and 13 only at L2.',
    )
    expect(buttonsIn(blocks)[0]).toMatchObject({ text: { text: 'Show the rest' }, value: 'L2 vs L3 page 2' })
    // One competency is a screen of its own.
    expect(JSON.stringify((await lookUp(sre, 'L2 vs L3 trust')).blocks)).not.toContain('Show the rest')
  })

  it('compares two levels word by word after that', async () => {
    const { blocks } = await lookUp(sre, 'L2 vs L3 page 2')
    expect(bulletsIn(blocks)).toContain(
      'L2: Scopes and manages small projects with minimal oversight and approval.',
    )
    const struck = JSON.stringify(blocks).match(/"text":"small","style":\{"strike":true\}/)
    const bold = JSON.stringify(blocks).match(/"text":"large","style":\{"bold":true\}/)
    expect([struck, bold].every(Boolean)).toBe(true)
    expect(JSON.stringify((await lookUp(sre, 'L2 vs L3 communication')).blocks)).toContain(': no change')
  })

  it('marks the words that were looked for, and keeps the sentence around them whole', async () => {
    const { blocks } = await lookUp(sre, 'cycle planning')
    expect(bulletsIn(blocks)).toContain(
      'Key contributor to cycle planning. Able to plan and execute large projects while keeping team and company strategy in mind.',
    )
    expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"cycle","style":{"bold":true}}')
  })

  it.each(['kubernetes yoga', 'blah'])('offers help where nothing is near: %s', async (text) => {
    const { blocks, text: said } = await lookUp(sre, text)
    expect(said).toBe('I found nothing for that on the SRE ladder (L1 to L5).')
    expect(bulletsIn(blocks)).toEqual([])
    expect(buttonsIn(blocks).map(({ value }) => value)).toEqual(['help'])
  })

  it('offers what is near, and nothing else', async () => {
    const { blocks } = await lookUp(sre, 'L9')
    expect(JSON.stringify(blocks)).toContain('Closest match:')
    expect(bulletsIn(blocks)).toEqual(['/ladder L5'])
  })

  it('says what it shows when a question was put right, and nothing when it was exact', async () => {
    expect((await lookUp(sre, 'snior')).text).toMatch(/^Showing Senior SRE \(L3\)\./)
    expect((await lookUp(sre, 'L3')).text).not.toContain('Showing')
  })

  it('carries the whole of a cell in its text, for notifications and screen readers', async () => {
    const { text } = await lookUp(sre, 'L3 judgment')
    for (const { text: sentence } of rowOf(sre.all[0]!, 'L3', 'judgment')) expect(text).toContain(sentence)
  })

  it('tells how to get there again, with words that lead to the same answer', async () => {
    for (const text of ['senoir comms', 'L2..L3', 'mentoring', 'engagement at L4', 'trust', 'levels']) {
      const { blocks } = await lookUp(sre, text)
      const again = /\/ladder ([^"]+)"/.exec(JSON.stringify(blocks.at(-1)))?.[1]
      const same = await lookUp(sre, again!)
      expect(same.blocks.filter(({ type }) => type !== 'context')).toEqual(
        blocks.filter(({ type }) => type !== 'context'),
      )
    }
  })
})

describe('whatever is typed', () => {
  const several = loadShelf('test/fixtures/look-up-ladder/rubric')
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            'L3',
            'L2',
            'vs',
            '..',
            'senior',
            'comms',
            'planning',
            'goal',
            'by',
            '2027-03',
            'designers',
            'next',
          ],
          ...[
            '<!channel>',
            '<@U1>',
            '<#C1|x>',
            '@here',
            '*b*',
            'page',
            '9',
            'ladder',
            'mentor',
            '\u202e',
            '&lt;',
          ],
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(' ')),
  )

  it('gets an answer within Slack’s limits that pings nobody, whatever is typed', async () => {
    const shelf = await several
    await fc.assert(
      fc.asyncProperty(pieces, async (text) => {
        const said = await lookUp(shelf, text)
        const sent = JSON.stringify(said)
        expect(slackProblems({ text: said.text, blocks: said.blocks as never })).toEqual([])
        expect(sent).not.toMatch(/<[!@#]/)
      }),
      { numRuns: rounds(10_000) },
    )
  }, 120_000)
})

describe('the examples that the screens show', () => {
  it('set a goal, in whatever year they are typed', async () => {
    const screens = await Promise.all(
      ['', 'help', 'goal', 'goal L3 by yesterday', 'goal L9'].map((text) => lookUp(sre, text)),
    )
    const shown = new Set(JSON.stringify(screens).match(/(?<="\/ladder )goal [^"]+(?=")/g))
    const dated = [...shown].filter((text) => text.includes(' by '))
    expect(dated.length).toBeGreaterThan(2)
    for (const text of dated)
      for (const year of [2026, 2031]) {
        const today = Temporal.PlainDate.from({ year, month: 11, day: 24 })
        expect(lookupOf({ shelf: sre, own: null, text, today }).lookup.kind).toBe('set-goal')
      }
  })
})
