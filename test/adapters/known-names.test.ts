import { describe, expect, it } from 'vitest'
import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import { withoutAccents } from '../../src/domain/mask/name-tokens.ts'

const { given, surnames } = readKnownNames()

describe('known names', () => {
  it('have no case or accents, like the words that are looked up', () => {
    expect(
      [...given, ...surnames].filter((name) => withoutAccents(name) !== name || /[\s#]/.test(name)),
    ).toEqual([])
  })

  it('come from many cultures', () => {
    const some =
      'Priya Wei Oluwaseun Chidi Siobhán Björn Yuki Muhammad Lucía Thandiwe Kwame Linh Zeynep Jisoo Lakisha Ольга'
    expect(some.split(' ').filter((name) => !given.has(withoutAccents(name)))).toEqual([])
    const others = 'Patel Zhang Adeyemi Müller Nguyễn Kim Tanaka García Иванов Smith'
    expect(others.split(' ').filter((name) => !surnames.has(withoutAccents(name)))).toEqual([])
  })
})
