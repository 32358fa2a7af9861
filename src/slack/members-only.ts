import { setTimeout as wait } from 'node:timers/promises'
import type { AllMiddlewareArgs, AnyMiddlewareArgs, webApi } from '@slack/bolt'
import type { Directory, Log } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { admissionOf, type Home, standingOfMember } from '../domain/visitor.ts'
import { ACK_WITHIN, factOf } from './answer.ts'
import type { Installed } from './home.ts'
import { type Origin, originOf } from './origin.ts'
import type { ToldToday } from './told-today.ts'
import { foreignView, type Refusal, unknownVisitorView } from './views/refused-visitor.ts'

type Deps = {
  readonly home: () => Promise<Installed>
  readonly members: Directory
  readonly told: ToldToday
  readonly log: Log
}

const ACTION = 'members-only'

type Args = AnyMiddlewareArgs & AllMiddlewareArgs

/** The parts of a request that are needed to answer it, whatever kind of request it is. */
type SlackRequest = {
  readonly client: webApi.WebClient
  readonly body: { readonly trigger_id?: string }
  readonly ack?: (answer?: object) => Promise<void>
  readonly respond?: (answer: object) => Promise<unknown>
}

/**
 * Answers a request in the way that its kind allows, so that only its sender sees the answer. With null it only
 * acknowledges the request.
 */
const refuse = async (
  { kind, user, channel }: Origin,
  { client, body, ack, respond }: SlackRequest,
  refusal: Refusal | null,
): Promise<void> => {
  const ephemeral = { response_type: 'ephemeral', replace_original: false, ...refusal?.said }
  if (kind === 'command') return ack?.(refusal ? ephemeral : undefined)
  if (kind === 'form') return ack?.(refusal ? { response_action: 'update', view: refusal.modal } : undefined)
  await ack?.()
  if (refusal === null) return
  const { said, modal } = refusal
  if (kind === 'message' && channel) await client.chat.postMessage({ channel, ...said })
  if (kind === 'mention' && channel && user) await client.chat.postEphemeral({ channel, user, ...said })
  if (kind === 'click' || kind === 'message-shortcut') await respond?.(ephemeral)
  if (kind === 'shortcut' && body.trigger_id)
    await client.views.open({ trigger_id: body.trigger_id, view: modal })
}

/**
 * Runs before every listener and lets only members of the workspace and its organisation through, and never bots.
 * People from another workspace are told why once a day for each kind of request, and nothing of theirs is stored or
 * done. If Slack does not say where somebody belongs, they are told so. An event is not acknowledged then, so that
 * Slack sends it again.
 */
export function makeMembersOnly({ home, members, told, log }: Deps) {
  const standing = async (
    at: Home,
    { user, visitor, kind }: Origin,
  ): Promise<'member' | 'foreign' | 'unknown'> => {
    const admission = admissionOf(at, visitor)
    if (admission !== 'ask') return admission
    if (user === null) return 'unknown'
    const asking = members.of(user)
    const member =
      kind === 'message' || kind === 'mention' || kind === 'event'
        ? await asking
        : await Promise.race([asking, wait(ACK_WITHIN, 'unknown' as const, { ref: false })])
    return member === 'unknown' ? member : standingOfMember(at, member)
  }

  const turnAway = async (origin: Origin, request: SlackRequest): Promise<void> => {
    const notice = [origin.kind, origin.visitor.team ?? '', origin.user ?? '']
    const first = told.first(...notice)
    if (first)
      log.info({ action: ACTION, request: origin.kind }, 'turned away a person from another workspace')
    try {
      await refuse(origin, request, first ? foreignView() : null)
    } catch (error) {
      told.forget(...notice)
      log.warn({ action: ACTION, ...factOf(error) }, 'could not tell a person why they were turned away')
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
      throw new CoachError('slack-unavailable', 'Slack did not say which workspace a person is in')
    await refuse(origin, request, unknownVisitorView())
  }
}
