import { describe, expect, it } from 'vitest'
import { MONTHS, monthBegun, monthNamed } from '../../src/domain/dates/months.ts'

describe('a month', () => {
  it('is known by its name and by any beginning of it from three letters on', () => {
    for (const [index, name] of MONTHS.entries())
      for (let letters = 3; letters <= name.length; letters += 1)
        for (const word of [name.slice(0, letters), name.slice(0, letters).toUpperCase()])
          expect([word, monthNamed(word), monthBegun(word)]).toEqual([word, index + 1, index + 1])
  })

  it.each(['', 'j', 'ju', 'monday', 'the'])('is not meant by %j', (word) => {
    expect([monthNamed(word), monthBegun(word)]).toEqual([null, null])
  })

  it.each([
    ['marvel', 3],
    ['junly', 6],
  ])('is not the name %j, though a word may begin like one', (word, month) => {
    expect([monthNamed(word), monthBegun(word)]).toEqual([null, month])
  })
})
