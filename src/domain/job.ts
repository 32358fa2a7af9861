/** The kinds of jobs, each the name of the use case that does it. */
export const JOBS = ['review-evidence', 'answer-reply'] as const
export type JobName = (typeof JOBS)[number]
