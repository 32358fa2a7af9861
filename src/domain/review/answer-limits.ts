import type { NextStep } from './review.ts'

/** At most this many quotes are shown with one finding. */
export const MOST_SPANS = 3

/** At most this many of each are shown with a review. */
export const MOST_QUESTIONS = 2
const MOST_NEXT_STEPS = 4
export const MOST_PANEL = 4
export const MOST_STORIES = 5

const isUrgent = (step: NextStep): boolean => step.kind === 'written' && step.urgent

/** The steps that are shown: what ends a harm first, which is none towards the level and takes the place of none. */
export function fewSteps(steps: readonly NextStep[]): NextStep[] {
  return [
    ...steps.filter(isUrgent).slice(0, 1),
    ...steps.filter((step) => !isUrgent(step)).slice(0, MOST_NEXT_STEPS),
  ]
}
