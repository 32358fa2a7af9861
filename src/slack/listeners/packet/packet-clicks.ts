import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt'
import type { ListEvidence } from '../../../coaching/evidence/list-evidence.ts'
import type { GivePacket } from '../../../coaching/packet/give-packet.ts'
import type { MadePacket, Packets } from '../../../coaching/packet/make-packet.ts'
import type { Log } from '../../../coaching/ports.ts'
import type { CorrectReview } from '../../../coaching/review/correct-review.ts'
import type { PacketEdit } from '../../../domain/packet/choices.ts'
import { PACKET_FORMS } from '../../../domain/packet/packet-command.ts'
import { withReferences } from '../../../domain/packet/paragraph/cited.ts'
import { answerClick, chosen, commandIn, factOf, ownerOf } from '../../answer.ts'
import { openForm } from '../../answer-in-view.ts'
import type { Click } from '../../clicks.ts'
import { packetGivenView } from '../../views/packet/packet-given.ts'
import { packetPageView } from '../../views/packet/packet-page.ts'
import { numberedIn, packetPlaceIn, storyIn } from '../../views/packet/packet-words.ts'
import { UNPLACED } from '../../views/packet/unplaced.ts'
import { packetWriteModal, type Written } from '../../views/packet/write-modal.ts'
import type { Said } from '../../views/rich-text.ts'
import { saidModal } from '../../views/said-modal.ts'
import { goneView, notOpenView, troubleView } from '../../views/trouble.ts'
import { evidenceOpen } from '../evidence-clicks.ts'

type Answered = { readonly said: Said; readonly replace: boolean; readonly beside?: boolean }

const replaced = (made: MadePacket, competency: string): Answered => ({
  said: packetPageView(made, competency),
  replace: true,
})

/**
 * A page of the packet: one of its competencies, or the first page. A message in the DM that says something else stays,
 * and the page is shown below it.
 */
export function packetPage(packets: Packets, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level, competency } = packetPlaceIn(chosen(args.body))
      const made = await packets.packet(ownerOf(args.context, args.body.user.id), level)
      const beside = args.body.actions[0]?.action_id === 'packet-page:open'
      return { ...replaced(made, competency), ...(beside ? { replace: false } : {}) }
    })
}

/** What a click on a page changes, or null if its value is not ours. */
const editIn = (action: string, command: string, value: string): PacketEdit | null => {
  const { competency, rest } = packetPlaceIn(value)
  const ref = storyIn(rest)
  if (action === 'packet-hide' || action === 'packet-show')
    return { kind: action === 'packet-hide' ? 'hide' : 'show', competency }
  if (ref === null) return null
  if (action === 'packet-bring-in') return { kind: 'bring-in', ref, competency }
  return command === 'out' ? { kind: 'take-out', ref } : { kind: 'first', ref }
}

/** A change of the packet. The page is shown again as it is then. */
export function packetChange(packets: Packets, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const value = chosen(args.body)
      const action = args.body.actions[0]?.action_id ?? ''
      const { level, competency } = packetPlaceIn(value)
      const edit = editIn(action, commandIn(args.body), value)
      if (edit === null) return { said: goneView(), replace: false, beside: true }
      const made = await packets.edit(ownerOf(args.context, args.body.user.id), level, edit)
      return replaced(made, competency)
    })
}

/** "Draft it with AI": asks for a draft, which comes later. */
export function packetDraft(packets: Packets, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level } = packetPlaceIn(chosen(args.body))
      return replaced(await packets.askDraft(ownerOf(args.context, args.body.user.id), level), '')
    })
}

/** "Accept", "Accept all" and "Remove" of what AI drafted. */
export function packetDrafted(packets: Packets, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level, competency, rest } = packetPlaceIn(chosen(args.body))
      const owner = ownerOf(args.context, args.body.user.id)
      const [action, all] = (args.body.actions[0]?.action_id ?? '').split(':')
      if (action === 'packet-remove')
        return replaced(await packets.removeDraft(owner, level, competency), competency)
      const [sign = ''] = rest
      if (all) return replaced(await packets.acceptDraft(owner, level, null, sign), '')
      return replaced(await packets.acceptDraft(owner, level, competency, sign), competency)
    })
}

/** "Get the file": the packet in the chosen form, in the person's own DM. */
export function packetFile(givePacket: GivePacket, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level, competency: form } = packetPlaceIn(chosen(args.body))
      const kind = PACKET_FORMS.find((one) => one === form)
      if (kind === undefined) return { said: goneView(), replace: false, beside: true }
      const given = await givePacket(ownerOf(args.context, args.body.user.id), level, kind)
      const said = packetGivenView(given, args.body.channel?.id)
      return said && { said, replace: false, beside: true }
    })
}

/** "Include it": what looks confidential in an entry is in the packet from now on. */
export function packetInclude(packets: Packets, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level, competency: evidenceId } = packetPlaceIn(chosen(args.body))
      return replaced(await packets.include(ownerOf(args.context, args.body.user.id), level, evidenceId), '')
    })
}

/** The menu of a quote: to open its entry, or to change the packet. */
export function packetQuote(packets: Packets, list: ListEvidence, log: Log) {
  const [open, change] = [evidenceOpen(list, log), packetChange(packets, log)]
  return (args: Click): Promise<void> => (commandIn(args.body) === 'open' ? open(args) : change(args))
}

/** The competency that a sentence without one is about, which also corrects the review of its entry. */
export function packetPlaced(packets: Packets, correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level, competency, rest } = packetPlaceIn(chosen(args.body))
      const ref = storyIn(rest)
      if (ref === null) return { said: goneView(), replace: false, beside: true }
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.choose(owner, ref.evidenceId, ref.span, competency)
      if (outcome !== 'kept' && outcome !== 'known')
        return { said: notOpenView(outcome), replace: false, beside: true }
      return replaced(await packets.packet(owner, level), UNPLACED)
    })
}

/** "Write my paragraph" and "Add context": a form with the quotes in it. */
export function packetWrite(packets: Packets, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { level, competency } = packetPlaceIn(chosen(args.body))
      const made = await packets.packet(ownerOf(args.context, args.body.user.id), level)
      const section =
        made.kind === 'packet'
          ? made.packet.sections.find((one) => one.competency.id === competency)
          : undefined
      if (made.kind !== 'packet' || !section) return { said: goneView(), replace: false, beside: true }
      const what: Written = args.body.actions[0]?.action_id === 'packet-write:context' ? 'context' : 'claim'
      await openForm(args, packetWriteModal(made.packet, section, what))
      return null
    })
}

/**
 * Stores what was written before the form closes, so that a failure loses nothing. Then the competency takes the
 * form's place, because the page from which it was opened can't be changed from here.
 */
export function packetWritten(packets: Packets, log: Log) {
  return async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const [what, ...value] = view.private_metadata.split(' ')
    const { level, competency, rest } = packetPlaceIn(value.join(' '))
    // Numbers change with every quote, so they are stored as the quotes that this form showed.
    const words = withReferences(view.state.values.words?.text?.value ?? '', numberedIn(rest))
    try {
      const made = await packets.edit(ownerOf(context, body.user.id), level, {
        kind: what === 'context' ? 'context' : 'claim',
        competency,
        words,
      })
      await ack({ response_action: 'update', view: saidModal(packetPageView(made, competency)) })
    } catch (error) {
      log.error({ action: 'packet-write', ...factOf(error) }, 'submission failed')
      await ack({ response_action: 'errors', errors: { words: troubleView().text } })
    }
  }
}
