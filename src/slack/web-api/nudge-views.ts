import type { NudgeStore } from '../../coaching/nudge/nudge-port.ts'
import type { Ladders } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { ladderOf } from '../../domain/ladder/ladder.ts'
import type { Nudge, NudgeNotice, NudgeText } from '../../domain/nudge/nudge.ts'
import { nudgePostView } from '../views/nudge/nudge-post.ts'
import { nudgeToldView } from '../views/nudge/nudge-told.ts'
import type { Said } from '../views/rich-text.ts'

/** The recorded weeks that decide when the next nudge is due. */
const WEEKS_READ = 10

/** How a nudge and its notices look, with the current ladders. */
export function nudgeViews(ladders: Ladders, store: Pick<NudgeStore, 'weeks'>, now: () => Temporal.Instant) {
  return {
    /** Throws CoachError `ladder-broken` if the ladder was edited after its sentences were looked up. */
    post: (text: NudgeText): Said => {
      const ladder = ladderOf(ladders.shelf(), text.ladder)
      const said = ladder && nudgePostView(ladder, text)
      if (!said)
        throw new CoachError('ladder-broken', 'A nudge was chosen from another version of its ladder')
      return said
    },
    notice: async (notice: NudgeNotice, nudge: Nudge): Promise<Said> =>
      nudgeToldView(nudge, notice, await store.weeks(nudge, WEEKS_READ), now()),
  }
}
