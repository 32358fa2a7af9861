import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  IsolatedCircuitError,
} from 'cockatiel'
import type { Reader } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'

/** After so many failures in a row the provider is left alone, for so many milliseconds. */
const FAILURES = 4
const REST = 30_000

/**
 * A reader that leaves a failing provider alone: while it rests, it throws CoachError `model-resting` at once.
 * Then one question is let through, and its answer ends the rest. An answer that does not hold is no failure of
 * the provider. `onChange` hears whether it rests.
 */
export const withRest = (
  reader: Reader,
  onChange: (resting: boolean) => void,
  { failures = FAILURES, restMs = REST }: { failures?: number; restMs?: number } = {},
): Reader => {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof CoachError && error.code === 'model-unavailable'),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) },
  )
  breaker.onStateChange((state) => onChange(state === CircuitState.Open))
  return {
    read: async (request) => {
      try {
        return await breaker.execute(() => reader.read(request))
      } catch (error) {
        if (error instanceof BrokenCircuitError || error instanceof IsolatedCircuitError)
          throw new CoachError('model-resting', 'The provider failed several times and is left alone', {
            cause: error,
          })
        throw error
      }
    },
  }
}
