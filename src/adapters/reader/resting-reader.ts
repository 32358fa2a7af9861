import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import type { WhileItAnswers } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'

/** After so many pieces in a row that failed the provider is left alone, for so many milliseconds. */
const FAILURES = 4
const REST = 30_000

const resting = (cause?: unknown): CoachError =>
  new CoachError('model-resting', 'The provider failed several times and is left alone', { cause })

/**
 * Leaves a failing provider alone: while it rests, CoachError `model-resting` is thrown at once and no piece is
 * begun. Then one piece is let through, the others still get theirs read otherwise at once, and its end ends the
 * rest. Whole pieces are counted, so that one long text is one failure, and only those that end in
 * `model-unavailable`. `onChange` hears whether it rests.
 */
export function makeRest(
  onChange: (resting: boolean) => void,
  { failures = FAILURES, restMs = REST }: { failures?: number; restMs?: number } = {},
): WhileItAnswers {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof CoachError && error.code === 'model-unavailable'),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) },
  )
  breaker.onStateChange((state) => onChange(state === CircuitState.Open))
  return async (piece) => {
    // Whoever else comes while one piece tries would wait for it as long as a provider may hang.
    if (breaker.state === CircuitState.HalfOpen) throw resting()
    try {
      return await breaker.execute(piece)
    } catch (error) {
      throw error instanceof BrokenCircuitError ? resting(error) : error
    }
  }
}
