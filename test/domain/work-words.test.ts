import { describe, expect, it } from 'vitest'
import { workWords } from '../../src/domain/offline/work-words.ts'

describe('words for a kind of work', () => {
  it.each([
    ['Ran the on-boarding', 'runs onboarding'],
    ['Wrote post-mortems', 'writing a post mortem'],
    ['organised K8s repos', 'organizes Kubernetes repositories'],
    ['Held 1:1s', 'holds one-on-ones'],
    ['reviewed PRs', 'reviews pull requests'],
    ['analysed the behaviour', 'analyzes behaviors'],
    ['Built our front-end in Node.js', 'building a frontend with Node'],
  ])('are the same in %j and %j', (one, other) => {
    expect(workWords(one)).toEqual(workWords(other))
  })

  it('leave out words that stand in any sentence', () => {
    expect(workWords('I always did various things for the team, too.')).toEqual(['team'])
  })

  it('keep "customer" apart from "custom"', () => {
    expect(workWords('customers')).not.toEqual(workWords('custom'))
  })
})
