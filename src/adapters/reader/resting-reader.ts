import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import type { WhileItAnswers } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'

/** After so many failed pieces in a row, calls to the provider are paused for so many milliseconds. */
const FAILURES = 4
const REST = 30_000

const resting = (cause?: unknown): CoachError =>
  new CoachError('model-resting', 'The provider failed several times and is paused', { cause })

/**
 * Pauses calls to a failing provider. During the pause, CoachError `model-resting` is thrown immediately. Then one
 * piece is let through, while others are still refused. Its success ends the pause, and its failure starts another.
 * Counts whole pieces, so that one long text is one failure, and only those that end in `model-unavailable`. `onChange`
 * is told whether it pauses. `isResting` stays true until a piece has ended the pause.
 */
export function makeRest(
  onChange: (resting: boolean) => void,
  { failures = FAILURES, restMs = REST }: { failures?: number; restMs?: number } = {},
): { readonly rest: WhileItAnswers; readonly isResting: () => boolean } {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof CoachError && error.code === 'model-unavailable'),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) },
  )
  breaker.onStateChange((state) => onChange(state === CircuitState.Open))
  return {
    isResting: () => breaker.state !== CircuitState.Closed,
    rest: async (piece) => {
      // Without this, other entries would wait for one that hangs at the provider.
      if (breaker.state === CircuitState.HalfOpen) throw resting()
      try {
        return await breaker.execute(piece)
      } catch (error) {
        throw error instanceof BrokenCircuitError ? resting(error) : error
      }
    },
  }
}
