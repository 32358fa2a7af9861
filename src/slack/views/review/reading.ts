import type { types } from '@slack/bolt'
import type { Reply } from '../../../coaching/replies.ts'
import { levelName } from '../ladder/ladder.ts'

type ReadingReply = Reply & { kind: 'reading' }

/** "Reading part 2 of 5 against Senior SRE (L3)". */
const step = ({ target, done, batches }: ReadingReply): string =>
  batches > 1
    ? `Reading part ${Math.min(done + 1, batches)} of ${batches} against ${levelName(target)}`
    : `Reading it against ${levelName(target)}`

/** How a progress message begins. We recognise a growing one by this, because it cannot carry a name of ours. */
export const READING_TITLE = 'Got it, and kept'

/** The progress message as plain text. */
export function readingReplyText(reply: ReadingReply): string {
  return `${READING_TITLE}. ${step(reply)}; this can take up to a minute.`
}

/** A progress message that Slack shows growing: what is done, and what comes next. */
export function readingChunks(reply: ReadingReply): types.AnyChunk[] {
  return [
    { type: 'plan_update', title: READING_TITLE },
    { type: 'task_update', id: 'kept', title: 'Kept what you wrote', status: 'complete' },
    { type: 'task_update', id: 'read', title: step(reply), status: 'in_progress' },
    { type: 'task_update', id: 'check', title: 'Check every quote and sentence', status: 'pending' },
  ]
}
