import type { AskedCommand } from '../../domain/conversation/ask.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { ladderOf } from '../../domain/ladder/ladder.ts'
import { lookupOf } from '../../domain/ladder/lookup.ts'
import { type NudgeCommand, nudgeCommandOf } from '../../domain/nudge/nudge-command.ts'
import type { Goal } from '../../domain/person.ts'
import type { Reply } from '../replies.ts'
import { goalAsked } from './answer-own.ts'
import type { AskDeps, AskedBy } from './ask-deps.ts'
import type { LookedUp, NoAnswer, Proposal } from './conversation-reply.ts'
import { whichPieces } from './find-pieces.ts'

const confirm = ({ owner }: AskedBy, proposal: Proposal): Reply => ({ kind: 'confirm', owner, proposal })
const none = (why: NoAnswer): Reply => ({ kind: 'no-answer', why })

const todayOf = ({ now }: AskDeps): Temporal.PlainDate => now().toZonedDateTimeISO('UTC').toPlainDate()

type Asks<K extends AskedCommand['kind']> = Extract<AskedCommand, { kind: K }>

const deletion = async (deps: AskDeps, asked: AskedBy, { which }: Asks<'delete'>): Promise<Reply> => {
  const pieces = await whichPieces(deps, asked, which)
  if (pieces.length === 0) return none(which.kind === 'about' ? 'no-such-entry' : 'no-entries')
  const here = asked.part !== undefined && pieces.some(({ id }) => id === asked.evidenceId)
  return confirm(asked, { kind: 'delete', pieces, each: which.kind === 'about', here })
}

const onPiece = async (
  deps: AskDeps,
  asked: AskedBy,
  { kind, which }: Asks<'read-again' | 'move'>,
): Promise<Reply> => {
  const [piece] = await whichPieces(deps, asked, which)
  return piece
    ? confirm(asked, { kind, piece })
    : none(which.kind === 'about' ? 'no-such-entry' : 'no-entries')
}

/** The goal that was asked for. Nothing is set: it may be refused, or on several ladders. */
const goalOf = async (deps: AskDeps, asked: AskedBy, { text }: Asks<'goal'>): Promise<Reply> => {
  const shelf = deps.ladders.shelf()
  const goal = await deps.store.goal(asked.owner)
  const own = goal ? (ladderOf(shelf, goal.ladder) ?? null) : null
  const standing = standingLadder(shelf, goal)
  const home = own ?? shelf.standard ?? shelf.all[0]!
  const looked = (ladder: typeof home, found: LookedUp): Reply => ({
    kind: 'looked-up',
    source: { ladder, shelf, home: ladder === home, exact: true, sure: true, page: 1 },
    found,
  })
  const dated = (by: string | null): Reply =>
    goal && standing
      ? confirm(asked, { kind: 'goal', ladder: standing, goal: { ...goal, by }, named: shelf.all.length > 1 })
      : looked(home, { kind: 'goal', goal: null })
  if (text === '') return looked(standing ?? home, { kind: 'goal', goal: standing ? goal : null })
  const { ladder, lookup } = lookupOf({ shelf, own, text: `goal ${text}`, today: todayOf(deps) })
  switch (lookup.kind) {
    case 'set-goal': {
      const wanted: Goal = lookup.goal
      return confirm(asked, { kind: 'goal', ladder, goal: wanted, named: shelf.all.length > 1 })
    }
    case 'set-goal-date':
      return dated(lookup.by)
    case 'goal-refused':
      return looked(ladder, { kind: 'goal-refused', why: lookup.why })
    case 'choose-goal':
      return looked(ladder, { kind: 'choose-goal', between: lookup.between })
    default:
      return looked(home, { kind: 'goal', goal: standing ? goal : null })
  }
}

const clearing = async ({ store, ladders }: AskDeps, asked: AskedBy): Promise<Reply> => {
  const shelf = ladders.shelf()
  const goal = await store.goal(asked.owner)
  const ladder = goal && (ladderOf(shelf, goal.ladder) ?? shelf.standard ?? shelf.all[0])
  if (goal && ladder) return confirm(asked, { kind: 'clear-goal', ladder, goal })
  return goalAsked(shelf)
}

const SHOW: NudgeCommand & { whose: 'me' } = { whose: 'me', kind: 'show' }

const nudge = async (deps: AskDeps, asked: AskedBy, { text, usual }: Asks<'nudge'>): Promise<Reply> => {
  if (text === null) return none('nudge-when')
  const command = nudgeCommandOf(`me ${text}`, { ladders: [], today: todayOf(deps) })
  const now = await deps.setNudgeMe.command(asked.owner, SHOW)
  if (command.kind === 'set') {
    const { weekday, time, zone } = command
    if (weekday === null || time === null) return none('nudge-when')
    // Who moves their nudge to another day wants it at the same time.
    const standing = usual && now.kind === 'shown' ? now.shown.schedule.time : null
    const schedule = { weekday, time: standing ?? time, zone }
    return confirm(asked, { kind: 'nudge', wish: 'set', schedule, ...(usual ? { usual } : {}) })
  }
  if (now.kind !== 'shown') return none('no-nudge')
  switch (command.kind) {
    case 'stop':
    case 'skip':
    case 'resume':
      return confirm(asked, { kind: 'nudge', wish: command.kind })
    case 'pause':
      return confirm(asked, { kind: 'nudge', wish: 'pause', until: command.until })
    case 'show':
      return { kind: 'own-nudge', shown: now.shown }
    default:
      return none('nudge-when')
  }
}

/** What a command would do, with a button that does it, or what is in its way. Changes nothing. */
export async function answerCommand(deps: AskDeps, asked: AskedBy, command: AskedCommand): Promise<Reply> {
  switch (command.kind) {
    case 'delete':
      return deletion(deps, asked, command)
    case 'delete-all': {
      const { evidence: entries, known } = await deps.store.kept(asked.owner)
      return known ? confirm(asked, { kind: 'delete-all', entries }) : none('no-entries')
    }
    case 'read-again':
    case 'move':
      return onPiece(deps, asked, command)
    case 'goal':
      return goalOf(deps, asked, command)
    case 'clear-goal':
      return clearing(deps, asked)
    case 'nudge':
      return nudge(deps, asked, command)
    case 'export':
      return { kind: 'packet-here' }
    case 'work':
      return { kind: 'work-here' }
  }
}
