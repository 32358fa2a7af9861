import type { SaveMessage } from '../../coaching/evidence/log-evidence.ts'
import type { CountNudge } from '../../coaching/nudge/count-nudge.ts'
import { aboutOf, type FindAsked, type NudgeAsked } from '../../coaching/nudge/find-asked.ts'
import type { FindTopic } from '../../coaching/nudge/nudge-topic.ts'
import type { Log } from '../../coaching/ports.ts'
import { competenciesOf } from '../../domain/ladder/ladder.ts'
import { answerClick, chosen, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { logModal } from '../views/evidence/log-modal.ts'
import { nudgeAskView } from '../views/nudge/nudge-ask.ts'
import { nudgeFormId } from '../views/nudge/nudge-form-id.ts'
import { nudgeOfferIn } from '../views/nudge/nudge-offer.ts'
import { nudgeTarget, nudgeTargetOf } from '../views/nudge/nudge-post.ts'
import { savedView } from '../views/trouble.ts'
import { messagesLink } from '../web-api/permalink.ts'

/** What the post of a button asked. Null if that is no longer known. */
const askedIn = async (findAsked: FindAsked, { body, context }: Click): Promise<NudgeAsked | null> => {
  const { channel, message, user } = body
  const { team } = ownerOf(context, user.id)
  const found =
    channel && message ? await findAsked.asked({ team, channel: channel.id }, message.ts ?? '') : null
  // A post that came late may be found in the place of another.
  const isOfPost =
    found &&
    nudgeTarget({ ladder: found.ladder.id, competency: found.competency?.id ?? null }) === chosen(body)
  return isOfPost ? found : null
}

/** A link to the DM with the coach. */
const dmOf = ({ body }: Click): string | null => messagesLink(body.api_app_id, body.team?.id)

/**
 * "Save evidence" under a nudge: opens the evidence form with its question and its competency. Posts nothing in the
 * channel.
 */
export function nudgeLog(findTopic: FindTopic, findAsked: FindAsked, countNudge: CountNudge, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { trigger_id, channel, message, user } = args.body
      const { team } = ownerOf(args.context, user.id)
      const topic = findTopic(nudgeTargetOf(chosen(args.body)))
      const asked = await askedIn(findAsked, args)
      const ladder = topic?.place.ladder ?? asked?.ladder
      const about = ladder && {
        ladder: ladder.id,
        chosen: topic?.competency.id ?? null,
        options: competenciesOf(ladder),
        ...(asked ? { asked: asked.nudge } : {}),
      }
      const post = channel && message?.ts ? { channel: channel.id, ts: message.ts } : null
      const form = logModal('', about ?? null)
      const view = post ? { ...form, external_id: nudgeFormId(post, trigger_id) } : form
      await args.client.views.open({ trigger_id, view })
      if (post) await countNudge({ team, ...post }, 'opened')
      return null
    })
}

/** "Save evidence" under the offer to save what somebody told the coach in the thread of a nudge. */
export function nudgeSave(saveMessage: SaveMessage, findAsked: FindAsked, countNudge: CountNudge, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const owner = ownerOf(args.context, args.body.user.id)
      const channel = args.body.channel?.id ?? ''
      const { ts, threadTs, text } = nudgeOfferIn(chosen(args.body))
      const asked = await findAsked.asked({ team: owner.team, channel }, threadTs)
      const outcome = await saveMessage({
        ...{ owner, channel, ts, text, writer: owner.user, app: null, forwarded: [], ours: false },
        about: asked && aboutOf(asked),
      })
      if (asked && outcome === 'accepted')
        await countNudge({ team: owner.team, channel, ts: threadTs }, 'logged')
      return { said: savedView(outcome, dmOf(args)), replace: true }
    })
}

/** "Ask the coach" under a nudge: what was asked, where to look and where to write, shown only to who pressed it. */
export function nudgeAsk(findTopic: FindTopic, findAsked: FindAsked, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const topic = findTopic(nudgeTargetOf(chosen(args.body)))
      const asked = await askedIn(findAsked, args)
      const about = { ...asked, competency: topic?.competency ?? null }
      return { said: nudgeAskView(about, dmOf(args), topic?.place), replace: false }
    })
}
