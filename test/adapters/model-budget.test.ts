import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadBudget } from '../../src/adapters/reader/budget-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'budget-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ours = readFileSync('prompts/budget.yaml', 'utf8')
const path = join(folder, 'budget.yaml')

describe('the budget file', () => {
  it.each([
    [
      'a number in words',
      ours.replace('reviews a day: 40', 'reviews a day: many'),
      'reviews a day: should be a number, 0 or more',
    ],
    [
      'a part of a review',
      ours.replace('reviews a day: 40', 'reviews a day: 1.5'),
      'reviews a day: should be a whole number',
    ],
    [
      'money below zero',
      ours.replace('dollars a month: 50', 'dollars a month: -1'),
      'dollars a month: should be 0 or more',
    ],
    ['another kind of file', 'prices: {', 'budget.yaml:1: '],
  ])('with %s is refused with its name and what it should be', async (_, text, said) => {
    writeFileSync(path, text)
    await expect(loadBudget(path)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining(said),
    })
  })

  it.each([
    [
      ours.replace('reviews a day: 40', 'reviews a day: many'),
      /:6: reviews a day: should be a number, 0 or more$/,
    ],
    [
      'reviews a day: 40\ndollar a month: 50\n',
      /:1: "dollar a month" is not known here; use "reviews a day", /,
    ],
    [
      ours.replace('{ input: 5, cached: 5, output: 30 }', '{ input: 5, out: 30 }'),
      /"out" is not known; should have/,
    ],
    [ours.replace('{ input: 5, cached: 5, output: 30 }', 'free'), /unlisted: should have three prices/],
    ['- 40\n', /:1: the file: should have lines for "reviews a day"/],
    ['reviews a day: 40\n prices: {', /budget\.yaml:\d: this isn’t valid YAML; check its indents/],
  ])('says the line, and what it should be, in words for people', async (text, said) => {
    writeFileSync(path, text)
    const failed: unknown = await loadBudget(path).catch((error: unknown) => error)
    const { message } = failed as Error
    expect(message).toMatch(said)
    expect(message).not.toMatch(/invalid|expected|received|undefined|zod/i)
  })

  it('of a company has only what it changes', async () => {
    const own = join(folder, 'own.yaml')
    const { prices, budget } = await loadBudget('prompts/budget.yaml', own)
    expect(budget).toEqual({ reviewsADay: 40, microDollarsAMonth: 50_000_000 })
    writeFileSync(own, 'dollars a month: 20\nprices:\n  our-model: { input: 1, cached: 0, output: 2 }\n')
    const changed = await loadBudget('prompts/budget.yaml', own)
    expect(changed.budget).toEqual({ reviewsADay: 40, microDollarsAMonth: 20_000_000 })
    expect(changed.prices.of('our-model')).toEqual({ input: 1, cached: 0, output: 2 })
    expect(changed.prices.of('gpt-5.4-mini-2026-03-17')).toEqual(prices.of('gpt-5.4-mini'))
    writeFileSync(own, '# nothing yet\n')
    expect((await loadBudget('prompts/budget.yaml', own)).budget).toEqual(budget)
    writeFileSync(own, 'dollars a month: lots\n')
    await expect(loadBudget('prompts/budget.yaml', own)).rejects.toThrow(
      `${own}:1: dollars a month: should be a number, 0 or more`,
    )
  })

  it('that is missing is called missing', async () => {
    await expect(loadBudget(join(folder, 'nowhere.yaml'))).rejects.toThrow(
      'there is no such file. Restore it',
    )
  })
})
