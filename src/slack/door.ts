import { setTimeout as wait } from 'node:timers/promises'
import type { AllMiddlewareArgs, AnyMiddlewareArgs, webApi } from '@slack/bolt'
import type { Directory, Log } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { admissionOf, type Home, standingOfMember } from '../domain/visitor.ts'
import { ACK_WITHIN, factOf } from './answer.ts'
import type { Installed } from './home.ts'
import type { Once } from './once.ts'
import { type Origin, originOf } from './origin.ts'
import { foreignView, type SaidAtDoor, unknownVisitorView } from './views/door.ts'

type Deps = {
  readonly home: () => Promise<Installed>
  readonly members: Directory
  readonly once: Once
  readonly log: Log
}

type Args = AnyMiddlewareArgs & AllMiddlewareArgs

/** What is left of a request where it does not matter which one it is. */
type SlackRequest = {
  readonly client: webApi.WebClient
  readonly body: { readonly trigger_id?: string }
  readonly ack?: (answer?: object) => Promise<void>
  readonly respond?: (answer: object) => Promise<unknown>
}

/** Says something by the door that somebody came in by, to them alone; null: Slack's wait is ended, and no more. */
const sayAt = async (
  { door, user, channel }: Origin,
  { client, body, ack, respond }: SlackRequest,
  answer: SaidAtDoor | null,
): Promise<void> => {
  const alone = { response_type: 'ephemeral', replace_original: false, ...answer?.said }
  if (door === 'command') return ack?.(answer ? alone : undefined)
  if (door === 'form') return ack?.(answer ? { response_action: 'update', view: answer.modal } : undefined)
  await ack?.()
  if (answer === null) return
  const { said, modal } = answer
  if (door === 'message' && channel) await client.chat.postMessage({ channel, ...said })
  if (door === 'mention' && channel && user) await client.chat.postEphemeral({ channel, user, ...said })
  if (door === 'click' || door === 'message-shortcut') await respond?.(alone)
  if (door === 'shortcut' && body.trigger_id)
    await client.views.open({ trigger_id: body.trigger_id, view: modal })
}

/**
 * Stands before every listener: only members of the workspace and its organisation come in, and bots never do. Who is
 * from another workspace is told so once a day by each door, and nothing of theirs is kept or done. While it cannot be
 * known, what people type or press is answered so, and an event is left for Slack to send again.
 */
export function makeDoor({ home, members, once, log }: Deps) {
  const standing = async (
    at: Home,
    { user, visitor, door }: Origin,
  ): Promise<'member' | 'foreign' | 'unknown'> => {
    const said = admissionOf(at, visitor)
    if (said !== 'ask') return said
    if (user === null) return 'unknown'
    const asking = members.of(user)
    const member =
      door === 'message' || door === 'mention' || door === 'event'
        ? await asking
        : await Promise.race([asking, wait(ACK_WITHIN, 'unknown' as const, { ref: false })])
    return member === 'unknown' ? member : standingOfMember(at, member)
  }

  const turnAway = async (origin: Origin, request: SlackRequest): Promise<void> => {
    const key = [origin.door, origin.visitor.team ?? '', origin.user ?? '']
    const first = once.first(...key)
    if (first)
      log.info({ action: 'door', door: origin.door }, 'somebody of another workspace was turned away')
    try {
      await sayAt(origin, request, first ? foreignView() : null)
    } catch (error) {
      once.forget(...key)
      log.warn({ action: 'door', ...factOf(error) }, 'somebody was not told why')
    }
  }

  return async ({ body, context, next, client, ...more }: Args): Promise<void> => {
    const request: SlackRequest = { client, body, ...more } as never
    const origin = originOf(body as never)
    if (origin.bot) return
    const at = await home()
    const who = await standing(at, origin)
    if (who === 'foreign') return turnAway(origin, request)
    if (who === 'member') {
      context.ownerTeam = at.ownerTeam
      return next()
    }
    if (!request.ack)
      throw new CoachError('slack-unavailable', 'Slack does not say from which workspace somebody is')
    await sayAt(origin, request, unknownVisitorView())
  }
}
