import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt'
import type { Log } from '../../coaching/ports.ts'
import type { CorrectReview } from '../../coaching/review/correct-review.ts'
import type { SaidOfReview } from '../../coaching/review/corrected-review.ts'
import { CORRECTIONS } from '../../domain/review/review.ts'
import { answerClick, chosen, factOf, ownerOf } from '../answer.ts'
import { openForm } from '../answer-in-view.ts'
import type { Click } from '../clicks.ts'
import { correctionModal, moveModal } from '../views/review/correction-modal.ts'
import { acceptedIn } from '../views/review/proposed.ts'
import {
  agreedView,
  CORRECTION_LACKS,
  chosenBeforeView,
  chosenView,
  goneView,
  judgedBeforeView,
  notOpenView,
  troubleView,
} from '../views/trouble.ts'

type Values = SlackViewMiddlewareArgs['view']['state']['values']

const opening =
  (correctReview: CorrectReview, log: Log, as: 'wrong' | 'move') =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      // In the menu of a list, the place of the list follows.
      const [evidenceId = ''] = chosen(args.body).split(' ')
      const opened = await correctReview.open(ownerOf(args.context, args.body.user.id), evidenceId)
      if (typeof opened === 'string') return { said: notOpenView(opened), replace: false, beside: true }
      await openForm(args, correctionModal(opened, as))
      return null
    })

/** "Move…" on a finding asks which of its sentences belong to which other competency. */
export function reviewMove(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId = '', competency = ''] = chosen(args.body).split(' ')
      const opened = await correctReview.openQuoted(ownerOf(args.context, args.body.user.id), evidenceId)
      if (typeof opened === 'string') return { said: notOpenView(opened), replace: false, beside: true }
      await openForm(args, moveModal(opened, competency))
      return null
    })
}

/** The menu "This is wrong" under a review: one of its competencies, or something else, which the form asks for. */
export function reviewWrongMenu(correctReview: CorrectReview, log: Log) {
  const [ask, judge] = [reviewWrong(correctReview, log), reviewFinding(correctReview, log)]
  return (args: Click): Promise<void> => (chosen(args.body).includes(' ') ? judge(args) : ask(args))
}

/** "This is wrong" under a review asks what is wrong. */
export function reviewWrong(correctReview: CorrectReview, log: Log) {
  return opening(correctReview, log, 'wrong')
}

/** "Move…" in the list asks which competency. */
export function evidenceMove(correctReview: CorrectReview, log: Log) {
  return opening(correctReview, log, 'move')
}

/** The correction in the form. A finding without a chosen mistake is wrong in some way. */
const saidIn = (values: Values, about: string | null): SaidOfReview => {
  const choice = (block: string): string | null => values[block]?.choice?.selected_option?.value ?? null
  const competency = choice('finding') ?? about
  const meant = choice('meant')
  const what = choice('what')
  const kind = CORRECTIONS.find((one) => one === what) ?? (meant ? 'other-competency' : 'other')
  const spots = (values.sentences?.choice?.selected_options ?? []).map(({ value = '' }) => {
    const [part, start] = value.split(' ').map(Number)
    return { part: part!, start: start! }
  })
  return {
    correction:
      competency === null && meant === null
        ? null
        : { kind, competency, meant, ...(spots.length > 0 ? { spots } : {}) },
    words: values.words?.text?.value?.trim() || null,
    offered: (values.offer?.choice?.selected_options?.length ?? 0) > 0,
  }
}

/** Errors in the form, by the block under which they are shown. */
const lacking = (said: SaidOfReview, values: Values): Record<string, string> | null => {
  const { correction, words } = said
  if (correction === null && words === null)
    return values.words ? { words: CORRECTION_LACKS.all } : { meant: CORRECTION_LACKS.meant }
  if (correction === null) return null
  if (correction.competency === null && values.finding) return { finding: CORRECTION_LACKS.finding }
  if (correction.kind === 'other-competency' && correction.meant === null)
    return { meant: CORRECTION_LACKS.meant }
  return null
}

/** Stores a correction before the modal closes, so that a failure loses none of it. */
export function reviewWrongSubmitted(correctReview: CorrectReview, log: Log) {
  return async ({ ack, body, view, context }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { values } = view.state
    const [evidenceId = '', about = null] = view.private_metadata.split(' ')
    const said = saidIn(values, about)
    const errors = lacking(said, values)
    if (errors) return ack({ response_action: 'errors', errors })
    const owner = ownerOf(context, body.user.id)
    const source = `form:${view.id}`
    const under = values.words ? 'words' : 'meant'
    try {
      const outcome = await correctReview.correct(owner, evidenceId, source, said)
      if (outcome === 'gone')
        return await ack({ response_action: 'errors', errors: { [under]: goneView().text } })
      await ack()
    } catch (error) {
      log.error({ action: 'review-wrong', ...factOf(error) }, 'submission failed')
      return ack({ response_action: 'errors', errors: { [under]: troubleView().text } })
    }
    await correctReview
      .confirm(owner, evidenceId, source, said.correction)
      .catch((error: unknown) =>
        log.warn(
          { action: 'review-wrong', ...factOf(error) },
          'correction stored, but not confirmed in the thread',
        ),
      )
  }
}

/** "Looks right" under a review. */
export function reviewRight(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.agree(owner, chosen(args.body))
      return { said: outcome === 'gone' ? goneView() : agreedView(), replace: false }
    })
}

/** A click on a finding. Its value is the piece, the competency, and a verdict: "right", "rather" and another … */
export function reviewFinding(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId = '', competency = '', said, meant = ''] = chosen(args.body).split(' ')
      const verdict = said === 'right' || said === 'wrong' || said === 'back' ? said : { rather: meant }
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.judge(owner, evidenceId, competency, verdict)
      if (outcome === 'known') return { said: judgedBeforeView(), replace: false }
      if (outcome !== 'kept') return { said: notOpenView(outcome), replace: false }
      return { said: said === 'right' ? agreedView() : chosenView(), replace: false }
    })
}

/** "Yes" under a proposed correction. The post says what was done, so that it asks no more. */
export function reviewAccept(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const accepted = acceptedIn(chosen(args.body))
      if (accepted === null) return { said: judgedBeforeView(), replace: false }
      const { evidenceId, correction } = accepted
      const source = `accept:${args.body.message?.ts ?? ''}`
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.accept(owner, evidenceId, source, correction)
      return outcome === 'kept'
        ? { said: chosenView(), replace: true }
        : { said: judgedBeforeView(), replace: false }
    })
}

/** A choice between competencies for a sentence. The value is the piece, the span, and the competency or "-". */
export function reviewChoose(correctReview: CorrectReview, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId = '', span = '', ...rest] = chosen(args.body).split(' ')
      const competency = rest.join(' ')
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await correctReview.choose(
        owner,
        evidenceId,
        span,
        competency === '-' ? null : competency,
      )
      if (outcome === 'kept') return { said: chosenView(), replace: false }
      return { said: outcome === 'known' ? chosenBeforeView() : notOpenView(outcome), replace: false }
    })
}
