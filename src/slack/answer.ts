import { setTimeout as wait } from 'node:timers/promises'
import type {
  AckFn,
  BlockAction,
  Context,
  RespondArguments,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlashCommand,
} from '@slack/bolt'
import type { Log } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Owner } from '../domain/person.ts'
import { factOf } from '../domain/remedy.ts'
import type { Said } from './views/rich-text.ts'
import { troubleView } from './views/trouble.ts'

export { factOf }

/**
 * Under whom everything of a person is kept: the team of the installation, which the door puts into the context (see
 * domain/visitor.ts, `ownerTeam`), and Slack's id of the person. So somebody who writes from several workspaces of one
 * organisation has one store, and where there is one workspace it is that one. Throws CoachError `no-workspace`:
 * nothing may ever be kept under no team, or of nobody.
 */
export function ownerOf(context: Context, user: string): Owner {
  const team: unknown = context.ownerTeam
  if (typeof team !== 'string' || team === '' || !user)
    throw new CoachError('no-workspace', 'A request that says neither whose it is nor from which workspace')
  return { team, user }
}

/** Answers a command within its one ack, also when it fails. */
export async function answerCommand(
  ack: AckFn<RespondArguments | string>,
  log: Log,
  command: SlashCommand,
  work: () => Promise<Said>,
): Promise<void> {
  let said: Said
  try {
    said = await work()
  } catch (error) {
    log.error({ action: command.command, ...factOf(error) }, 'command failed')
    said = troubleView()
  }
  await ack({ response_type: 'ephemeral', ...said })
}

/** After how many milliseconds a command is acknowledged without its answer. Slack waits three seconds. */
export const ACK_WITHIN = 2_000

/**
 * The same for a command that asks Slack something first. If that takes long, the answer follows the ack. Null if a
 * form was opened, so that there is nothing to say.
 */
export async function answerCommandSoon(
  { ack, respond, command }: Pick<SlackCommandMiddlewareArgs, 'ack' | 'respond' | 'command'>,
  log: Log,
  work: () => Promise<Said | null>,
): Promise<void> {
  const saying = work().catch((error: unknown) => {
    log.error({ action: command.command, ...factOf(error) }, 'command failed')
    return troubleView()
  })
  const late = wait(ACK_WITHIN, 'late' as const, { ref: false })
  const first = await Promise.race([saying, late])
  if (first !== 'late') return ack(first ? { response_type: 'ephemeral', ...first } : undefined)
  await ack()
  const said = await saying
  if (said) await respond({ response_type: 'ephemeral', replace_original: false, ...said })
}

/** The channel in which something was typed or pressed, by Slack's id, or null in a DM or group DM. */
export function roomOf(channel: { readonly id: string; readonly name?: string } | undefined): string | null {
  return channel && /^[CG][A-Z0-9]+$/.test(channel.id) && !channel.name?.startsWith('mpdm-')
    ? channel.id
    : null
}

type ActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction>, 'ack' | 'respond' | 'body'>

/** The value that a button carries or a menu was set to. */
export function chosen({ actions }: BlockAction): string {
  const [action] = actions
  if (action?.type === 'static_select') return action.selected_option?.value ?? ''
  return action?.type === 'button' ? (action.value ?? '') : ''
}

/**
 * Acknowledges a click, does the work, and shows the answer only to the person. `replace` puts the answer in place of
 * the message with the button. An ephemeral answer always does that, unless `beside` is set.
 */
export async function answerClick(
  { ack, respond, body }: ActionArgs,
  log: Log,
  work: () => Promise<{ said: Said; replace: boolean; beside?: boolean } | null>,
): Promise<void> {
  await ack()
  const ephemeral = 'is_ephemeral' in body.container && body.container.is_ephemeral === true
  try {
    const answer = await work()
    if (answer === null) return
    const { said, replace, beside = false } = answer
    await respond(
      !beside && (replace || ephemeral)
        ? { replace_original: true, ...said }
        : { response_type: 'ephemeral', replace_original: false, ...said },
    )
  } catch (error) {
    log.error({ action: body.actions[0]?.action_id.split(':')[0], ...factOf(error) }, 'click failed')
    await respond({ response_type: 'ephemeral', replace_original: false, ...troubleView() })
  }
}
