import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadBudget } from '../../src/adapters/reader/model-budget.ts'

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
    ['another kind of file', 'prices: {', 'budget.yaml: '],
  ])('with %s is refused with its name and what it should be', async (_, text, said) => {
    writeFileSync(path, text)
    await expect(loadBudget(path)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining(said),
    })
  })

  it('that is missing is called missing', async () => {
    await expect(loadBudget(join(folder, 'nowhere.yaml'))).rejects.toThrow(
      'there is no such file. Restore it',
    )
  })
})
