import type { types } from '@slack/bolt'
import type { Reply } from '../../../coaching/replies.ts'
import { levelName } from '../ladder/ladder.ts'

type ReadingReply = Reply & { kind: 'reading' }

/** "part 2 of 5 with Senior SRE (L3)". */
const step = ({ target, done, batches }: ReadingReply): string =>
  batches > 1
    ? `part ${Math.min(done + 1, batches)} of ${batches} with ${levelName(target)}`
    : `it with ${levelName(target)}`

/** How a growing progress message begins. We recognise it by this, because it cannot carry a name of ours. */
export const READING_TITLE = 'Saved. Review in progress'

/** The progress message as plain text. */
export function readingReplyText(reply: ReadingReply): string {
  return `Saved. I’m comparing ${step(reply)}. This can take up to a minute.`
}

/** A progress message that Slack shows growing: what is done, and what comes next. */
export function readingChunks(reply: ReadingReply): types.AnyChunk[] {
  return [
    { type: 'plan_update', title: READING_TITLE },
    { type: 'task_update', id: 'kept', title: 'Saved your message', status: 'complete' },
    { type: 'task_update', id: 'read', title: `Comparing ${step(reply)}`, status: 'in_progress' },
    { type: 'task_update', id: 'check', title: 'Check every quote', status: 'pending' },
  ]
}
