import { describe, expect, it } from 'vitest'
import { anyOf, anyWord, wordsOf } from '../../src/domain/text/patterns.ts'

describe('patterns made of named alternatives', () => {
  it('match what any of them matches, and are one group', () => {
    const either = new RegExp(`^${anyOf({ number: /\d+/, word: '[a-z]+' })}!$`)
    expect(['7!', 'no!', '7no!', '7'].map((text) => either.test(text))).toEqual([true, true, false, false])
  })

  it('try the alternatives in the order of the list', () => {
    expect('abc'.match(anyOf(['a', 'abc']))?.[0]).toBe('a')
  })
})

describe('whole words', () => {
  it('begin and end at letters of any language, and are no part of a word', () => {
    const word = new RegExp(anyWord(['être', 'será', 'mes']), 'iu')
    expect(['Être là.', 'Usted será', 'mes amis'].map((text) => word.test(text))).toEqual([true, true, true])
    expect(['problèmes', 'mesure', 'seráfico', 'mes_amis', '5mes'].map((text) => word.test(text))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('a list of words written as one text', () => {
  it('gives the words, whatever white space lies between and around them', () => {
    expect(wordsOf('\n  one two\n  three\n')).toEqual(['one', 'two', 'three'])
  })
})
