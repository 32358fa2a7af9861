import { expect, it } from 'vitest'
import { onceFor } from '../../src/domain/text/once-for.ts'

it('works once for each object, also where nothing comes of it', () => {
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
