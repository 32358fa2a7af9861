import type { DeleteEvidence, DeletePerson } from '../../coaching/evidence/delete-evidence.ts'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { SetNudgeMe } from '../../coaching/nudge/set-nudge-me.ts'
import type { Log } from '../../coaching/ports.ts'
import { nudgeCommandOf } from '../../domain/nudge/nudge-command.ts'
import type { Owner } from '../../domain/person.ts'
import { answerClick, chosen, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { nudgeMeView } from '../views/nudge/nudge-me-outcome.ts'
import type { Said } from '../views/rich-text.ts'
import {
  deletedAllView,
  deletedManyView,
  deletedView,
  goneView,
  keptView,
  notYoursView,
} from '../views/trouble.ts'

type Done = { readonly said: Said; readonly replace: boolean; readonly beside?: boolean }

/**
 * A button under a proposal. Its value begins with the id of the person who asked. Nobody else's click counts, even if
 * it reached us.
 */
const ofOwner =
  (log: Log, work: (owner: Owner, carried: string, args: Click) => Promise<Done>) =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [user = '', ...carried] = chosen(args.body).split(' ')
      if (user !== args.body.user.id) return { said: notYoursView(), replace: false, beside: true }
      return work(ownerOf(args.context, user), carried.join(' '), args)
    })

/** "Keep" and "Not now": nothing is changed, and the question goes. */
export function askKeep(log: Log) {
  return ofOwner(log, async () => ({ said: keptView(), replace: true }))
}

/**
 * "Delete": the entries that the proposal showed. In the thread of the entry, the proposal is one of the posts that go
 * with it, so the answer is a new message.
 */
export function askDelete(deleteEvidence: DeleteEvidence, log: Log) {
  return ofOwner(log, async (owner, carried, { body }) => {
    const here = body.actions[0]?.action_id.startsWith('ask-delete:here') ?? false
    const outcomes: ('deleted' | 'gone')[] = []
    for (const id of carried.split(' ')) outcomes.push(await deleteEvidence(owner, id))
    const deleted = outcomes.filter((outcome) => outcome === 'deleted').length
    const said = deleted === 0 ? goneView() : deleted === 1 ? deletedView() : deletedManyView(deleted)
    return { said, replace: !here }
  })
}

/** "Delete everything". The proposal is deleted too, so the answer is a new message. */
export function askDeleteAll(deletePerson: DeletePerson, log: Log) {
  return ofOwner(log, async (owner) => ({
    said: deletedAllView((await deletePerson(owner)).deleted),
    replace: false,
  }))
}

/** "Set goal" and "Remove goal": what is typed after `/ladder`. */
export function askGoal(lookUpLadder: LookUpLadder, log: Log) {
  return ofOwner(log, async (owner, carried) => ({
    said: lookupView(await lookUpLadder(owner, carried)),
    replace: true,
  }))
}

/** A change of the person's own nudge: what is typed after `/ladder nudge`. */
export function askNudge(setNudgeMe: SetNudgeMe, log: Log, today: () => Temporal.PlainDate) {
  return ofOwner(log, async (owner, carried) => {
    const command = nudgeCommandOf(carried, { ladders: [], today: today() })
    return {
      said: nudgeMeView(await setNudgeMe.command(owner, { ...command, whose: 'me' })),
      replace: true,
    }
  })
}
