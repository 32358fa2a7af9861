/** The kinds of work on a piece of evidence, each the name of the use case that does it. */
export type JobName = 'review-evidence' | 'answer-reply' | 'say-evidence'
