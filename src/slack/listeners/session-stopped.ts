import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Readings } from '../../coaching/review/steps/readings.ts'
import { ownerOf } from '../answer.ts'

/** Slack's stop button in a thread in which the coach is reading. */
export function sessionStopped(stopReading: Readings['stop']) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'agent_session_stopped'> & AllMiddlewareArgs): Promise<void> => {
    const { user, channel, thread_ts: threadTs } = event
    if (threadTs) stopReading({ owner: ownerOf(context, user), channel, threadTs })
  }
}
