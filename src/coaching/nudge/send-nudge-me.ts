import { decideNudgeMe } from '../../domain/nudge/decide-nudge-me.ts'
import type { NudgeMe, NudgeMePost } from '../../domain/nudge/nudge-me.ts'
import type { Owner } from '../../domain/person.ts'
import type { NudgeMeJob } from './nudge-me-port.ts'
import { findMessage } from './steps/find-message.ts'
import { seeZone } from './steps/see-zone.ts'
import type { Onward } from './steps/send-deps.ts'
import type { SendMeDeps } from './steps/send-me-deps.ts'
import { lastAsked, writeToPerson } from './steps/write-to-person.ts'

/** The most steps of one look. Each step moves the nudge forward, and an unfinished nudge is looked at again later. */
const STEPS = 8

/** How far back the first question looks for logged evidence. */
const FIRST_LOOK_BACK = { hours: 7 * 24 } as const

/** Decides what to do now, and does it. `blind` is true if we can't look into their DM. */
const takeStep = async (
  deps: SendMeDeps,
  owner: Owner,
  nudge: NudgeMe,
  posts: readonly NudgeMePost[],
  blind: boolean,
): Promise<Onward | 'blind'> => {
  const { store, askOwn, nudges, now, log } = deps
  const hasGoal = (await askOwn(owner)) !== null
  const [wroteAt, dm] = await Promise.all([nudges.wroteAt(owner), store.dmOf(owner)])
  const canLook = dm !== null && !blind
  const decision = decideNudgeMe({ nudge, posts, wroteAt, hasGoal, canLook, now: now() })
  switch (decision.kind) {
    case 'rest':
      return decision
    case 'find':
      return findMessage(deps, nudge, dm, decision)
    case 'post':
      return writeToPerson(deps, nudge, dm, lastAsked(posts) ?? now().subtract(FIRST_LOOK_BACK), decision)
    case 'stop':
      log.info({}, 'personal nudge stopped by itself')
      await nudges.changeNudgeMe(owner, { kind: 'stop', by: 'silence' }, now(), nudge.revision)
      return 'again'
  }
}

/**
 * Looks at a person's own nudge and does what is due: updates their zone, writes to them, or finds out what became of a
 * message whose answer was lost. It may run at any time, twice at once, and after any crash. It writes only to their
 * DM.
 */
export function makeSendNudgeMe(deps: SendMeDeps) {
  return async ({ team, user }: NudgeMeJob): Promise<void> => {
    const { nudges, now, log } = deps
    const owner: Owner = { team, user }
    /** Their zone, once Slack has said it in this look. */
    let seen: string | null = null
    let blind = false
    for (let step = 0; step < STEPS; step += 1) {
      const kept = await nudges.nudgeMe(owner)
      if (kept === null) return
      let onward: Onward | 'blind' | null = null
      if (seen === null && kept.nudge.stopped === null) {
        const where = await seeZone(deps, owner, kept.nudge)
        if ('zone' in where) seen = where.zone
        else onward = where.onward
      }
      const nudge: NudgeMe = { ...kept.nudge, slackZone: seen ?? kept.nudge.slackZone }
      onward ??= await takeStep(deps, owner, nudge, kept.posts, blind)
      if (onward === 'blind') blind = true
      if (onward === 'again' || onward === 'blind' || !(await nudges.restMe(nudge, onward, now()))) continue
      log.info({ steps: step + 1 }, 'personal nudge checked')
      return
    }
  }
}
