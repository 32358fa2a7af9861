import type { webApi } from '@slack/bolt'
import type { HomeTabs } from '../../coaching/packet/home-port.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { homeView, unknownHomeView } from '../views/home-tab/home.ts'
import { calling, refusedWith } from './call.ts'

/** The HomeTabs over Slack's Web API. */
export function makeHomeTabs(client: webApi.WebClient): HomeTabs {
  return {
    publish: async ({ user }, home, hash) => {
      const view = home === 'unknown' ? unknownHomeView() : homeView(home)
      try {
        const answer = await calling('views.publish', () =>
          client.views.publish({ user_id: user, view, ...(hash === null ? {} : { hash }) }),
        )
        return { kind: 'published', hash: answer.view?.hash ?? null }
      } catch (error) {
        if (!(error instanceof CoachError)) throw error
        if (refusedWith(error, 'hash_conflict')) return { kind: 'changed' }
        return error.code === 'slack-refused'
          ? { kind: 'refused', code: error.vendor ?? 'unknown' }
          : { kind: 'later' }
      }
    },
  }
}
