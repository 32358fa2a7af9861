import type { Model, Reader } from '../../src/coaching/ports.ts'

/** A model that is never left alone and costs nothing, read by `reader`. */
export const modelOf = (reader: Reader, more: Partial<Model> = {}): Model => ({
  reader,
  rest: (piece) => piece(),
  estimate: () => 0,
  ...more,
})

/** A budget that never ends. */
export const noLimits = {
  takeModelUse: async () => 'taken' as const,
  settleModelUse: async () => {},
}
