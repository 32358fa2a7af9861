import { expect, it } from 'vitest'
import { onceFor } from '../../src/domain/text/once-for.ts'

it('runs once for each object, even if the result is undefined', () => {
  const asked: string[] = []
  const nameOf = onceFor((one: { readonly name?: string }) => {
    asked.push(one.name ?? 'nobody')
    return one.name
  })
  const [ada, nobody] = [{ name: 'Ada' }, {}]
  expect([nameOf(ada), nameOf(nobody), nameOf(ada), nameOf(nobody)]).toEqual([
    'Ada',
    undefined,
    'Ada',
    undefined,
  ])
  expect(asked).toEqual(['Ada', 'nobody'])
})
