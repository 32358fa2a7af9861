import { describe, it } from 'vitest'
import { rounds } from '../fakes/rounds.ts'
import { checkGenerated } from './generated.ts'

const INPUTS = rounds(10_000)

describe('generated evidence and generated answers', () => {
  it(`break no promise in ${INPUTS} inputs, whatever a model says`, () => checkGenerated(INPUTS), 280_000)
})
