import { setTimeout as wait } from 'node:timers/promises'
import type {
  AckFn,
  BlockAction,
  Context,
  RespondArguments,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlashCommand,
  webApi,
} from '@slack/bolt'
import type { Log } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { factOf } from '../domain/logged-failure.ts'
import type { Owner } from '../domain/person.ts'
import { sayInView } from './answer-in-view.ts'
import type { Said } from './views/rich-text.ts'
import { troubleView } from './views/trouble.ts'

export { factOf }

/**
 * The owner of what a person stores: the team of the installation, which members-only.ts puts into the context (see
 * domain/visitor.ts, `ownerTeam`), and the person's Slack id. So somebody who writes from several workspaces of one
 * organisation has all their data in one place. Throws CoachError `no-workspace` if either is missing, because nothing
 * may be stored without an owner.
 */
export function ownerOf(context: Context, user: string): Owner {
  const team: unknown = context.ownerTeam
  if (typeof team !== 'string' || team === '' || !user)
    throw new CoachError('no-workspace', 'A request that does not say whose it is, or from which workspace')
  return { team, user }
}

/** Acknowledges a command with its answer, even if the work fails. */
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

/** After this many milliseconds, a command is acknowledged without its answer. Slack waits three seconds. */
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

type ActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction>, 'ack' | 'respond' | 'body'> & {
  readonly client: webApi.WebClient
}

/** What a click is answered with. */
type Answer = { readonly said: Said; readonly replace: boolean; readonly beside?: boolean }

/** The option of a menu with three dots: its command, and what the command is about. */
const commandAndValue = ({ actions }: BlockAction): [string, string] | null => {
  const [action] = actions
  if (action?.type !== 'overflow') return null
  const [, command = '', value = ''] = /^([a-z]+):(.*)$/s.exec(action.selected_option.value ?? '') ?? []
  return [command, value]
}

/** The command that was chosen in a menu with three dots. Empty for any other control. */
export function commandIn(body: BlockAction): string {
  return commandAndValue(body)?.[0] ?? ''
}

/** The value that a button carries or a menu was set to. */
export function chosen(body: BlockAction): string {
  const [action] = body.actions
  if (action?.type === 'static_select') return action.selected_option?.value ?? ''
  return action?.type === 'button' ? (action.value ?? '') : (commandAndValue(body)?.[1] ?? '')
}

/**
 * Shows something only to the person who clicked. `replace` puts it in place of the message with the button. An
 * ephemeral answer always does that, unless `beside` is set. On the Home tab and in modals, it is a modal.
 */
export async function sayTo(
  { client, respond, body }: Omit<ActionArgs, 'ack'>,
  { said, replace, beside = false }: Answer,
): Promise<void> {
  if (body.view) return sayInView({ client, body }, said, beside)
  const ephemeral = 'is_ephemeral' in body.container && body.container.is_ephemeral === true
  await respond(
    !beside && (replace || ephemeral)
      ? { replace_original: true, ...said }
      : { response_type: 'ephemeral', replace_original: false, ...said },
  )
}

/** Acknowledges a click, does the work, and shows the answer, if there is one, as `sayTo` does. */
export async function answerClick(
  args: ActionArgs,
  log: Log,
  work: () => Promise<Answer | null>,
): Promise<void> {
  const { ack, body } = args
  await ack()
  try {
    const answer = await work()
    if (answer !== null) await sayTo(args, answer)
  } catch (error) {
    log.error({ action: body.actions[0]?.action_id.split(':')[0], ...factOf(error) }, 'click failed')
    await sayTo(args, { said: troubleView(), replace: false, beside: true })
  }
}
