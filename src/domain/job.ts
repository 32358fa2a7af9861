/** The kinds of work on a piece of evidence, each the name of the use case that does it. */
export const JOBS = ['review-evidence', 'answer-reply', 'say-evidence'] as const
export type JobName = (typeof JOBS)[number]
