import type { Model, Reader } from '../../src/coaching/ports.ts'

/** A model that is never left alone and costs nothing, read by `reader`. */
export function modelOf(reader: Reader, more: Partial<Model> = {}): Model {
  return {
    reader,
    rest: (piece) => piece(),
    estimate: () => 0,
    ...more,
  }
}

/** A budget that never ends. */
export const noLimits = {
  takeModelUse: async () => 'taken' as const,
  settleModelUse: async () => {},
}
