import type { AllMiddlewareArgs } from '@slack/bolt'
import type { WorkOnPacket } from '../../../coaching/packet/work-port.ts'
import type { Log } from '../../../coaching/ports.ts'
import type { Owner } from '../../../domain/person.ts'
import { answerClick, chosen, ownerOf } from '../../answer.ts'
import type { Click } from '../../clicks.ts'
import { packetPageView } from '../../views/packet/packet-page.ts'
import { workBegunView, workPastView } from '../../views/packet/work.ts'
import type { Said } from '../../views/rich-text.ts'
import { permalinkOf } from '../../web-api/permalink.ts'

type Client = AllMiddlewareArgs['client']

/** Begins the work on a packet. Null where the question is posted right there, in the channel `here`. */
export async function beginWork(
  work: Pick<WorkOnPacket, 'begin'>,
  client: Client,
  owner: Owner,
  here: string | undefined,
): Promise<Said | null> {
  const begun = await work.begin(owner)
  if (begun.kind === 'no-goal') return packetPageView(begun)
  if (begun.kind === 'all-shown') return workBegunView(begun, null)
  return begun.isNew && begun.thread?.channel === here
    ? null
    : workBegunView(begun, await permalinkOf(client, begun.thread))
}

/** "Work on it" and "Go on": the coach asks in the person's DM. */
export function packetWork(work: WorkOnPacket, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { context, body, client } = args
      const said = await beginWork(work, client, ownerOf(context, body.user.id), body.channel?.id)
      return said && { said, replace: false, beside: true }
    })
}

/** "Skip this one" and "Stop" under a question. */
export function packetWorkPress(work: WorkOnPacket, wish: 'skip' | 'stop', log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [id = '', turn = ''] = chosen(args.body).split(' ')
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await work.press(owner, id, Number(turn), wish)
      return outcome === 'past' ? { said: workPastView(), replace: false, beside: true } : null
    })
}
