/** The kinds of work on a piece of evidence, each named after its use case. */
export type JobName = 'review-evidence' | 'answer-reply' | 'say-evidence'
