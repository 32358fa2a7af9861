import { type Competency, competenciesOf, type Ladder, ladderOf } from '../../domain/ladder/ladder.ts'
import type { NudgeText } from '../../domain/nudge/nudge.ts'
import type { AnswerSource } from '../ladder/look-up-ladder.ts'
import type { Ladders } from '../ports.ts'

/** What a nudge in a channel was about, in the ladders as they are now. */
export type NudgeTopic = { readonly competency: Competency; readonly place: AnswerSource }

export type FindTopic = ReturnType<typeof makeFindTopic>

/** Finds what a button of a nudge is about. Null if that competency or its ladder no longer exists. */
export function makeFindTopic(ladders: Ladders) {
  return (target: Pick<NudgeText, 'ladder' | 'competency'> | null): NudgeTopic | null => {
    const shelf = ladders.shelf()
    const ladder: Ladder | undefined = target ? ladderOf(shelf, target.ladder) : undefined
    const competency = ladder && competenciesOf(ladder).find(({ id }) => id === target?.competency)
    if (!ladder || !competency) return null
    const home = shelf.all.length === 1 || shelf.standard?.id === ladder.id
    return { competency, place: { ladder, shelf, home, exact: true, sure: true, page: 1 } }
  }
}
