import type { NextStep } from './review.ts'

/** The most quotes that are shown with one finding. */
export const MOST_SPANS = 3

/** How many sentences a review asks the person to place at a time. The next ones come when these are answered. */
export const CHOICES_AT_ONCE = 2

/** How many sentences without a competency a review shows. The others are counted. */
export const UNPLACED_SHOWN = 3

/** How many other competencies a finding offers in one click. */
export const MOST_RATHER = 2

/** The most of each that are shown with a review. */
export const MOST_QUESTIONS = 2
const MOST_NEXT_STEPS = 4
export const MOST_PANEL = 4
export const MOST_STORIES = 5

const isUrgent = (step: NextStep): boolean => step.kind === 'written' && step.urgent

/**
 * The steps to show. Steps that end a harm come first. They don't count as steps towards the level, so they take the
 * place of none.
 */
export function fewSteps(steps: readonly NextStep[]): NextStep[] {
  return [
    ...steps.filter(isUrgent).slice(0, 1),
    ...steps.filter((step) => !isUrgent(step)).slice(0, MOST_NEXT_STEPS),
  ]
}
